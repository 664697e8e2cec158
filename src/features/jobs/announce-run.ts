import { SYSTEM_ACTOR } from '../../domain/actor.js';
import type { Database, Tx } from '../../platform/db/open.js';
import { appendEvent } from '../../platform/events/append-event.js';
import type { TxContext } from '../../platform/verbs/context.js';
import type { HeldRun, JobRunStatus, RunTotals } from './job-run.js';

/** Jobs act in the name of the system, also when a user started the run. */
export function jobContext(db: Database, tx: Tx, now: Date): TxContext {
  return { db, tx, now, actor: SYSTEM_ACTOR, requestId: null };
}

/** Appends an event with the progress of the run. */
export function announceRun(
  ctx: TxContext,
  run: HeldRun,
  { processed, failed }: RunTotals,
  status: JobRunStatus,
): Promise<void> {
  return appendEvent(ctx, {
    type: 'JOB_RUN_PROGRESSED',
    payload: { runId: run.id, job: run.job, processed, failed, status },
  });
}

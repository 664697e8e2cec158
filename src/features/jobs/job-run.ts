import { AS_SYSTEM } from '../../domain/actor.js';
import type { JobName } from '../../domain/nightly-jobs.js';
import { newId } from '../../platform/db/ids.js';
import type { Database, Tx } from '../../platform/db/open.js';
import {
  type Held,
  LEASE_END,
  LeaseLostError,
  stillHeld,
  TAKES_LEASE,
} from '../../platform/loops/lease.js';

export type JobTrigger = 'SCHEDULE' | 'CATCH_UP' | 'MANUAL';
export type JobRunStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED';

/** A run that this process holds the lease of. */
export interface HeldRun extends Held {
  readonly job: JobName;
  readonly asOf: Date;
}

export interface SlotClaim {
  job: JobName;
  slot: Date;
  trigger: JobTrigger;
  asOf: Date;
  now: Date;
  requestedById: string | null;
}

/** Claims a slot for this process; `null` if it was claimed before, by any process. */
export async function claimSlot(tx: Tx, claim: SlotClaim): Promise<HeldRun | null> {
  const id = newId();
  const claimed = await tx.$executeRaw`
    INSERT INTO job_run (id, job, slot, trigger, as_of, started_at, requested_by_id, lease_until)
    VALUES (${id}::uuid, ${claim.job}, ${claim.slot.toISOString()}::timestamptz, ${claim.trigger},
      ${claim.asOf.toISOString()}::timestamptz, ${claim.now.toISOString()}::timestamptz,
      ${claim.requestedById}::uuid, ${LEASE_END})
    ON CONFLICT (job, slot) DO NOTHING`;
  return claimed === 1 ? { id, job: claim.job, asOf: claim.asOf, leaseToken: 1 } : null;
}

/**
 * The first free slot of a job at or after an instant: two runs by hand may be asked for in the
 * same millisecond.
 */
export async function freeSlot(tx: Tx, job: JobName, at: Date): Promise<Date> {
  const taken = await tx.jobRun.findMany({
    where: { job, slot: { gte: at } },
    select: { slot: true },
    orderBy: { slot: 'asc' },
  });
  let slot = at.getTime();
  for (const run of taken) if (run.slot.getTime() === slot) slot += 1;
  return new Date(slot);
}

/** Takes over one run whose process fell silent (by the clock of the database), if there is one. */
export async function takeOverRun(db: Database): Promise<HeldRun | null> {
  const [run] = await db.transaction(
    (tx) => tx.$queryRaw<HeldRun[]>`
    UPDATE job_run
    SET ${TAKES_LEASE}
    WHERE id = (
      SELECT id FROM job_run WHERE status = 'RUNNING' AND lease_until < clock_timestamp()
      ORDER BY slot LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, job, as_of AS "asOf", lease_token AS "leaseToken"`,
    AS_SYSTEM,
  );
  return run ?? null;
}

export interface RunTotals {
  processed: number;
  failed: number;
}

/**
 * Books progress and renews the lease, in the transaction of the progress.
 * @throws LeaseLostError if another process has the lease by now: the batch must not commit.
 */
export async function advanceRun(
  tx: Tx,
  run: HeldRun,
  step: { processed?: number; failed?: number; position?: string },
): Promise<RunTotals> {
  const [totals] = await tx.$queryRaw<RunTotals[]>`
    UPDATE job_run
    SET processed = processed + ${step.processed ?? 0}::int, failed = failed + ${step.failed ?? 0}::int,
        position = coalesce(${step.position ?? null}::uuid, position),
        lease_until = ${LEASE_END}
    WHERE ${stillHeld(run)}
    RETURNING processed, failed`;
  if (totals === undefined) throw lost(run);
  return totals;
}

/** @throws LeaseLostError */
export async function finishRun(
  tx: Tx,
  run: HeldRun,
  end: { status: 'SUCCEEDED' | 'FAILED'; error: string | null; now: Date },
): Promise<RunTotals> {
  const [totals] = await tx.$queryRaw<RunTotals[]>`
    UPDATE job_run
    SET status = ${end.status}, error = ${end.error}, lease_until = NULL,
        finished_at = ${end.now.toISOString()}::timestamptz
    WHERE ${stillHeld(run)}
    RETURNING processed, failed`;
  if (totals === undefined) throw lost(run);
  return totals;
}

/** Gives the run up unfinished, so that the next process resumes it at once. */
export async function releaseRun(db: Database, run: HeldRun): Promise<void> {
  await db.transaction(
    (tx) => tx.$executeRaw`
    UPDATE job_run SET lease_until = clock_timestamp() - interval '1 second'
    WHERE ${stillHeld(run)}`,
    AS_SYSTEM,
  );
}

function lost(run: HeldRun): LeaseLostError {
  return new LeaseLostError(`The run of ${run.job}`, run);
}

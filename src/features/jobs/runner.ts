import type { Logger } from 'pino';
import { AS_SYSTEM, SYSTEM_ACTOR } from '../../domain/actor.js';
import type { JobName } from '../../domain/nightly-jobs.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { isUnavailable } from '../../platform/db/is-unavailable.js';
import type { Database } from '../../platform/db/open.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { LeaseLostError } from '../../platform/loops/lease.js';
import type { VerbContext } from '../../platform/verbs/context.js';
import { applyScheduledSettings } from '../settings/apply-scheduled-settings.js';
import { announceRun, jobContext } from './announce-run.js';
import { checkThrough } from './check-through.js';
import type { Job } from './define-job.js';
import {
  advanceRun,
  claimSlot,
  finishRun,
  freeSlot,
  type HeldRun,
  type JobTrigger,
  releaseRun,
  takeOverRun,
} from './job-run.js';
import { type SweepState, sweepThrough, TOLERATED_FAILURES } from './sweep-through.js';

/** RUNNING: stopped between two batches, by the end of the process or of the database; LOST: another process took it over meanwhile. */
export type RunOutcome = {
  readonly runId: string;
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RUNNING' | 'LOST';
};

/** The user who started a run, and the id of the request. */
export type Requester = Pick<VerbContext, 'actor' | 'requestId'>;

export interface RunnerOptions {
  readonly db: Database;
  readonly jobs: readonly Job[];
  readonly keyRing: KeyRing;
  readonly clock: () => Date;
  readonly log: Logger;
}

export interface JobRunner {
  readonly jobs: readonly Job[];
  /** Runs a scheduled slot to its end; `null` if another process has claimed it. */
  runSlot(
    slot: { job: JobName; slot: Date; trigger: JobTrigger },
    signal?: AbortSignal,
  ): Promise<RunOutcome | null>;
  /** Runs a job by hand; `onClaimed` learns the run's id before the first batch. */
  runNow(
    request: { job: JobName; asOf: Date; by: Requester },
    signal?: AbortSignal,
    onClaimed?: (runId: string) => void,
  ): Promise<RunOutcome>;
  /** Takes over and finishes the runs whose processes fell silent; returns their outcomes. */
  resumeAbandoned(signal?: AbortSignal): Promise<RunOutcome[]>;
}

export function createRunner(options: RunnerOptions): JobRunner {
  const { db, jobs, clock, log } = options;

  async function claim(
    job: JobName,
    trigger: JobTrigger,
    at: { slot: Date } | { asOf: Date; by: Requester },
  ): Promise<HeldRun | null> {
    const now = clock();
    return db.transaction(async (tx) => {
      const run = await claimSlot(tx, {
        job,
        trigger,
        now,
        slot: 'slot' in at ? at.slot : await freeSlot(tx, job, now),
        // A late run deals with all rows that are due by now, not only those due at its slot.
        asOf: 'slot' in at ? now : at.asOf,
        requestedById: 'by' in at ? at.by.actor.id : null,
      });
      if (run === null) return null;
      const ctx = jobContext(db, tx, now);
      await announceRun(ctx, run, { processed: 0, failed: 0 }, 'RUNNING');
      if ('by' in at) {
        await appendAudit(
          { ...ctx, ...at.by },
          { action: 'runJob', entity: 'JobRun', entityId: run.id, after: { job, asOf: at.asOf } },
        );
      }
      return run;
    }, AS_SYSTEM);
  }

  async function execute(run: HeldRun, signal?: AbortSignal): Promise<RunOutcome> {
    const started = performance.now();
    const status = await runToItsEnd(options, run, signal);
    const durationMs = Math.round(performance.now() - started);
    log.info({ runId: run.id, job: run.job, status, durationMs }, 'job run ended');
    return { runId: run.id, status };
  }

  return {
    jobs,
    async runSlot({ job, slot, trigger }, signal) {
      const run = await claim(job, trigger, { slot });
      return run && execute(run, signal);
    },
    async runNow({ job, asOf, by }, signal, onClaimed) {
      for (;;) {
        const run = await claim(job, 'MANUAL', { asOf, by });
        if (run === null) continue; // Another request took the same millisecond first.
        onClaimed?.(run.id);
        return execute(run, signal);
      }
    },
    async resumeAbandoned(signal) {
      const outcomes: RunOutcome[] = [];
      while (!signal?.aborted) {
        const run = await takeOverRun(db);
        if (run === null) break;
        log.warn(
          { runId: run.id, job: run.job },
          'taking over a job run whose process fell silent',
        );
        const outcome = await execute(run, signal);
        outcomes.push(outcome);
        // Left unfinished: the database went away, and is given time.
        if (outcome.status === 'RUNNING') break;
      }
      return outcomes;
    },
  };
}

async function runToItsEnd(
  options: RunnerOptions,
  run: HeldRun,
  signal?: AbortSignal,
): Promise<RunOutcome['status']> {
  const { db, jobs, log } = options;
  try {
    const job = jobs.find(({ name }) => name === run.job);
    if (job === undefined) throw new Error(`This version has no job named ${run.job}.`);
    // No job goes by a setting whose successor is due.
    await applyScheduledSettings({
      db,
      actor: SYSTEM_ACTOR,
      now: options.clock(),
      requestId: null,
    });
    if (await workThrough(options, run, job, signal)) return await finish(options, run, null);
    await releaseRun(db, run);
    return 'RUNNING';
  } catch (error) {
    if (error instanceof LeaseLostError) {
      log.warn({ runId: run.id, job: run.job }, error.message);
      return 'LOST';
    }
    if (isUnavailable(error)) {
      log.warn({ runId: run.id, job: run.job, err: error }, 'the database is away; to be resumed');
      // If this fails as well, the lease runs out by itself.
      await releaseRun(db, run).catch(() => {});
      return 'RUNNING';
    }
    log.error({ alert: true, runId: run.id, job: run.job, err: error }, 'job run failed');
    return await finish(options, run, error);
  }
}

/** Returns false if it was stopped. */
async function workThrough(
  options: RunnerOptions,
  run: HeldRun,
  job: Job,
  signal?: AbortSignal,
): Promise<boolean> {
  if ('check' in job) return checkThrough(options, run, job.check, signal);
  const progress: SweepState = { failedIds: new Set(), memo: { policy: null, schedule: null } };
  for (const sweep of job.sweeps) {
    if (!(await sweepThrough(options, run, sweep, progress, signal))) return false;
  }
  return true;
}

async function finish(
  { db, clock, log }: RunnerOptions,
  run: HeldRun,
  error: unknown,
): Promise<'SUCCEEDED' | 'FAILED' | 'LOST'> {
  const now = clock();
  try {
    return await db.transaction(async (tx) => {
      const { failed } = await advanceRun(tx, run, {});
      const tooMany = failed > TOLERATED_FAILURES ? `${failed} rows failed` : null;
      const reason = error === null ? tooMany : describe(error);
      const status = reason === null ? 'SUCCEEDED' : 'FAILED';
      const totals = await finishRun(tx, run, { status, error: reason, now });
      await announceRun(jobContext(db, tx, now), run, totals, status);
      return status;
    }, AS_SYSTEM);
  } catch (failure) {
    if (!(failure instanceof LeaseLostError)) throw failure;
    log.warn({ runId: run.id, job: run.job }, failure.message);
    return 'LOST';
  }
}

/** For the run's record, which people read: database errors quote values, so only their codes. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return error.name.startsWith('Prisma')
    ? `${error.name}${code}`
    : `${error.name}${code}: ${error.message}`;
}

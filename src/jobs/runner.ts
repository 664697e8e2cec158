import type { Logger } from 'pino';
import { appendAudit } from '../audit/append-audit.js';
import { SYSTEM_ACTOR } from '../auth/actor.js';
import type { VerbContext } from '../context.js';
import type { Database, Tx } from '../db/open.js';
import { appendEvent } from '../events/append-event.js';
import type { KeyRing } from '../privacy/key-ring.js';
import {
  BATCH_SIZE,
  type BatchContext,
  type Due,
  type Job,
  type JobName,
  type Selection,
  type Sweep,
} from './define-job.js';
import {
  advanceRun,
  claimSlot,
  finishRun,
  freeSlot,
  type HeldRun,
  type JobTrigger,
  RunLostError,
  type RunTotals,
  releaseRun,
  takeOverRun,
} from './job-run.js';

/** More failed rows than this in one run is an alert, and the run counts as failed. */
export const TOLERATED_FAILURES = 10;

/** RUNNING: stopped between two batches; LOST: another process took it over meanwhile. */
export type RunOutcome = {
  readonly runId: string;
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RUNNING' | 'LOST';
};

/** Who asked for a run, and with which request. */
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
  /** Runs a scheduled slot to its end; `null` if someone else has claimed it. */
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
  /** Takes over and finishes the runs whose processes fell silent; returns what became of them. */
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
        // A run that is late does what is due by now, not only what was due then.
        asOf: 'slot' in at ? now : at.asOf,
        requestedById: 'by' in at ? at.by.actor.id : null,
      });
      if (run === null) return null;
      const ctx = context(db, tx, now);
      await announce(ctx, run, { processed: 0, failed: 0 }, 'RUNNING');
      if ('by' in at) {
        await appendAudit(
          { ...ctx, ...at.by },
          { action: 'runJob', entity: 'JobRun', entityId: run.id, after: { job, asOf: at.asOf } },
        );
      }
      return run;
    });
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
        outcomes.push(await execute(run, signal));
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
    const failedIds = new Set<string>();
    for (const sweep of job.sweeps) {
      const complete = await sweepThrough(options, run, sweep, failedIds, signal);
      if (!complete) {
        await releaseRun(db, run);
        return 'RUNNING';
      }
    }
    return await finish(options, run, null);
  } catch (error) {
    if (error instanceof RunLostError) {
      log.warn({ runId: run.id, job: run.job }, error.message);
      return 'LOST';
    }
    log.error({ alert: true, runId: run.id, job: run.job, err: error }, 'job run failed');
    return await finish(options, run, error);
  }
}

/**
 * Goes over everything due once, then once more for the rows that others had locked. Within a pass
 * the position only moves forward, so that the index entries of rows already dealt with are not
 * read again. Returns false if it was stopped.
 */
async function sweepThrough(
  options: RunnerOptions,
  run: HeldRun,
  sweep: Sweep,
  failedIds: Set<string>,
  signal?: AbortSignal,
): Promise<boolean> {
  for (let pass = 0; pass < 2; pass += 1) {
    let after: Due | null = null;
    for (;;) {
      if (signal?.aborted) return false;
      const rows: readonly Due[] = await runBatch(options, run, sweep, after, failedIds);
      after = rows.at(-1) ?? null;
      if (rows.length < BATCH_SIZE) break;
    }
  }
  return true;
}

async function runBatch(
  options: RunnerOptions,
  run: HeldRun,
  sweep: Sweep,
  after: Due | null,
  failedIds: Set<string>,
): Promise<readonly Due[]> {
  const now = options.clock();
  const selection: Selection = {
    asOf: run.asOf,
    now,
    after,
    limit: BATCH_SIZE,
    except: [...failedIds],
    lock: true,
  };
  let rows: readonly Due[] = [];
  try {
    await applyTo(options, run, sweep, selection, (selected) => {
      rows = selected;
    });
  } catch (error) {
    // Nothing was selected yet: then it is the database or the statement, not a row.
    if (rows.length === 0 || error instanceof RunLostError) throw error;
    options.log.warn({ runId: run.id, err: error }, 'batch failed, trying its rows one by one');
    await applyOneByOne(options, run, sweep, rows, { ...selection, after: null }, failedIds);
  }
  return rows;
}

async function applyTo(
  { db, keyRing }: RunnerOptions,
  run: HeldRun,
  sweep: Sweep,
  selection: Selection,
  onSelected?: (rows: readonly Due[]) => void,
): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = await sweep.select(tx, selection);
    onSelected?.(rows);
    if (rows.length === 0) return;
    const ctx: BatchContext = { ...context(db, tx, selection.now), asOf: run.asOf, keyRing };
    const processed = await sweep.apply(ctx, rows);
    await announce(ctx, run, await advanceRun(tx, run, { processed }), 'RUNNING');
  });
}

/** Finds the rows that spoil a batch: those are counted as failed, the others are done. */
async function applyOneByOne(
  options: RunnerOptions,
  run: HeldRun,
  sweep: Sweep,
  rows: readonly Due[],
  selection: Selection,
  failedIds: Set<string>,
): Promise<void> {
  for (const { id } of rows) {
    try {
      await applyTo(options, run, sweep, { ...selection, only: [id] });
    } catch (error) {
      if (error instanceof RunLostError) throw error;
      await countFailure(options, run, sweep, id, error);
      failedIds.add(id);
    }
  }
}

async function countFailure(
  { db, clock, log }: RunnerOptions,
  run: HeldRun,
  sweep: Sweep,
  id: string,
  error: unknown,
): Promise<void> {
  const about = { runId: run.id, job: run.job, action: sweep.action, entity: sweep.entity, id };
  log.warn({ ...about, err: error }, 'row failed and was left as it was');
  const { failed } = await db.transaction(async (tx) => {
    const totals = await advanceRun(tx, run, { failed: 1 });
    await announce(context(db, tx, clock()), run, totals, 'RUNNING');
    return totals;
  });
  if (failed === TOLERATED_FAILURES + 1) {
    log.error({ ...about, alert: true, failed }, `more than ${TOLERATED_FAILURES} rows failed`);
  }
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
      await announce(context(db, tx, now), run, totals, status);
      return status;
    });
  } catch (failure) {
    if (!(failure instanceof RunLostError)) throw failure;
    log.warn({ runId: run.id, job: run.job }, failure.message);
    return 'LOST';
  }
}

function announce(
  ctx: VerbContext & { tx: Tx },
  run: HeldRun,
  { processed, failed }: RunTotals,
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED',
): Promise<void> {
  return appendEvent(ctx, {
    type: 'JOB_RUN_PROGRESSED',
    payload: { runId: run.id, job: run.job, processed, failed, status },
  });
}

function context(db: Database, tx: Tx, now: Date): VerbContext & { tx: Tx } {
  return { db, tx, now, actor: SYSTEM_ACTOR, requestId: null };
}

/** For the run's record, which people read: database errors quote values, so only their codes. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return error.name.startsWith('Prisma')
    ? `${error.name}${code}`
    : `${error.name}${code}: ${error.message}`;
}

import { AS_SYSTEM } from '../../domain/actor.js';
import { isUnavailable } from '../../platform/db/is-unavailable.js';
import { LeaseLostError } from '../../platform/loops/lease.js';
import { announceRun, jobContext } from './announce-run.js';
import {
  BATCH_SIZE,
  type BatchContext,
  type Due,
  type RunMemo,
  type Selection,
  type Sweep,
} from './define-job.js';
import { advanceRun, type HeldRun } from './job-run.js';
import type { RunnerOptions } from './runner.js';

/** More failed rows than this in one run is an alert, and the run counts as failed. */
export const TOLERATED_FAILURES = 10;

/**
 * Batches under way at once. While the server writes one, this process prepares the next; PGlite
 * has only one connection.
 */
const LANES = { pglite: 1, postgres: 2 } as const;

/** The state of a run between batches. */
export interface SweepState {
  readonly failedIds: Set<string>;
  readonly memo: RunMemo;
}

/**
 * Goes over all due rows once, then once more for the rows that others had locked. Within a pass the position only
 * moves forward, so that the index entries of rows already dealt with are not read again. Returns false if it was
 * stopped.
 */
export async function sweepThrough(
  options: RunnerOptions,
  run: HeldRun,
  sweep: Sweep,
  state: SweepState,
  signal?: AbortSignal,
): Promise<boolean> {
  for (let pass = 0; pass < 2; pass += 1) {
    if (!(await passOver(options, run, sweep, state, signal))) return false;
  }
  return true;
}

async function passOver(
  options: RunnerOptions,
  run: HeldRun,
  sweep: Sweep,
  state: SweepState,
  signal?: AbortSignal,
): Promise<boolean> {
  const lanes = Math.min(LANES[options.db.kind], sweep.lanes ?? Number.POSITIVE_INFINITY);
  const underWay = new Set<Promise<void>>();
  let after: Due | null = null;
  let complete = false;
  try {
    while (!complete && !signal?.aborted) {
      const { selected, done } = startBatch(options, run, sweep, state, after);
      const tracked: Promise<void> = done.finally(() => underWay.delete(tracked));
      // A failure is thrown further down, when its turn has come.
      tracked.catch(() => {});
      underWay.add(tracked);
      const rows: readonly Due[] = await selected;
      after = rows.at(-1) ?? null;
      complete = rows.length < BATCH_SIZE;
      if (underWay.size >= lanes) await Promise.race(underWay);
    }
    await Promise.all(underWay);
    return complete;
  } finally {
    await Promise.allSettled(underWay);
  }
}

/** `selected` comes as soon as the batch has locked its rows: from there the next one may go on. */
function startBatch(
  options: RunnerOptions,
  run: HeldRun,
  sweep: Sweep,
  state: SweepState,
  after: Due | null,
): { selected: Promise<readonly Due[]>; done: Promise<void> } {
  let done: Promise<void> = Promise.resolve();
  const selected = new Promise<readonly Due[]>((resolve, reject) => {
    done = runBatch(options, run, sweep, state, after, resolve);
    done.catch(reject);
  });
  return { selected, done };
}

async function runBatch(
  options: RunnerOptions,
  run: HeldRun,
  sweep: Sweep,
  state: SweepState,
  after: Due | null,
  onSelected: (rows: readonly Due[]) => void,
): Promise<void> {
  const { asOf } = run;
  const now = options.clock();
  const except = [...state.failedIds];
  const selection: Selection = { asOf, now, after, limit: BATCH_SIZE, except, lock: true };
  let rows: readonly Due[] = [];
  try {
    await applyTo(options, run, sweep, state, selection, (locked) => {
      rows = locked;
      onSelected(locked);
    });
  } catch (error) {
    // Nothing was selected yet: then it is the database or the statement, not a row.
    if (rows.length === 0 || isNobodysFault(error)) throw error;
    options.log.warn({ runId: run.id, err: error }, 'batch failed, trying its rows one by one');
    await applyOneByOne(options, run, sweep, rows, { ...selection, after: null }, state);
  }
}

async function applyTo(
  { db, keyRing }: RunnerOptions,
  run: HeldRun,
  sweep: Sweep,
  { memo }: SweepState,
  selection: Selection,
  onSelected?: (rows: readonly Due[]) => void,
): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = await sweep.select(tx, selection);
    onSelected?.(rows);
    if (rows.length === 0) return;
    const { asOf } = run;
    const ctx: BatchContext = { ...jobContext(db, tx, selection.now), asOf, keyRing, memo };
    const processed = await sweep.apply(ctx, rows);
    await announceRun(ctx, run, await advanceRun(tx, run, { processed }), 'RUNNING');
  }, AS_SYSTEM);
}

/** No row is to blame for it, and none may be counted as failed. */
function isNobodysFault(error: unknown): boolean {
  return error instanceof LeaseLostError || isUnavailable(error);
}

/** Finds the rows that spoil a batch: those are counted as failed, the others are done. */
async function applyOneByOne(
  options: RunnerOptions,
  run: HeldRun,
  sweep: Sweep,
  rows: readonly Due[],
  selection: Selection,
  state: SweepState,
): Promise<void> {
  for (const { id } of rows) {
    try {
      await applyTo(options, run, sweep, state, { ...selection, only: [id] });
    } catch (error) {
      if (isNobodysFault(error)) throw error;
      await countFailure(options, run, sweep, id, error);
      state.failedIds.add(id);
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
    await announceRun(jobContext(db, tx, clock()), run, totals, 'RUNNING');
    return totals;
  }, AS_SYSTEM);
  if (failed === TOLERATED_FAILURES + 1) {
    log.error({ ...about, alert: true, failed }, `more than ${TOLERATED_FAILURES} rows failed`);
  }
}

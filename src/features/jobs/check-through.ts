import { AS_SYSTEM } from '../../domain/actor.js';
import type { Tx } from '../../platform/db/open.js';
import { announceRun, jobContext } from './announce-run.js';
import { BATCH_SIZE, type BatchContext, type Check } from './define-job.js';
import { advanceRun, type HeldRun } from './job-run.js';
import type { RunnerOptions } from './runner.js';

/** Before every id: where a round begins. */
const BEGINNING = '00000000-0000-0000-0000-000000000000';

/**
 * Looks at as many rows as a run shall, behind those of the run before. Where the rows end, the round
 * ends, and the next run begins a new one: in time every row is looked at. Returns false if it was
 * stopped.
 */
export async function checkThrough(
  options: RunnerOptions,
  run: HeldRun,
  check: Check,
  signal?: AbortSignal,
): Promise<boolean> {
  while (!signal?.aborted) {
    if (await checkBatch(options, run, check)) return true;
  }
  return false;
}

/** The rows that the next run will look at first. */
export async function nextSample(
  tx: Tx,
  job: string,
  check: Check,
): Promise<readonly { id: string }[]> {
  const { after } = await placeOf(tx, job, null);
  return check.select(tx, { after, limit: await check.sampleSize(tx), lock: false });
}

/** Returns whether the run has looked at everything that it shall. */
async function checkBatch(
  { db, clock, keyRing, log }: RunnerOptions,
  run: HeldRun,
  check: Check,
): Promise<boolean> {
  const now = clock();
  return db.transaction(async (tx) => {
    const { after, seen } = await placeOf(tx, run.job, run.id);
    const left = (await check.sampleSize(tx)) - seen;
    if (left <= 0) return true;
    const limit = Math.min(left, BATCH_SIZE);
    // One row more tells whether the round ends here.
    const found = await check.select(tx, { after, limit: limit + 1, lock: true });
    const rows = found.slice(0, limit);
    const memo = { policy: null, schedule: null };
    const ctx: BatchContext = { ...jobContext(db, tx, now), asOf: run.asOf, keyRing, memo };
    const wrong = await check.judge(ctx, rows);
    for (const { id, columns } of wrong) {
      log.error(
        { alert: true, runId: run.id, job: run.job, entity: check.entity, id, columns },
        'what is stored is not what the facts say; it was left as it is',
      );
    }
    const endsRound = found.length <= limit;
    const position = endsRound ? BEGINNING : (rows.at(-1)?.id ?? BEGINNING);
    const step = { processed: rows.length - wrong.length, failed: wrong.length, position };
    await announceRun(ctx, run, await advanceRun(tx, run, step), 'RUNNING');
    return endsRound || rows.length === left;
  }, AS_SYSTEM);
}

/** Where a run of the job goes on, and how many rows it has seen: a run that was resumed, some. */
async function placeOf(
  tx: Tx,
  job: string,
  runId: string | null,
): Promise<{ after: string; seen: number }> {
  const [last] = await tx.$queryRaw<{ position: string; seen: number }[]>`
    SELECT position, CASE WHEN id = ${runId}::uuid THEN processed + failed ELSE 0 END AS seen
    FROM job_run
    WHERE job = ${job} AND position IS NOT NULL
    ORDER BY id = ${runId}::uuid DESC, started_at DESC, id DESC
    LIMIT 1`;
  return { after: last?.position ?? BEGINNING, seen: last?.seen ?? 0 };
}

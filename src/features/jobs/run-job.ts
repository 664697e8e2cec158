import { AS_SYSTEM } from '../../domain/actor.js';
import { ValidationError } from '../../domain/errors.js';
import { JOB_NAMES, type JobName } from '../../domain/nightly-jobs.js';
import type { Tx } from '../../platform/db/open.js';
import { requireMay } from '../../platform/identity/may.js';
import type { VerbContext } from '../../platform/verbs/context.js';
import { nextSample } from './check-through.js';
import { BATCH_SIZE, type Due, type Job, type JobAction, type Sweep } from './define-job.js';
import type { JobRunner, RunOutcome } from './runner.js';

export interface RunJobInput {
  /** One of JOB_NAMES. */
  job: string;
  /** The instant whose due rows are dealt with; now if not given. Only a dry run may look ahead. */
  asOf?: Date | null | undefined;
  dryRun?: boolean | null | undefined;
}

/** One row that a dry run found. */
export interface Affected {
  action: JobAction;
  entity: Sweep['entity'];
  id: string;
  /** Since when, or from when, it is due; for rows with a retention, when it began. */
  dueAt: Date;
}

export type RunJobResult =
  | { dryRun: true; job: JobName; asOf: Date; affected: Affected[] }
  | { dryRun: false; job: JobName; asOf: Date; runId: string; status: RunOutcome['status'] };

/**
 * Runs a job now and waits for its end, or, as a dry run, reports its actions and writes nothing.
 * @throws ValidationError for an unknown job, or a real run as of the future
 */
export async function runJob(
  ctx: VerbContext,
  input: RunJobInput,
  runner: JobRunner,
  options: { signal?: AbortSignal; onClaimed?: (runId: string) => void } = {},
): Promise<RunJobResult> {
  requireMay(ctx, 'runJob');
  const job = runner.jobs.find(({ name }) => name === input.job);
  if (job === undefined) {
    const message = `${JSON.stringify(input.job)} is no job, allowed is ${JOB_NAMES.join(', ')}`;
    throw new ValidationError([{ path: 'job', message }]);
  }
  if (ctx.inputProblems?.length) throw new ValidationError(ctx.inputProblems);
  const asOf = input.asOf ?? ctx.now;
  if (input.dryRun) {
    return { dryRun: true, job: job.name, asOf, affected: await affectedBy(ctx, job, asOf) };
  }
  if (asOf > ctx.now) {
    const message = `${asOf.toISOString()} lies in the future, allowed is up to ${ctx.now.toISOString()}; only a dry run may look ahead`;
    throw new ValidationError([{ path: 'asOf', message }]);
  }
  const by = { actor: ctx.actor, requestId: ctx.requestId };
  const request = { job: job.name, asOf, by };
  const outcome = await runner.runNow(request, options.signal, options.onClaimed);
  return { dryRun: false, job: job.name, asOf, ...outcome };
}

async function affectedBy(ctx: VerbContext, job: Job, asOf: Date): Promise<Affected[]> {
  if ('check' in job) {
    const { action, entity } = job.check;
    const rows = await readOnly(ctx, (tx) => nextSample(tx, job.name, job.check));
    return rows.map(({ id }) => ({ action, entity, id, dueAt: asOf }));
  }
  const affected: Affected[] = [];
  for (const { action, entity, ...sweep } of job.sweeps) {
    for await (const { id, dueAt } of allDue(ctx, sweep, asOf)) {
      affected.push({ action, entity, id, dueAt });
    }
  }
  return affected;
}

/** Pages through the very selection of a real run, without its locks. */
async function* allDue(
  ctx: VerbContext,
  { select }: Pick<Sweep, 'select'>,
  asOf: Date,
): AsyncGenerator<Due> {
  let after: Due | null = null;
  for (;;) {
    const selection = { asOf, now: ctx.now, after, limit: DRY_RUN_PAGE, except: [], lock: false };
    const rows: Due[] = await readOnly(ctx, (tx) => select(tx, selection));
    yield* rows;
    after = rows.at(-1) ?? null;
    if (rows.length < DRY_RUN_PAGE) return;
  }
}

function readOnly<T>({ db }: VerbContext, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.$executeRaw`SET TRANSACTION READ ONLY`;
    return read(tx);
  }, AS_SYSTEM);
}

const DRY_RUN_PAGE = 10 * BATCH_SIZE;

import type { Logger } from 'pino';
import { type Actor, AS_SYSTEM, type Role, SYSTEM_ACTOR } from '../../domain/actor.js';
import {
  ConflictError,
  ForbiddenError,
  LeadwardenError,
  ValidationError,
} from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { isUnavailable } from '../../platform/db/is-unavailable.js';
import type { Database, Tx } from '../../platform/db/open.js';
import { appendEvent } from '../../platform/events/append-event.js';
import { isManager, may } from '../../platform/identity/may.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { LeaseLostError } from '../../platform/loops/lease.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { commitRows } from './commit-rows.js';
import { fileOptionsOf } from './file-options.js';
import {
  advanceImport,
  describeImport,
  finishImport,
  type HeldImport,
  type ImportCounts,
  releaseImport,
} from './import-job.js';
import type { Verdict } from './judge-rows.js';
import { openParser, type Parser } from './open-parser.js';
import { rehearseImport, reportRehearsal, requireRehearsable } from './rehearse-import.js';

/** Rows per transaction. */
const BATCH_SIZE = 100;

export interface ProcessOptions {
  readonly db: Database;
  readonly keyRing: KeyRing;
  readonly clock: () => Date;
  readonly log: Logger;
  /** How long one step of parsing a file may take; a minute if left out. */
  readonly parseDeadlineMs?: number | undefined;
}

/** RUNNING: stopped between two batches, by the end of the process or of the database; LOST: another process took it over meanwhile. */
export type ImportEnd = 'FINISHED' | 'FAILED' | 'RUNNING' | 'LOST';

/**
 * Imports a file, batch by batch, from after the last row that was reported: what a process that
 * died had committed is not done again.
 */
export async function processImport(
  options: ProcessOptions,
  held: HeldImport,
  signal?: AbortSignal,
): Promise<ImportEnd> {
  const { db, log } = options;
  try {
    const complete = await importRows(options, held, signal);
    if (!complete) {
      await releaseImport(db, held);
      return 'RUNNING';
    }
    return await finish(options, held, null);
  } catch (error) {
    if (error instanceof LeaseLostError) {
      log.warn({ importId: held.id }, error.message);
      return 'LOST';
    }
    if (isUnavailable(error)) {
      log.warn({ importId: held.id, err: error }, 'the database is away; to be resumed');
      // If this fails as well, the lease runs out by itself.
      await releaseImport(db, held).catch(() => {});
      return 'RUNNING';
    }
    if (error instanceof LeadwardenError) return await finish(options, held, readable(error));
    log.error({ importId: held.id, err: error }, 'import failed');
    return await finish(options, held, `Internal error; the log tells more under ${held.id}.`);
  }
}

async function importRows(
  options: ProcessOptions,
  held: HeldImport,
  signal?: AbortSignal,
): Promise<boolean> {
  const { db, clock, parseDeadlineMs } = options;
  await using parser = openParser({ deadlineMs: parseDeadlineMs, signal });
  try {
    const file = await parser.open(held.content, fileOptionsOf(held.options));
    if (held.options.dryRun) requireRehearsable(file.totalRows);
    const { actor, timeZone, lastLine, owners } = await db.transaction(async (tx) => {
      await describeImport(tx, held, file);
      return loadSetting(tx, held);
    }, AS_SYSTEM);
    await parser.judge({
      options: {
        importId: held.id,
        now: clock(),
        timeZone,
        owners,
        backdating: { allowed: isManager(actor), reason: held.options.backdateReason },
      },
      afterLine: lastLine,
      batchSize: BATCH_SIZE,
    });
    if (held.options.dryRun) {
      await rehearse(options, held, parser);
      return true;
    }
    for (;;) {
      const batch = await parser.next();
      if (batch === null) return true;
      if (signal?.aborted) return false;
      await writeBatch(options, held, batch);
    }
  } catch (error) {
    if (signal?.aborted && error === signal.reason) return false;
    throw error;
  }
}

/** Reports what would become of the rows; one that was interrupted before has written nothing. */
async function rehearse(
  { db, clock, keyRing }: ProcessOptions,
  held: HeldImport,
  parser: Parser,
): Promise<void> {
  const open = async (tx: Tx): Promise<TxContext> => {
    const actor = await loadImporter(tx, held);
    return { db, tx, actor, now: clock(), requestId: null };
  };
  const rehearsal = await rehearseImport({ db }, held, parser, { open, keyRing });
  await db.transaction(async (tx) => {
    const ctx = await open(tx);
    await reportRehearsal(ctx, held, rehearsal, keyRing);
    await announce(ctx, held, await advanceImport(tx, held, rehearsal.counts), 'RUNNING');
  }, AS_SYSTEM);
}

/** The importer, the clock and the progress of an import. */
async function loadSetting(tx: Tx, held: HeldImport) {
  const { timeZone } = await loadPolicy(tx);
  const actor = await loadImporter(tx, held);
  const last = await tx.importRow.aggregate({
    where: { importId: held.id },
    _max: { line: true },
  });
  const { ownerIds } = held.options;
  const users = await tx.user.findMany({
    where: { id: { in: ownerIds } },
    select: { id: true, name: true, email: true },
  });
  const byId = new Map(users.map((user) => [user.id, user]));
  const owners = ownerIds.map((id) => byId.get(id) ?? { id, name: '', email: '' });
  return { actor, timeZone, lastLine: last._max.line ?? 0, owners };
}

/** The import cannot go on, whatever its rows say. */
class ImportRefusedError extends ConflictError {}

/**
 * The importer as they are now: what they lose while their import runs, its next rows do without.
 * @throws ImportRefusedError if they may no longer import
 */
async function loadImporter(tx: Tx, { createdById }: HeldImport): Promise<Actor> {
  const importer = await tx.user.findUnique({ where: { id: createdById } });
  if (!importer) {
    throw new ImportRefusedError(
      `The importer ${globalIdOf('User', createdById)} is gone.`,
      'USER_UNFIT',
    );
  }
  const { id, name, email, territory } = importer;
  const actor: Actor = { id, role: importer.role as Role, name, email, territory, scopes: null };
  if (!importer.active || !may(actor, 'importLeads')) {
    throw new ImportRefusedError(
      `The importer ${globalIdOf('User', createdById)} may no longer import leads.`,
      'USER_UNFIT',
    );
  }
  return actor;
}

/** Writes a batch at once, or, if one of its rows spoils it, row by row. */
async function writeBatch(
  options: ProcessOptions,
  held: HeldImport,
  batch: readonly Verdict[],
): Promise<void> {
  try {
    await write(options, held, batch);
  } catch (error) {
    if (isNobodysFault(error)) throw error;
    options.log.warn({ importId: held.id, err: error }, 'batch failed, trying its rows one by one');
    for (const verdict of batch) await writeAlone(options, held, verdict);
  }
}

/** No row is to blame for it, and none may be rejected. */
function isNobodysFault(error: unknown): boolean {
  return (
    error instanceof LeaseLostError ||
    error instanceof ImportRefusedError ||
    error instanceof ForbiddenError ||
    isUnavailable(error)
  );
}

async function writeAlone(
  options: ProcessOptions,
  held: HeldImport,
  verdict: Verdict,
): Promise<void> {
  try {
    await write(options, held, [verdict]);
  } catch (error) {
    if (isNobodysFault(error)) throw error;
    const { line } = verdict;
    options.log.error({ importId: held.id, line, err: error }, 'row could not be written');
    const message = 'the row could not be written; the log tells why';
    const problem = {
      code: 'NOT_WRITTEN',
      field: null,
      column: null,
      value: '',
      message,
      params: {},
    };
    await write(options, held, [{ kind: 'REJECTED', line, problems: [problem] }]);
  }
}

async function write(
  { db, clock, keyRing }: ProcessOptions,
  held: HeldImport,
  batch: readonly Verdict[],
): Promise<void> {
  const now = clock();
  await db.transaction(async (tx) => {
    const actor = await loadImporter(tx, held);
    const ctx: TxContext = { db, tx, actor, now, requestId: null };
    const rows = await commitRows(ctx, held.id, batch, { keyRing });
    await announce(ctx, held, await advanceImport(tx, held, rows), 'RUNNING');
  }, AS_SYSTEM);
}

async function finish(
  { db, clock, log }: ProcessOptions,
  held: HeldImport,
  error: string | null,
): Promise<ImportEnd> {
  const status = error === null ? 'FINISHED' : 'FAILED';
  const now = clock();
  try {
    await db.transaction(async (tx) => {
      const counts = await advanceImport(tx, held, { created: 0, duplicate: 0, rejected: 0 });
      await finishImport(tx, held, { status, error, now });
      const ctx: TxContext = { db, tx, now, requestId: null, actor: SYSTEM_ACTOR };
      await announce(ctx, held, counts, status);
      log.info({ importId: held.id, status, ...counts }, 'import ended');
    }, AS_SYSTEM);
    return status;
  } catch (failure) {
    if (failure instanceof LeaseLostError) return 'LOST';
    throw failure;
  }
}

function announce(
  ctx: TxContext,
  held: HeldImport,
  counts: ImportCounts,
  status: 'RUNNING' | 'FINISHED' | 'FAILED',
): Promise<void> {
  return appendEvent(ctx, {
    type: 'IMPORT_PROGRESSED',
    ownerId: held.createdById,
    payload: { importId: held.id, status, ...counts },
  });
}

/** What the importer is told: of a file that cannot be read, why. */
function readable(error: LeadwardenError): string {
  if (!(error instanceof ValidationError)) return error.message;
  return error.problems.map(({ message }) => message).join(' ');
}

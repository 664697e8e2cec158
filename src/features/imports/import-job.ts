import { AS_SYSTEM } from '../../domain/actor.js';
import type { Database, Tx } from '../../platform/db/open.js';
import {
  type Held,
  LEASE_END,
  LeaseLostError,
  stillHeld,
  TAKES_LEASE,
} from '../../platform/loops/lease.js';
import { type ImportOptions, importOptions } from './import-options.js';

/** An import that this process holds the lease of. */
export interface HeldImport extends Held {
  readonly createdById: string;
  readonly content: Uint8Array;
  readonly options: ImportOptions;
}

/** Takes the oldest import that waits, or whose process fell silent (by the clock of the database). */
export async function takeImport(db: Database, now: Date): Promise<HeldImport | null> {
  const [taken] = await db.transaction(
    (tx) => tx.$queryRaw<
      (Omit<HeldImport, 'options' | 'content'> & { options: unknown; content: Uint8Array | null })[]
    >`
    UPDATE import_job
    SET status = 'RUNNING', started_at = coalesce(started_at, ${now.toISOString()}::timestamptz),
        ${TAKES_LEASE}
    WHERE id = (
      SELECT id FROM import_job
      WHERE status IN ('PENDING', 'RUNNING')
        AND (lease_until IS NULL OR lease_until < clock_timestamp())
      ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, created_by_id AS "createdById", content, options, lease_token AS "leaseToken"`,
    AS_SYSTEM,
  );
  if (taken === undefined) return null;
  const content = taken.content ?? new Uint8Array();
  return { ...taken, content, options: importOptions.parse(taken.options) };
}

export interface ImportCounts {
  totalRows: number | null;
  processedRows: number;
  createdRows: number;
  duplicateRows: number;
  rejectedRows: number;
}

/** Notes what was learnt of the file before its first row. @throws LeaseLostError */
export async function describeImport(
  tx: Tx,
  held: HeldImport,
  file: { encoding: string; totalRows: number; warnings: unknown },
): Promise<void> {
  const updated = await tx.$executeRaw`
    UPDATE import_job
    SET encoding = ${file.encoding}, total_rows = ${file.totalRows}::int,
        warnings = ${JSON.stringify(file.warnings)}::jsonb
    WHERE ${stillHeld(held)}`;
  if (updated === 0) throw new LeaseLostError('The import', held);
}

/**
 * Books rows and renews the lease, in the transaction of the rows.
 * @throws LeaseLostError if another process has the lease by now: the batch must not commit.
 */
export async function advanceImport(
  tx: Tx,
  held: HeldImport,
  rows: { created: number; duplicate: number; rejected: number },
): Promise<ImportCounts> {
  const { created, duplicate, rejected } = rows;
  const [counts] = await tx.$queryRaw<ImportCounts[]>`
    UPDATE import_job
    SET processed_rows = processed_rows + ${created + duplicate + rejected}::int,
        created_rows = created_rows + ${created}::int,
        duplicate_rows = duplicate_rows + ${duplicate}::int,
        rejected_rows = rejected_rows + ${rejected}::int,
        lease_until = ${LEASE_END}
    WHERE ${stillHeld(held)}
    RETURNING total_rows AS "totalRows", processed_rows AS "processedRows",
      created_rows AS "createdRows", duplicate_rows AS "duplicateRows",
      rejected_rows AS "rejectedRows"`;
  if (counts === undefined) throw new LeaseLostError('The import', held);
  return counts;
}

/** Ends the import; the file is not kept. @throws LeaseLostError */
export async function finishImport(
  tx: Tx,
  held: HeldImport,
  end: { status: 'FINISHED' | 'FAILED'; error: string | null; now: Date },
): Promise<void> {
  const updated = await tx.$executeRaw`
    UPDATE import_job
    SET status = ${end.status}, error = ${end.error}, content = NULL, lease_until = NULL,
        finished_at = ${end.now.toISOString()}::timestamptz
    WHERE ${stillHeld(held)}`;
  if (updated === 0) throw new LeaseLostError('The import', held);
}

/** Gives the import up unfinished, so that the next process resumes it at once. */
export async function releaseImport(db: Database, held: HeldImport): Promise<void> {
  await db.transaction(
    (tx) => tx.$executeRaw`
    UPDATE import_job SET lease_until = NULL
    WHERE ${stillHeld(held)}`,
    AS_SYSTEM,
  );
}

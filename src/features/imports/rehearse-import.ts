import { AS_SYSTEM } from '../../domain/actor.js';
import { ValidationError } from '../../domain/errors.js';
import { newId } from '../../platform/db/ids.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { refuseOverCheckLimit } from '../conflicts/limit-checks.js';
import { recordChecks } from '../conflicts/record-checks.js';
import { type CommitOptions, commitRows, type RowCounts } from './commit-rows.js';
import type { HeldImport } from './import-job.js';
import type { Verdict } from './judge-rows.js';
import type { Parser } from './open-parser.js';

/** A dry run is one transaction, for which all others wait on the embedded database: longer files are tried in parts. */
export const MOST_REHEARSED_ROWS = 250;
const DEADLINE_MS = 30_000;

type Asked = Awaited<ReturnType<typeof commitRows>>['asked'];
type ReportedRow = Awaited<ReturnType<TxContext['tx']['importRow']['findMany']>>[number];

export interface Rehearsal {
  readonly rows: readonly ReportedRow[];
  readonly counts: RowCounts;
  readonly asked: Asked;
}

/** Ends the transaction of a rehearsal, so that nothing of it is written, and carries what was learnt. */
class RehearsedError extends Error {
  constructor(readonly rehearsal: Rehearsal) {
    super('The rehearsal is over.');
  }
}

/** @throws ValidationError for a file that is too long to be tried at once */
export function requireRehearsable(totalRows: number): void {
  if (totalRows <= MOST_REHEARSED_ROWS) return;
  const message = `The file has ${totalRows} rows; a dry run takes up to ${MOST_REHEARSED_ROWS}. Try the file in parts, or import it.`;
  throw new ValidationError([{ path: 'file', message }]);
}

/**
 * Does all that an import does, by the same code, in one transaction that is rolled back: what it reports is what the
 * import would report. Each row is a check for a conflict as any other, and counts as one.
 * @param open makes the context of the importer in the transaction
 */
export async function rehearseImport(
  ctx: Pick<TxContext, 'db'>,
  held: HeldImport,
  parser: Pick<Parser, 'next'>,
  options: { open: (tx: TxContext['tx']) => Promise<TxContext>; keyRing: CommitOptions['keyRing'] },
): Promise<Rehearsal> {
  const { keyRing, open } = options;
  try {
    await ctx.db.transaction(
      async (tx) => {
        const inside = await open(tx);
        const counts = { created: 0, duplicate: 0, rejected: 0 };
        const asked: Asked[number][] = [];
        for (;;) {
          const batch: readonly Verdict[] | null = await parser.next();
          if (batch === null) break;
          await refuseOverCheckLimit(inside, asked.length + batch.length);
          const done = await commitRows(inside, held.id, batch, { keyRing, rehearsing: true });
          counts.created += done.created;
          counts.duplicate += done.duplicate;
          counts.rejected += done.rejected;
          asked.push(...done.asked);
        }
        const rows = await tx.importRow.findMany({ where: { importId: held.id } });
        throw new RehearsedError({ rows, counts, asked });
      },
      { ...AS_SYSTEM, timeoutMs: DEADLINE_MS },
    );
  } catch (error) {
    if (error instanceof RehearsedError) return error.rehearsal;
    throw error;
  }
  throw new Error('A rehearsal was committed.');
}

/** Writes the report of a rehearsal: of leads that were never written it names none. */
export async function reportRehearsal(
  ctx: TxContext,
  held: HeldImport,
  { rows, asked }: Rehearsal,
  keyRing: CommitOptions['keyRing'],
): Promise<void> {
  await ctx.tx.importRow.createMany({
    data: rows.map(({ line, outcome, duplicateOfLeadId, duplicateOfLine, problems }) => ({
      id: newId(),
      importId: held.id,
      line,
      outcome,
      duplicateOfLeadId,
      duplicateOfLine,
      problems: problems ?? [],
    })),
  });
  await recordChecks(ctx, 'checkLeadConflict', [...asked], keyRing);
}

import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { columnsOf, TEXT_TABLES, type TextTable } from './text-columns.js';

/** A table with columns that are emptied in place. */
export interface BlankableTable {
  readonly name: string;
  readonly table: TextTable & Required<Pick<TextTable, 'ofLeads' | 'leadId'>>;
  readonly columns: readonly {
    readonly column: string;
    readonly blank: Prisma.Sql;
    readonly without: ((gone: Prisma.Sql) => Prisma.Sql) | undefined;
    /** Whether only erasure empties it. */
    readonly outlives: boolean;
  }[];
}

/**
 * The part of a column that is emptied: in which rows, and of lists which elements, by the row's id and from 0 on.
 */
export interface Going {
  readonly ids: readonly string[];
  readonly elements: Readonly<Record<string, readonly number[]>>;
}

export const BLANKABLE_TABLES: readonly BlankableTable[] = Object.entries(TEXT_TABLES).flatMap(
  ([name, table]) => {
    const columns = columnsOf(table).flatMap(([column, treatment]) =>
      'blank' in treatment
        ? [
            {
              column,
              blank: Prisma.raw(treatment.blank),
              without: treatment.without,
              outlives: treatment.outlives !== undefined,
            },
          ]
        : [],
    );
    const { ofLeads, leadId } = table;
    if (columns.length === 0) return [];
    if (!ofLeads || !leadId) throw new Error(`${name} does not say which lead its rows are about.`);
    return [{ name, table: { ...table, ofLeads, leadId }, columns }];
  },
);

/**
 * Empties the texts of rows that `which` picks; given `only`, just that part of each column. Returns how many rows
 * there were, by table.
 */
export async function blankTexts(
  tx: Tx,
  which: (table: BlankableTable) => Prisma.Sql,
  only?: (column: string, table: BlankableTable) => Going,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of BLANKABLE_TABLES) {
    const emptied = table.columns.filter(({ outlives }) => only !== undefined || !outlives);
    const assignments = emptied.map(({ column, blank, without }) => {
      const name = Prisma.raw(`"${column}"`);
      if (!only) return Prisma.sql`${name} = ${blank}`;
      const { ids, elements } = only(column, table);
      const gone = Prisma.sql`coalesce(${JSON.stringify(elements)}::jsonb -> id::text @> to_jsonb(nth - 1), false)`;
      return Prisma.sql`${name} = CASE WHEN id = ANY(${[...ids]}::uuid[]) THEN ${without?.(gone) ?? blank} ELSE ${name} END`;
    });
    if (table.table.also) assignments.push(Prisma.raw(table.table.also));
    const count = await tx.$executeRaw`
      UPDATE ${Prisma.raw(table.name)} SET ${Prisma.join(assignments)} WHERE ${which(table)}`;
    counts.set(table.name, count);
  }
  return counts;
}

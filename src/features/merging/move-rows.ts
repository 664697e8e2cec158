import { z } from 'zod';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { TxContext } from '../../platform/verbs/context.js';

/** The tables whose rows pass from one lead to another, and whether they belong to an ownership. */
const TABLES = {
  contact: false,
  activity: true,
  hold: true,
  reminder: true,
  sample: false,
  extension_request: true,
} as const;

export type MovedTable = keyof typeof TABLES;
export const MOVED_TABLES = Object.keys(TABLES) as readonly MovedTable[];

const ids = z.array(z.string());

/** What passed in a merge, and what it was before: ids and codes alone. */
export const passedRows = z.object({
  rows: z.partialRecord(
    z.enum(['contact', 'activity', 'hold', 'reminder', 'sample', 'extension_request']),
    ids,
  ),
  /** Those of the rows that were facts of the present ownership of the merged lead. */
  joined: z.partialRecord(z.enum(['activity', 'hold', 'reminder', 'extension_request']), ids),
  ownerships: ids,
  /** Leads that led on to the merged one before. */
  forwarded: ids,
  /** The present ownership of the merged lead; null if it had none. */
  ownershipId: z.string().nullable(),
  primaryContacts: ids,
  lapsedRequests: ids,
  kept: z.object({
    status: z.string(),
    ownerId: z.string().nullable(),
    territory: z.string().nullable(),
    endedAt: z.string().nullable(),
    endReason: z.string().nullable(),
    stage: z.string(),
    ownershipId: z.string().nullable(),
    assignedAt: z.string().nullable(),
  }),
  merged: z.object({
    status: z.string(),
    ownerId: z.string().nullable(),
    endedAt: z.string().nullable(),
    endReason: z.string().nullable(),
  }),
  /** The present ownership after the merge. */
  ownershipAfter: z.string().nullable(),
});
export type PassedRows = z.infer<typeof passedRows>;

const uuids = (list: readonly string[]) => Prisma.sql`${[...list]}::uuid[]`;

/** How many rows of each table a lead has. */
export async function countRows(
  { tx }: TxContext,
  leadId: string,
): Promise<Record<MovedTable, number>> {
  const counts = {} as Record<MovedTable, number>;
  for (const table of MOVED_TABLES) {
    const [row] = await tx.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM ${Prisma.raw(table)} WHERE lead_id = ${leadId}::uuid`;
    counts[table] = row?.n ?? 0;
  }
  return counts;
}

/**
 * Moves the rows of a lead to another one, in a table. A reminder of which there is one of the same kind and window stays
 * where it is. Returns the ids.
 */
export async function moveRows(
  { tx }: TxContext,
  table: MovedTable | 'ownership',
  { from, to, only }: { from: string; to: string; only?: readonly string[] },
): Promise<string[]> {
  const name = Prisma.raw(table);
  const twin =
    table === 'reminder'
      ? Prisma.sql`AND NOT EXISTS (SELECT FROM reminder twin WHERE twin.lead_id = ${to}::uuid
          AND twin.kind = reminder.kind AND twin.window_start = reminder.window_start)`
      : Prisma.empty;
  const some = only === undefined ? Prisma.empty : Prisma.sql`AND id = ANY(${uuids(only)})`;
  const moved = await tx.$queryRaw<{ id: string }[]>`
    UPDATE ${name} SET lead_id = ${to}::uuid
    WHERE lead_id = ${from}::uuid ${some} ${twin}
    RETURNING id`;
  return moved.map(({ id }) => id);
}

/** Makes the facts of one ownership those of another, of rows that have been moved. Returns the ids. */
export async function joinRows(
  { tx }: TxContext,
  table: keyof PassedRows['joined'] & string,
  { from, to, only }: { from: string; to: string; only: readonly string[] },
): Promise<string[]> {
  const joined = await tx.$queryRaw<{ id: string }[]>`
    UPDATE ${Prisma.raw(table)} SET ownership_id = ${to}::uuid
    WHERE ownership_id = ${from}::uuid AND id = ANY(${uuids(only)})
    RETURNING id`;
  return joined.map(({ id }) => id);
}

/** Lets the leads that lead on to one lead lead on to another. Returns their ids. */
export async function forward(
  { tx }: TxContext,
  { from, to, only }: { from: string; to: string; only?: readonly string[] },
): Promise<string[]> {
  const some = only === undefined ? Prisma.empty : Prisma.sql`AND id = ANY(${uuids(only)})`;
  const forwarded = await tx.$queryRaw<{ id: string }[]>`
    UPDATE lead SET merged_into_id = ${to}::uuid
    WHERE merged_into_id = ${from}::uuid AND id <> ${to}::uuid ${some}
    RETURNING id`;
  return forwarded.map(({ id }) => id);
}

export const JOINED_TABLES = MOVED_TABLES.filter((table) => TABLES[table]) as readonly (
  | 'activity'
  | 'hold'
  | 'reminder'
  | 'extension_request'
)[];

import { Prisma } from '../db/generated/prisma/client.js';
import type { Tx } from '../db/open.js';
import type { BrokenLink } from './chain.js';

/** The elements of a JSON array; none if the value is no array. */
const elements = (array: Prisma.Sql) => Prisma.sql`
  jsonb_array_elements(CASE jsonb_typeof(${array}) WHEN 'array' THEN ${array} END)`;

/**
 * The first entry with a loss that no later pseudonymisation or erasure in the trail accounts for. A
 * pseudonymisation, and an erasure by an earlier version, names leads whose entries lost all content; an erasure
 * names the entries, and the values that each has lost.
 */
export async function firstUncovered(tx: Tx): Promise<BrokenLink | null> {
  const [uncovered] = await tx.$queryRaw<{ position: number; id: string; path: string }[]>`
    WITH told AS (
      -- By position, which is hashed, and not by the order of insertion, which is not. What is not sealed yet comes last.
      SELECT after, coalesce(position, 'Infinity'::float8) AS position FROM audit_entry
      WHERE action IN ('pseudonymizeLeads', 'eraseDataSubject') AND lead_id IS NULL
    ), lead_covered AS (
      SELECT lead.id #>> '{}' AS lead_id, max(position) AS position
      FROM told CROSS JOIN ${elements(Prisma.sql`told.after -> 'leadIds'`)} AS lead (id)
      WHERE NOT told.after ? 'blanked' GROUP BY 1
    ), value_covered AS (
      -- An empty path is all of the entry.
      SELECT blanked.entry ->> 'id' AS entry_id, coalesce(value.path::text, '') AS path, max(position) AS position
      FROM told CROSS JOIN ${elements(Prisma.sql`told.after -> 'blanked'`)} AS blanked (entry)
      LEFT JOIN LATERAL ${elements(Prisma.sql`blanked.entry -> 'paths'`)} AS value (path) ON true
      WHERE value.path IS NOT NULL OR jsonb_typeof(blanked.entry -> 'paths') = 'null'
      GROUP BY 1, 2
    ), lost AS (
      SELECT id, lead_id, position, '' AS path FROM audit_entry WHERE salt IS NULL
      UNION ALL
      SELECT id, lead_id, position, leaf.key FROM audit_entry
      CROSS JOIN LATERAL jsonb_each(CASE jsonb_typeof(leaves) WHEN 'object' THEN leaves END) AS leaf
      WHERE leaf.value ? 'digest'
    )
    SELECT position::float8 AS position, id, path FROM lost
    WHERE position IS NOT NULL
      AND NOT EXISTS (SELECT FROM value_covered AS covered
        WHERE covered.entry_id = lost.id::text AND covered.path = lost.path
          AND covered.position > lost.position)
      AND NOT EXISTS (SELECT FROM lead_covered AS covered
        WHERE lost.path = '' AND covered.lead_id = lost.lead_id::text AND covered.position > lost.position)
    ORDER BY lost.position, path LIMIT 1`;
  if (!uncovered) return null;
  const { position, id, path } = uncovered;
  const what =
    path === ''
      ? `entry ${id} was blanked, but no pseudonymisation or erasure of its lead follows`
      : `${path} of entry ${id} was blanked, but no erasure that names it follows`;
  return { position, what };
}

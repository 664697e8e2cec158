import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { blankTexts } from './blank-texts.js';

/** How many rows there were. */
export interface BlankedRecords {
  activities: number;
  holds: number;
  reminders: number;
  samples: number;
  extensionRequests: number;
  auditEntries: number;
}

/** Blanks texts that people wrote about the leads. Kinds, dates and authors stay: they are statistics. */
export async function blankRecords(tx: Tx, leadIds: readonly string[]): Promise<BlankedRecords> {
  const ids = Prisma.sql`${[...leadIds]}::uuid[]`;
  const counts = await blankTexts(tx, ({ table }) => table.ofLeads(ids));
  const auditEntries = await blankAudit(tx, ids);
  await forgetRequests(tx, leadIds);
  const count = (table: string) => counts.get(table) ?? 0;
  return {
    activities: count('activity'),
    holds: count('hold'),
    reminders: count('reminder'),
    samples: count('sample'),
    extensionRequests: count('extension_request'),
    auditEntries,
  };
}

/**
 * With the content goes its salt: the content cannot be guessed from the digest. Returns how many entries there were.
 */
function blankAudit(tx: Tx, leadIds: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    UPDATE audit_entry SET before = NULL, after = NULL, salt = NULL
    WHERE lead_id = ANY(${leadIds}) AND salt IS NOT NULL`;
}

/** The hash of a request is a hash of the personal data in it, and made without a key. */
export async function forgetResults(tx: Tx, resultIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM idempotency_key WHERE result_id = ANY(${[...resultIds]}::uuid[])`;
}

/** The same for everything about leads. */
async function forgetRequests(tx: Tx, leadIds: readonly string[]): Promise<void> {
  const ids = [...leadIds];
  await tx.$executeRaw`
    DELETE FROM idempotency_key
    WHERE result_id IN (
      SELECT unnest(${ids}::uuid[])
      UNION ALL SELECT id FROM contact WHERE lead_id = ANY(${ids}::uuid[])
      UNION ALL SELECT id FROM activity WHERE lead_id = ANY(${ids}::uuid[])
      UNION ALL SELECT id FROM hold WHERE lead_id = ANY(${ids}::uuid[])
      UNION ALL SELECT id FROM reminder WHERE lead_id = ANY(${ids}::uuid[])
      UNION ALL SELECT id FROM sample WHERE lead_id = ANY(${ids}::uuid[])
      UNION ALL SELECT id FROM extension_request WHERE lead_id = ANY(${ids}::uuid[]))`;
}

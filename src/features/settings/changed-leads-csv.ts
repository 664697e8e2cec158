import { stringify } from 'csv-stringify/sync';
import { AS_SYSTEM } from '../../domain/actor.js';
import { guardFormula } from '../../domain/csv-formulas.js';
import type { Database } from '../../platform/db/open.js';
import type { ChangedLead } from './policy-tally.js';

/** The first line of the file. */
export const CHANGED_LEADS_HEAD = stringify([
  [
    'leadId',
    'company',
    'city',
    'owner',
    'stateBefore',
    'stateAfter',
    'expiresBefore',
    'expiresAfter',
  ],
]);

/** The effect on some leads as lines of a CSV file, for the command line. */
export async function changedLeadsCsv(
  db: Database,
  leads: readonly ChangedLead[],
): Promise<string> {
  if (leads.length === 0) return '';
  const rows = await db.transaction(
    (tx) =>
      tx.lead.findMany({
        where: { id: { in: leads.map(({ leadId }) => leadId) } },
        select: { id: true, companyName: true, city: true, owner: { select: { email: true } } },
      }),
    AS_SYSTEM,
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return stringify(
    leads.map(({ leadId, stateBefore, stateAfter, before, after }) => {
      const lead = known.get(leadId);
      const named = [lead?.companyName, lead?.city, lead?.owner?.email];
      return [
        leadId,
        ...named.map((text) => guardFormula(text ?? '')),
        stateBefore,
        stateAfter,
        isoOf(before.expiresAt),
        isoOf(after.expiresAt),
      ];
    }),
  );
}

function isoOf(epochMs: number | null): string {
  return epochMs === null ? '' : new Date(epochMs).toISOString();
}

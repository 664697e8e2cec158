import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { daysBefore } from '../../platform/settings/days-of-setting.js';
import { type Due, defineJob, type Selection } from './define-job.js';
import { inRange, locking } from './due-leads.js';

/** Records of conflict checks past their retention, and the companies in receipts of refusals. */
export const conflictCheckRetention = defineJob({
  name: 'conflict-check-retention',
  sweeps: [
    {
      action: 'DELETE',
      entity: 'ConflictCheck',
      select: selectOld,
      async apply({ tx }, rows) {
        const ids = rows.map(({ id }) => id);
        await tx.conflictCheck.deleteMany({ where: { id: { in: ids } } });
        return ids.length;
      },
    },
    {
      action: 'FORGET',
      entity: 'Receipt',
      select: selectRefusals,
      async apply({ tx }, rows) {
        const ids = rows.map(({ id }) => id);
        const { count } = await tx.receipt.updateMany({
          where: { id: { in: ids } },
          data: { disclosures: [] },
        });
        return count;
      },
    },
  ],
});

/** Refusals are about no lead, so no pseudonymisation finds them. The receipts stay, and so does what their agents kept. */
async function selectRefusals(tx: Tx, selection: Selection): Promise<Due[]> {
  const asOf = await daysBefore(tx, selection.asOf, 'conflictChecks.retentionDays');
  const due = Prisma.sql`occurred_at`;
  return tx.$queryRaw<Due[]>`
    SELECT id, occurred_at AS "dueAt" FROM receipt
    WHERE kind = 'REGISTRATION_REFUSED' AND leaf_index IS NOT NULL AND disclosures <> '{}'
      AND ${inRange(due, { ...selection, asOf })}
    ORDER BY occurred_at, id
    LIMIT ${selection.limit}::int
    ${locking(selection)}`;
}

async function selectOld(tx: Tx, selection: Selection): Promise<Due[]> {
  const asOf = await daysBefore(tx, selection.asOf, 'conflictChecks.retentionDays');
  const due = Prisma.sql`checked_at`;
  return tx.$queryRaw<Due[]>`
    SELECT id, checked_at AS "dueAt" FROM conflict_check
    WHERE ${inRange(due, { ...selection, asOf })}
    ORDER BY checked_at, id
    LIMIT ${selection.limit}::int
    ${locking(selection)}`;
}

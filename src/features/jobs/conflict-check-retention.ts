import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { daysBefore } from '../../platform/settings/days-of-setting.js';
import { type Due, defineJob, type Selection } from './define-job.js';
import { inRange, locking } from './due-leads.js';

/** Records of conflict checks past their retention. */
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
  ],
});

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

import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { daysBefore } from '../../platform/settings/days-of-setting.js';
import { type Due, defineJob, type Selection } from './define-job.js';
import { inRange, locking } from './due-leads.js';

/** Deliveries that are over, with their attempts. Waiting deliveries are never deleted. */
export const webhookRetention = defineJob({
  name: 'webhook-retention',
  sweeps: [
    {
      action: 'DELETE',
      entity: 'WebhookDelivery',
      select: selectOld,
      async apply({ tx }, rows) {
        const ids = rows.map(({ id }) => id);
        await tx.webhookDelivery.deleteMany({ where: { id: { in: ids } } });
        return ids.length;
      },
    },
  ],
});

async function selectOld(tx: Tx, selection: Selection): Promise<Due[]> {
  const asOf = await daysBefore(tx, selection.asOf, 'webhook.retentionDays');
  const due = Prisma.sql`settled_at`;
  return tx.$queryRaw<Due[]>`
    SELECT id, settled_at AS "dueAt" FROM webhook_delivery
    WHERE ${inRange(due, { ...selection, asOf })}
    ORDER BY settled_at, id
    LIMIT ${selection.limit}::int
    ${locking(selection)}`;
}

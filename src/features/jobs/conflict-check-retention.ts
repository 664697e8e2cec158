import { Prisma } from '../../platform/db/generated/prisma/client.js';
import { agedRows, ageOut } from './age-out.js';
import { defineJob } from './define-job.js';

/** Records of conflict checks past their retention, and the companies in receipts of refusals. */
export const conflictCheckRetention = defineJob({
  name: 'conflict-check-retention',
  sweeps: [
    ageOut({
      entity: 'ConflictCheck',
      table: 'conflict_check',
      since: 'checked_at',
      days: 'conflictChecks.retentionDays',
    }),
    {
      action: 'FORGET',
      entity: 'Receipt',
      // Refusals are about no lead, so no pseudonymisation finds them. The receipts stay, and so does what their agents kept.
      select: agedRows({
        entity: 'Receipt',
        table: 'receipt',
        since: 'occurred_at',
        days: 'conflictChecks.retentionDays',
        which: () =>
          Prisma.sql`kind = 'REGISTRATION_REFUSED' AND leaf_index IS NOT NULL AND disclosures <> '{}'`,
      }),
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

import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { daysBefore } from '../../platform/settings/days-of-setting.js';
import { pseudonymizeLeads } from '../privacy/pseudonymize-leads.js';
import {
  type BatchContext,
  type Due,
  defineJob,
  type Selection,
  type Sweep,
} from './define-job.js';
import { inRange, locking } from './due-leads.js';

/**
 * Leads that left protection: expired, released, lost. One under protection is never among them: a pre-registration
 * without progress expires by the clock first.
 */
const ended: Sweep = {
  action: 'PSEUDONYMIZE',
  entity: 'Lead',
  select: selectEnded,
  apply: pseudonymize,
};

export const pseudonymization = defineJob({ name: 'pseudonymization', sweeps: [ended] });

async function selectEnded(tx: Tx, selection: Selection): Promise<Due[]> {
  const asOf = await daysBefore(tx, selection.asOf, 'pseudonymization.afterDays');
  return tx.$queryRaw<Due[]>`
    SELECT id, ended_at AS "dueAt" FROM lead
    WHERE status IN ('EXPIRED', 'RELEASED', 'LOST') AND pseudonymized_at IS NULL
      AND ${inRange(Prisma.sql`ended_at`, { ...selection, asOf })}
    ORDER BY ended_at, id
    LIMIT ${selection.limit}::int
    ${locking(selection)}`;
}

async function pseudonymize(ctx: BatchContext, rows: readonly Due[]): Promise<number> {
  const ids = rows.map(({ id }) => id);
  const { leadIds } = await pseudonymizeLeads(ctx, ctx.keyRing, ids);
  return leadIds.length;
}

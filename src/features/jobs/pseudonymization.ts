import { addPeriod } from '../../domain/calendar.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { readSetting } from '../../platform/settings/read-setting.js';
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
  const { timeZone } = await loadPolicy(tx);
  const days = await readSetting(tx, 'pseudonymization.afterDays');
  const asOf = new Date(addPeriod(selection.asOf.getTime(), { months: 0, days: -days }, timeZone));
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

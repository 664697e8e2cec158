import { Prisma } from '../db/generated/prisma/client.js';
import type { Tx } from '../db/open.js';
import { addPeriod } from '../domain/calendar.js';
import { pseudonymizeLeads } from '../privacy/pseudonymize-leads.js';
import { loadPolicy } from '../settings/load-policy.js';
import { readSetting } from '../settings/read-setting.js';
import {
  type BatchContext,
  type Due,
  defineJob,
  type Selection,
  type Sweep,
} from './define-job.js';
import { inRange, locking } from './due-leads.js';

/** Leads that left protection for good: expired, released, lost. */
const ended: Sweep = {
  action: 'PSEUDONYMIZE',
  entity: 'Lead',
  select: (tx, selection) =>
    selectLeads(
      tx,
      Prisma.sql`ended_at`,
      Prisma.sql`status IN ('EXPIRED', 'RELEASED', 'LOST') AND pseudonymized_at IS NULL`,
      selection,
    ),
  apply: pseudonymize,
};

/** Pre-registrations that nobody has touched: neither the lead nor anything that hangs on it. */
const untouched: Sweep = {
  action: 'PSEUDONYMIZE',
  entity: 'Lead',
  select: (tx, selection) =>
    selectLeads(
      tx,
      Prisma.sql`updated_at`,
      Prisma.sql`stage = 'PRE_REGISTRATION' AND status = 'ACTIVE' AND pseudonymized_at IS NULL`,
      selection,
    ),
  apply: pseudonymize,
};

export const pseudonymization = defineJob({
  name: 'pseudonymization',
  sweeps: [ended, untouched],
});

async function selectLeads(
  tx: Tx,
  due: Prisma.Sql,
  condition: Prisma.Sql,
  selection: Selection,
): Promise<Due[]> {
  const { timeZone } = await loadPolicy(tx);
  const days = await readSetting(tx, 'pseudonymization.afterDays');
  const before = addPeriod(selection.asOf.getTime(), { months: 0, days: -days }, timeZone);
  return tx.$queryRaw<Due[]>`
    SELECT id, ${due} AS "dueAt" FROM lead
    WHERE ${condition} AND ${inRange(due, { ...selection, asOf: new Date(before) })}
    ORDER BY ${due}, id
    LIMIT ${selection.limit}::int
    ${locking(selection)}`;
}

async function pseudonymize(ctx: BatchContext, rows: readonly Due[]): Promise<number> {
  const ids = rows.map(({ id }) => id);
  const { leadIds } = await pseudonymizeLeads(ctx, ctx.keyRing, ids);
  return leadIds.length;
}

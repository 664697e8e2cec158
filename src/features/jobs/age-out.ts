import { Prisma } from '../../platform/db/generated/prisma/client.js';
import { daysBefore } from '../../platform/settings/days-of-setting.js';
import type { SettingKey } from '../../platform/settings/registry.js';
import type { Due, Sweep } from './define-job.js';
import { inRange, locking } from './due-leads.js';

/** Rows of a table that have been there for long enough. */
export interface AgedRows {
  readonly entity: Sweep['entity'];
  readonly table: string;
  /** The column from which their days count. */
  readonly since: string;
  /** The setting of their days. */
  readonly days: Extract<SettingKey, `${string}etentionDays`>;
  /** Which of them may go, given the instant before which they are old; all of them if left out. */
  readonly which?: (before: Date) => Prisma.Sql;
}

/** Selects rows that have been there for as many days as their setting says. */
export function agedRows({
  table,
  since,
  days,
  which = () => Prisma.sql`true`,
}: AgedRows): Sweep['select'] {
  const due = Prisma.raw(since);
  return async (tx, selection) => {
    const asOf = await daysBefore(tx, selection.asOf, days);
    return tx.$queryRaw<Due[]>`
      SELECT id, ${due} AS "dueAt" FROM ${Prisma.raw(table)}
      WHERE ${inRange(due, { ...selection, asOf })} AND ${which(asOf)}
      ORDER BY ${due}, id
      LIMIT ${selection.limit}::int
      ${locking(selection)}`;
  };
}

/** Deletes such rows, with what hangs on them. */
export function ageOut(aged: AgedRows): Sweep {
  return {
    action: 'DELETE',
    entity: aged.entity,
    select: agedRows(aged),
    apply: ({ tx }, rows) =>
      tx.$executeRaw`
        DELETE FROM ${Prisma.raw(aged.table)} WHERE id = ANY(${rows.map(({ id }) => id)}::uuid[])`,
  };
}

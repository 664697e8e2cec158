import { appendAudits } from '../../platform/audit/append-audit.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { appendEvent } from '../../platform/events/append-event.js';
import { daysBefore } from '../../platform/settings/days-of-setting.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import type { SettingKey } from '../../platform/settings/registry.js';
import {
  type BatchContext,
  type Due,
  defineJob,
  type Selection,
  type Sweep,
} from './define-job.js';
import { inRange, locking } from './due-leads.js';

type DaysSetting = Extract<SettingKey, 'import.retentionDays' | 'import.archiveDays'>;

/** An archived report keeps the outcome of every row, but no longer quotes the file. */
const archive: Sweep = {
  action: 'ARCHIVE',
  entity: 'ImportJob',
  async select(tx, selection) {
    if ((await readSetting(tx, 'import.retentionMode')) !== 'ARCHIVE') return [];
    const unarchived = Prisma.sql`finished_at IS NOT NULL AND archived_at IS NULL`;
    return selectImports(tx, 'import.retentionDays', 'finished_at', unarchived, selection);
  },
  async apply(ctx, rows) {
    const ids = rows.map(({ id }) => id);
    await ctx.tx.$executeRaw`
      UPDATE import_job SET archived_at = ${ctx.now.toISOString()}::timestamptz, content = NULL
      WHERE id = ANY(${ids}::uuid[])`;
    await ctx.tx.$executeRaw`
      UPDATE import_row
      SET problems = (
        SELECT jsonb_agg(
          problem || jsonb_build_object('value', '', 'message', problem -> 'code') ORDER BY nth)
        FROM jsonb_array_elements(problems) WITH ORDINALITY AS each (problem, nth))
      WHERE import_id = ANY(${ids}::uuid[]) AND problems <> '[]'`;
    return announce(ctx, 'archiveImport', ids);
  },
};

/** Imports past their retention, or past the time that archived ones are kept. */
const remove: Sweep = {
  action: 'DELETE',
  entity: 'ImportJob',
  async select(tx, selection) {
    const archives = (await readSetting(tx, 'import.retentionMode')) === 'ARCHIVE';
    return archives
      ? selectImports(tx, 'import.archiveDays', 'archived_at', Prisma.sql`true`, selection)
      : selectImports(tx, 'import.retentionDays', 'finished_at', Prisma.sql`true`, selection);
  },
  async apply(ctx, rows) {
    const ids = rows.map(({ id }) => id);
    await ctx.tx.importJob.deleteMany({ where: { id: { in: ids } } });
    return announce(ctx, 'deleteImport', ids);
  },
};

export const importArchival = defineJob({
  name: 'import-archival',
  sweeps: [remove, archive],
});

async function selectImports(
  tx: Tx,
  retention: DaysSetting,
  column: 'finished_at' | 'archived_at',
  condition: Prisma.Sql,
  selection: Selection,
): Promise<Due[]> {
  const due = Prisma.raw(column);
  const asOf = await daysBefore(tx, selection.asOf, retention);
  return tx.$queryRaw<Due[]>`
    SELECT id, ${due} AS "dueAt" FROM import_job
    WHERE ${condition} AND ${inRange(due, { ...selection, asOf })}
    ORDER BY ${due}, id
    LIMIT ${selection.limit}::int
    ${locking(selection)}`;
}

async function announce(
  ctx: BatchContext,
  action: 'archiveImport' | 'deleteImport',
  ids: readonly string[],
): Promise<number> {
  await appendAudits(
    ctx,
    ids.map((entityId) => ({ action, entity: 'ImportJob', entityId })),
  );
  await appendEvent(ctx, { type: 'IMPORT_JOBS_ARCHIVED', payload: { count: ids.length } });
  return ids.length;
}

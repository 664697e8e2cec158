import { Prisma } from '../../platform/db/generated/prisma/client.js';
import { daysBefore } from '../../platform/settings/days-of-setting.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import { type BatchContext, type Due, defineJob, type Sweep } from './define-job.js';
import { inRange } from './due-leads.js';

/** The log is cut off at its beginning only, one batch after the other: the rest has no gap. */
const cutOff = (mode: 'DELETE' | 'ARCHIVE'): Sweep => ({
  action: mode,
  entity: 'DomainEvent',
  lanes: 1,
  async select(tx, selection) {
    if ((await readSetting(tx, 'events.retentionMode')) !== mode) return [];
    const before = await daysBefore(tx, selection.asOf, 'events.retentionDays');
    const { after, only, except, limit } = selection;
    // In a dry run the last one of the page before is still there.
    return tx.$queryRaw<Due[]>`
      SELECT id, occurred_at AS "dueAt"
      FROM (
        SELECT id, occurred_at, position, bool_and(is_due) OVER (ORDER BY position) AS all_due
        FROM (
          SELECT id, occurred_at, position,
            occurred_at < ${before.toISOString()}::timestamptz AND id <> ALL(${except}::uuid[]) AS is_due
          FROM domain_event
          WHERE position > coalesce(
              (SELECT position FROM domain_event WHERE id = ${after?.id ?? null}::uuid),
              (SELECT first_position - 1 FROM event_log))
            AND ${only ? Prisma.sql`id = ANY(${only}::uuid[])` : Prisma.sql`true`}
          ORDER BY position
          LIMIT ${limit}::int
        ) AS next
      ) AS prefix
      WHERE all_due
      ORDER BY position`;
  },
  async apply(ctx, rows) {
    const ids = rows.map(({ id }) => id);
    if (mode === 'ARCHIVE') await copyToArchive(ctx, ids);
    const [removed] = await ctx.tx.$queryRaw<{ upTo: bigint; since: Date }[]>`
      WITH removed AS (
        DELETE FROM domain_event WHERE id = ANY(${ids}::uuid[]) RETURNING position, occurred_at
      )
      SELECT max(position) AS "upTo", max(occurred_at) AS since FROM removed`;
    if (!removed) return 0;
    // Last, and briefly: the row is what numbers new events.
    await ctx.tx.$executeRaw`
      UPDATE event_log
      SET first_position = greatest(first_position, ${removed.upTo} + 1),
          kept_since = greatest(kept_since, ${removed.since.toISOString()}::timestamptz)`;
    return ids.length;
  },
});

/** Archived events past the time that they are kept. */
const forget: Sweep = {
  action: 'DELETE',
  entity: 'DomainEvent',
  async select(tx, selection) {
    const asOf = await daysBefore(tx, selection.asOf, 'events.archiveDays');
    const archivedAt = Prisma.raw('archived_at');
    return tx.$queryRaw<Due[]>`
      SELECT id, archived_at AS "dueAt" FROM domain_event_archive
      WHERE ${inRange(archivedAt, { ...selection, asOf })}
      ORDER BY archived_at, id
      LIMIT ${selection.limit}::int`;
  },
  apply: async (ctx, rows) =>
    ctx.tx.$executeRaw`
      DELETE FROM domain_event_archive WHERE id = ANY(${rows.map(({ id }) => id)}::uuid[])`,
};

export const eventArchival = defineJob({
  name: 'event-archival',
  sweeps: [forget, cutOff('DELETE'), cutOff('ARCHIVE')],
});

async function copyToArchive({ tx, now }: BatchContext, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO domain_event_archive (position, id, type, version, occurred_at, actor_id, lead_id,
      owner_id, territory, payload, archived_at)
    SELECT position, id, type, version, occurred_at, actor_id, lead_id, owner_id, territory, payload,
      ${now.toISOString()}::timestamptz
    FROM domain_event WHERE id = ANY(${ids}::uuid[])`;
}

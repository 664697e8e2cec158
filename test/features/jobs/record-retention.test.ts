import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { AS_SYSTEM } from '../../../src/domain/actor.js';
import { forgetOldRequests } from '../../../src/features/jobs/forget-old-requests.js';
import { retentionPage } from '../../../src/features/jobs/print-retention.js';
import { RETENTION } from '../../../src/features/jobs/retention.js';
import { runJob } from '../../../src/features/jobs/run-job.js';
import type { Prisma } from '../../../src/platform/db/generated/prisma/client.js';
import { newId } from '../../../src/platform/db/ids.js';
import { insertEveryRow, ROWS } from '../../platform/db/every-row.js';
import { testClock } from '../../support/clock.js';
import { makeUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { makeDueLead, nightlyRunner, systemContext } from './nightly.js';

const db = await testDatabase();
const clock = testClock('2026-12-01T00:00:00Z');
beforeEach(async () => {
  await db.reset();
  clock.set('2026-12-01T00:00:00Z');
});

const job = 'record-retention';
async function run(): Promise<number> {
  const slot = { job, slot: clock.now(), trigger: 'SCHEDULE' } as const;
  const outcome = await nightlyRunner(db, clock).runSlot(slot);
  const where = { id: outcome?.runId ?? '' };
  const { status, processed } = await db.prisma.jobRun.findUniqueOrThrow({ where });
  expect(status).toBe('SUCCEEDED');
  return processed;
}

describe('the table of what goes and what stays', () => {
  test('has each table of the database', async () => {
    const tables = await db.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname NOT LIKE '\\_%'`,
    );
    expect(Object.keys(RETENTION).sort()).toEqual(tables.map(({ name }) => name).sort());
  });

  test('stands in docs/retention.md; `npm run docs` writes it', async () => {
    expect(await readFile('docs/retention.md', 'utf8')).toBe(retentionPage());
  });

  test('is true: years later what goes is gone and what stays is there', async () => {
    await db.transaction(insertEveryRow);
    // What goes is over, and nothing waits to be done.
    for (const sql of OVER) await db.query(sql);
    const tables = Object.keys(ROWS).filter((table) => table !== 'lead_merge');
    clock.set('2040-12-01T00:00:00Z');
    const jobs = Object.values(RETENTION).flatMap((it) => ('goes' in it ? it.by : []));
    for (const by of new Set(jobs)) {
      if (by === 'forget-old-requests') await forgetOldRequests(systemContext(db, clock.now()), 10);
      else {
        const slot = { job: by, slot: clock.now(), trigger: 'SCHEDULE' } as const;
        expect(await nightlyRunner(db, clock).runSlot(slot)).toMatchObject({ status: 'SUCCEEDED' });
      }
    }
    const left = await Promise.all(
      tables.map(async (table) => {
        const [found] = await db.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM ${table} WHERE ${WRITTEN_BEFORE[table] ?? 'true'}`,
        );
        return [table, (found?.n ?? 0) > 0];
      }),
    );
    const stay = tables.map((table) => [table, 'stays' in (RETENTION[table] ?? {})]);
    expect(Object.fromEntries(left)).toEqual(Object.fromEntries(stay));
  });
});

/** Of what the jobs themselves write, and of rows that only follow others, these count. */
const WRITTEN_BEFORE: Record<string, string> = {
  job_run: `started_at < '2040-01-01T00:00:00Z'`,
  domain_event: `occurred_at < '2040-01-01T00:00:00Z'`,
};

const AT = '2026-03-01T09:00:00Z';
const OVER = [
  `UPDATE outbox_email SET status = 'SENT', sent_at = '${AT}', created_at = '${AT}'`,
  `UPDATE job_run SET job = 'record-retention', status = 'SUCCEEDED', finished_at = '${AT}'`,
  `UPDATE hand_over SET finished_at = '${AT}'`,
  `UPDATE conflict SET kind = 'REFUSED', status = 'NOTED', new_lead_id = NULL`,
  `UPDATE import_job SET status = 'FINISHED', finished_at = '${AT}'`,
  `UPDATE webhook_delivery SET status = 'DELIVERED', settled_at = '${AT}'`,
  `UPDATE idempotency_key SET created_at = '${AT}'`,
  `UPDATE domain_event SET position = 1`,
  `UPDATE event_log SET last_position = 1`,
];

describe('mails', () => {
  const written = (createdAt: string, more: Partial<Prisma.OutboxEmailUncheckedCreateInput> = {}) =>
    db.prisma.outboxEmail.create({
      data: {
        id: newId(),
        template: 'follow-up',
        locale: 'de',
        recipient: 'anna@example.com',
        data: {},
        dedupeKey: newId(),
        status: 'SENT',
        createdAt: new Date(createdAt),
        sentAt: (more.status ?? 'SENT') === 'SENT' ? new Date(createdAt) : null,
        ...more,
      },
      select: { id: true },
    });
  const kept = async () =>
    (await db.prisma.outboxEmail.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id);

  test('go half a year after they were written, dead and discarded ones too; what waits stays', async () => {
    // 180 days before, on the calendar of Berlin, where it was summer.
    for (const status of ['SENT', 'DEAD', 'DISCARDED']) {
      await written('2026-06-03T23:00:00Z', { status });
    }
    const young = await written('2026-06-03T23:00:00.001Z');
    const waiting = await written('2026-01-01T00:00:00Z', { status: 'PENDING' });
    expect(await run()).toBe(3);
    expect(await kept()).toEqual([young.id, waiting.id]);
    clock.advance({ minutes: 1 });
    await db.prisma.setting.create({ data: { key: 'mail.retentionDays', value: 181 } });
    expect(await run()).toBe(0);
  });

  test('stay while the ownership runs that they warned of, and as long after it', async () => {
    const owner = await makeUser(db);
    const leadId = await makeDueLead(db, owner.id, clock.now(), {
      assignedAt: '2026-01-01T09:00:00Z',
    });
    const ownership = await db.prisma.ownership.findFirstOrThrow({ where: { leadId } });
    const at = new Date('2026-02-22T00:00:00Z');
    const { id: reminderId } = await db.prisma.reminder.create({
      data: {
        id: newId(),
        leadId,
        ownershipId: ownership.id,
        recipientId: owner.id,
        kind: 'PROGRESS_WARNING',
        windowStart: ownership.assignedAt,
        dueAt: at,
        sentAt: at,
        deliveredAt: at,
      },
    });
    const warning = await written('2026-02-22T00:00:00Z', { reminderId, leadId });
    await written('2026-02-22T00:00:00Z', { leadId });
    expect(await run()).toBe(1);
    expect(await kept()).toEqual([warning.id]);

    const endedAt = new Date('2026-12-02T00:00:00Z');
    await db.transaction(
      (tx) =>
        tx.ownership.update({ where: { id: ownership.id }, data: { endedAt, endReason: 'LOST' } }),
      AS_SYSTEM,
    );
    clock.set('2027-05-30T00:00:00Z');
    expect(await run()).toBe(0);
    clock.set('2027-06-01T00:00:00Z');
    expect(await run()).toBe(1);
    expect(await kept()).toEqual([]);
    // That it was delivered is known all the same.
    expect(await db.prisma.reminder.findFirst()).toMatchObject({ deliveredAt: at });
  });
});

describe('job runs', () => {
  const ran = (name: string, startedAt: string, more: object = {}) =>
    db.prisma.jobRun.create({
      data: {
        id: newId(),
        job: name,
        slot: new Date(startedAt),
        trigger: 'SCHEDULE',
        status: 'FAILED',
        asOf: new Date(startedAt),
        startedAt: new Date(startedAt),
        finishedAt: new Date(startedAt),
        ...more,
      },
      select: { id: true },
    });

  test('go after a year, but for the latest scheduled one of a job: its slot is never run twice', async () => {
    await ran('event-archival', '2024-01-01T00:00:00Z');
    await ran('event-archival', '2024-06-01T00:00:00Z', { trigger: 'MANUAL' });
    const latest = await ran('event-archival', '2025-01-01T00:00:00Z');
    const byHand = await ran('event-archival', '2025-06-01T00:00:00Z', { trigger: 'MANUAL' });
    const young = await ran('import-archival', '2025-12-02T00:00:00Z');
    const lying = { status: 'RUNNING', finishedAt: null };
    const running = await ran('import-archival', '2025-01-01T00:00:00Z', lying);
    expect(await run()).toBe(2);
    const left = await db.prisma.jobRun.findMany({ where: { job: { not: job } } });
    expect(left.map(({ id }) => id).sort()).toEqual(
      [latest.id, byHand.id, young.id, running.id].sort(),
    );
  });

  test('are named by a dry run, which deletes nothing', async () => {
    const old = await ran('import-archival', '2025-01-01T00:00:00Z');
    await ran('import-archival', '2026-11-01T00:00:00Z');
    const ctx = systemContext(db, clock.now());
    const dry = await runJob(ctx, { job, dryRun: true }, nightlyRunner(db, clock));
    expect(dry).toMatchObject({ affected: [{ action: 'DELETE', entity: 'JobRun', id: old.id }] });
    expect(await db.prisma.jobRun.count()).toBe(2);
  });
});

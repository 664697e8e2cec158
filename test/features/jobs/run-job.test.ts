import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/actor.js';
import { runJob } from '../../../src/features/jobs/run-job.js';
import { testClock } from '../../support/clock.js';
import { makeUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { makeDueLeads, nightlyRunner } from './nightly.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const clock = testClock('2026-03-01T00:00:00Z');
beforeEach(() => clock.set('2026-03-01T00:00:00Z'));

const runner = nightlyRunner(db, clock);

async function as(role: Role) {
  const actor = await makeUser(db, { role });
  return { db, actor, now: clock.now(), requestId: 'request 1' };
}

/** Everything that a run might change, to be compared. */
async function everything() {
  const { prisma } = db;
  return Promise.all([
    prisma.lead.findMany({ orderBy: { id: 'asc' } }),
    prisma.reminder.count(),
    prisma.outboxEmail.count(),
    prisma.domainEvent.count(),
    prisma.auditEntry.count(),
    prisma.jobRun.count(),
  ]);
}

describe('runJob', () => {
  test('runs a job now for an admin, and records who asked', async () => {
    const ctx = await as('ADMIN');
    const ids = await makeDueLeads(db, ctx.actor.id, clock.now(), [
      { assignedAt: '2026-01-01T09:00:00Z' },
    ]);
    const result = await runJob(ctx, { job: 'progress-warning' }, runner);
    expect(result).toMatchObject({ dryRun: false, job: 'progress-warning', status: 'SUCCEEDED' });
    expect(await db.prisma.jobRun.findMany()).toMatchObject([
      { trigger: 'MANUAL', requestedById: ctx.actor.id, processed: 1, asOf: clock.now() },
    ]);
    expect(
      await db.prisma.lead.count({ where: { id: { in: ids }, warningIssuedAt: clock.now() } }),
    ).toBe(1);
    expect(await db.prisma.auditEntry.findMany({ where: { action: 'runJob' } })).toMatchObject([
      { actorId: ctx.actor.id, requestId: 'request 1', entity: 'JobRun' },
    ]);
  });

  test('as a dry run tells exactly what the run then does, and writes nothing', async () => {
    const ctx = await as('ADMIN');
    await makeDueLeads(
      db,
      ctx.actor.id,
      clock.now(),
      Array.from({ length: 130 }, (_, day) => ({
        assignedAt: new Date(Date.UTC(2025, 8, 1 + day)).toISOString(),
        holds: day % 7 === 0 ? [['2026-02-27T00:00:00Z', '2026-03-03T00:00:00Z'] as const] : [],
      })),
    );
    const before = await everything();
    const dry = await runJob(ctx, { job: 'progress-warning', dryRun: true }, runner);
    expect(await everything()).toEqual(before);

    await runJob(ctx, { job: 'progress-warning' }, runner);
    const reminders = await db.prisma.reminder.findMany();
    const done = reminders.map(
      ({ leadId, kind }) =>
        `${kind === 'PROGRESS_WARNING' ? 'WARN' : 'REMIND_OF_BASE_END'} ${leadId}`,
    );
    const foretold = dry.dryRun ? dry.affected.map(({ action, id }) => `${action} ${id}`) : [];
    expect(foretold.length).toBeGreaterThan(50);
    expect(foretold.sort()).toEqual(done.sort());
  });

  test('looks ahead in a dry run, never in a real one', async () => {
    const ctx = await as('ADMIN');
    const [id] = await makeDueLeads(db, ctx.actor.id, clock.now(), [
      { assignedAt: '2026-02-01T09:00:00Z' },
    ]);
    const asOf = new Date('2026-03-26T09:00:00Z');
    const dry = await runJob(ctx, { job: 'progress-warning', asOf, dryRun: true }, runner);
    expect(dry).toEqual({
      dryRun: true,
      job: 'progress-warning',
      asOf,
      affected: [{ action: 'WARN', entity: 'Lead', id, dueAt: asOf }],
    });
    await expect(runJob(ctx, { job: 'progress-warning', asOf }, runner)).rejects.toThrow(
      'asOf: 2026-03-26T09:00:00.000Z lies in the future, allowed is up to 2026-03-01T00:00:00.000Z',
    );
  });

  test('deals in a run as of the past only with what was due by then', async () => {
    const ctx = await as('ADMIN');
    await makeDueLeads(db, ctx.actor.id, clock.now(), [
      { assignedAt: '2025-12-20T09:00:00Z' },
      { assignedAt: '2026-01-05T09:00:00Z' },
    ]);
    await runJob(ctx, { job: 'progress-warning', asOf: new Date('2026-02-20T00:00:00Z') }, runner);
    expect(await db.prisma.lead.count({ where: { warningIssuedAt: clock.now() } })).toBe(1);
  });

  test('names the jobs there are when it does not know the one asked for', async () => {
    const ctx = await as('ADMIN');
    await expect(runJob(ctx, { job: 'spring-cleaning' }, runner)).rejects.toThrow(
      'job: "spring-cleaning" is no job, allowed is progress-warning, protection-expiry, pseudonymization, import-archival, event-archival, projection-check, webhook-retention, conflict-check-retention',
    );
  });

  test('is for admins only', async () => {
    const ctx = await as('MANAGER');
    await expect(runJob(ctx, { job: 'progress-warning', dryRun: true }, runner)).rejects.toThrow(
      'MANAGER may not runJob',
    );
  });
});

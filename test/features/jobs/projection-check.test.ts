import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { DEFAULT_POLICY } from '../../../src/domain/policy.js';
import { runJob } from '../../../src/features/jobs/run-job.js';
import type { Prisma } from '../../../src/platform/db/generated/prisma/client.js';
import { newId } from '../../../src/platform/db/ids.js';
import { testClock } from '../../support/clock.js';
import { TEST_DATABASE_URL } from '../../support/database.js';
import { makeUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import {
  gate,
  makeDueLead,
  makeDueLeads,
  nightlyRunner,
  recordingLog,
  systemContext,
} from './nightly.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const clock = testClock('2026-03-01T00:00:00Z');
beforeEach(() => clock.set('2026-03-01T00:00:00Z'));

const job = 'projection-check';
const by = { actor: SYSTEM_ACTOR, requestId: null };

async function makeLeads(count: number): Promise<string[]> {
  const owner = await makeUser(db);
  const leads = Array.from({ length: count }, () => ({ assignedAt: '2026-02-01T09:00:00Z' }));
  return (await makeDueLeads(db, owner.id, clock.now(), leads)).sort();
}

const spoil = (id: string, data: Prisma.LeadUncheckedUpdateInput) =>
  db.prisma.lead.update({ where: { id }, data });

const sampleSize = (value: number) =>
  db.prisma.setting.create({ data: { key: 'projection-check.sampleSize', value } });

/** Runs the check; returns what was booked, and which leads were alerted in which columns. */
async function check() {
  const { log, alerts } = recordingLog();
  const runner = nightlyRunner(db, clock, log);
  const { runId } = await runner.runNow({ job, asOf: clock.now(), by });
  const { status, processed, failed } = await db.prisma.jobRun.findUniqueOrThrow({
    where: { id: runId },
  });
  const drifted = alerts().map(({ id, columns }) => [id, columns]);
  return { status, processed, failed, drifted };
}

describe('a projection that is not what the facts say', () => {
  test('counts as failed, is alerted by lead and columns, and stays as it is', async () => {
    const [right = '', late = '', cut = ''] = await makeLeads(3);
    await spoil(late, { expiresAt: new Date('2027-01-01T00:00:00Z'), notes: 'Ask for Erika' });
    await spoil(cut, { holdIntervals: [[0, 1]], policyVersion: 1, warningDueAt: null });
    const before = await db.prisma.lead.findMany({ orderBy: { id: 'asc' } });
    expect(await check()).toEqual({
      status: 'SUCCEEDED',
      processed: 1,
      failed: 2,
      drifted: [
        [late, ['expires_at']],
        [cut, ['warning_due_at', 'hold_intervals']],
      ],
    });
    expect(await db.prisma.lead.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
    expect(right).not.toBe('');
  });

  test('of more than ten leads makes the run fail', async () => {
    for (const id of await makeLeads(11)) await spoil(id, { baseEndsAt: null });
    expect(await check()).toMatchObject({ status: 'FAILED', processed: 0, failed: 11 });
  });

  test.each([
    ['assignedAt', { assignedAt: new Date(0) }, 'assigned_at'],
    ['progressAnchor', { progressAnchor: new Date(0) }, 'progress_anchor'],
    ['progressDeadline', { progressDeadline: null }, 'progress_deadline'],
    ['warnedAt', { warnedAt: new Date(0) }, 'warned_at'],
    ['graceEndsAt', { graceEndsAt: new Date(0) }, 'grace_ends_at'],
    ['baseReminderDueAt', { baseReminderDueAt: null }, 'base_reminder_due_at'],
    ['baseRemindedAt', { baseRemindedAt: new Date(0) }, 'base_reminded_at'],
    ['onHold', { onHold: true }, 'on_hold'],
    ['holdChangesAt', { holdChangesAt: new Date('2030-01-01T00:00:00Z') }, 'hold_changes_at'],
    ['a version that never was', { policyVersion: 7 }, 'policy_version'],
  ] as const)('is found in %s', async (_what, wrong, column) => {
    const [id = ''] = await makeLeads(1);
    await spoil(id, wrong);
    expect((await check()).drifted).toEqual([[id, [column]]]);
  });

  test('is found in the version of a lead that the policy in force has not reached within the hour', async () => {
    const [stale = ''] = await makeLeads(1);
    const policy = JSON.parse(JSON.stringify({ ...DEFAULT_POLICY, progressDays: 45 }));
    await db.prisma.policyVersion.create({ data: { version: 2, policy, validFrom: clock.now() } });
    await makeLeads(1);
    expect(await check()).toMatchObject({ processed: 2, drifted: [] });
    clock.advance({ hours: 1 });
    expect(await check()).toMatchObject({ processed: 1, drifted: [[stale, ['policy_version']]] });
  });

  test('is found where an active lead has no current ownership', async () => {
    const [leadId = ''] = await makeLeads(1);
    const end = { endedAt: clock.now(), endReason: 'RELEASED' };
    await db.prisma.ownership.updateMany({ where: { leadId }, data: end });
    expect((await check()).drifted).toEqual([[leadId, ['owner_id']]]);
  });

  test('is not looked for in leads that have ended', async () => {
    const [id = ''] = await makeLeads(1);
    const ended = { endedAt: clock.now(), endReason: 'LOST', status: 'LOST' };
    await spoil(id, { ...ended, expiresAt: null });
    expect(await check()).toMatchObject({ processed: 0, failed: 0 });
  });
});

describe('what is right passes', () => {
  test('also while a hold that turned waits to be noticed', async () => {
    const owner = await makeUser(db);
    await makeDueLead(db, owner.id, clock.now(), {
      assignedAt: '2026-02-01T09:00:00Z',
      holds: [['2026-03-02T00:00:00Z', '2026-03-04T00:00:00Z']],
    });
    for (const day of ['01', '02', '03', '04', '05']) {
      clock.set(`2026-03-${day}T00:00:00Z`);
      expect(await check()).toMatchObject({ processed: 1, failed: 0 });
    }
  });

  test('after warnings and reminders were issued', async () => {
    const owner = await makeUser(db);
    await makeDueLeads(db, owner.id, clock.now(), [
      { assignedAt: '2026-01-01T09:00:00Z' },
      { assignedAt: '2025-09-05T09:00:00Z', activities: ['2026-02-01T09:00:00Z'] },
    ]);
    await nightlyRunner(db, clock).runNow({ job: 'progress-warning', asOf: clock.now(), by });
    expect(await db.prisma.reminder.count()).toBe(2);
    expect(await check()).toMatchObject({ processed: 2, failed: 0 });
  });
});

describe('the sample', () => {
  test('goes round: each run goes on behind the one before, until all were looked at', async () => {
    const ids = await makeLeads(5);
    for (const id of ids) await spoil(id, { baseEndsAt: null });
    await sampleSize(2);
    const rounds = [];
    for (let run = 0; run < 4; run += 1) rounds.push((await check()).drifted.map(([id]) => id));
    const [a, b, c, d, e] = ids;
    expect(rounds).toEqual([[a, b], [c, d], [e], [a, b]]);
  });

  test('that ends with the last lead lets the next run begin anew', async () => {
    await makeLeads(4);
    await sampleSize(2);
    for (let run = 0; run < 3; run += 1) expect(await check()).toMatchObject({ processed: 2 });
  });

  test('may be larger than a batch, and is finished by whoever resumes a run', async () => {
    await makeLeads(250);
    await sampleSize(230);
    const stopping = new AbortController();
    let asked = 0;
    const runner = nightlyRunner(db, {
      now() {
        // Asked when the run is claimed, for the settings that are due, and for each batch: the third batch does not begin.
        if (asked++ === 3) stopping.abort();
        return clock.now();
      },
    });
    const { runId } = await runner.runNow({ job, asOf: clock.now(), by }, stopping.signal);
    const booked = () => db.prisma.jobRun.findUniqueOrThrow({ where: { id: runId } });
    expect(await booked()).toMatchObject({ status: 'RUNNING', processed: 200 });
    expect(await nightlyRunner(db, clock).resumeAbandoned()).toMatchObject([
      { status: 'SUCCEEDED' },
    ]);
    expect(await booked()).toMatchObject({ status: 'SUCCEEDED', processed: 230, failed: 0 });
  });

  test('is what a dry run tells, which writes nothing', async () => {
    const [first, second, third] = await makeLeads(3);
    await sampleSize(2);
    const ctx = { ...systemContext(db, clock.now()), actor: { ...SYSTEM_ACTOR, id: newId() } };
    const dry = async () => {
      const result = await runJob(ctx, { job, dryRun: true }, nightlyRunner(db, clock));
      return result.dryRun ? result.affected : [];
    };
    const affected = { action: 'CHECK_PROJECTION', entity: 'Lead', dueAt: clock.now() };
    expect(await dry()).toEqual([
      { ...affected, id: first },
      { ...affected, id: second },
    ]);
    expect(await db.prisma.jobRun.count()).toBe(0);
    await check();
    expect(await dry()).toEqual([{ ...affected, id: third }]);
  });

  test.skipIf(!TEST_DATABASE_URL)(
    'passes over a lead that somebody works on (needs a server: PGlite has one connection)',
    async () => {
      const [busy] = await makeLeads(3);
      const checked = gate();
      const isLocked = gate();
      const locking = db.transaction(async (tx) => {
        await tx.$queryRaw`SELECT id FROM lead WHERE id = ${busy}::uuid FOR UPDATE`;
        isLocked.open();
        await checked.opened;
      });
      await isLocked.opened;
      expect(await check()).toMatchObject({ processed: 2, failed: 0 });
      checked.open();
      await locking;
    },
  );
});

import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { projectLeads } from '../../../src/features/protection/project-leads.js';
import { testClock } from '../../support/clock.js';
import { makeUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { makeDueLead, makeDueLeads, nightlyRunner, sendMails, systemContext } from './nightly.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const clock = testClock('2026-03-01T00:00:00Z');
beforeEach(() => clock.set('2026-03-01T00:00:00Z'));

const by = { actor: SYSTEM_ACTOR, requestId: null };
const run = () =>
  nightlyRunner(db, clock).runNow({ job: 'progress-warning', asOf: clock.now(), by });

const leadAt = (id: string) => db.prisma.lead.findUniqueOrThrow({ where: { id } });
const lastRun = () => db.prisma.jobRun.findFirstOrThrow({ orderBy: { id: 'desc' } });
const eventsOf = (type: string) => db.prisma.domainEvent.findMany({ where: { type } });

describe('the progress warning', () => {
  test('warns the owner of a lead whose warning is due: reminder, grace, mail, event and audit', async () => {
    const owner = await makeUser(db, { locale: 'en' });
    // 53 days after 1 January is 23 February; the deadline is 2 March.
    const id = await makeDueLead(db, owner.id, clock.now(), {
      assignedAt: '2026-01-01T09:00:00Z',
      createdAt: '2026-01-01T09:00:00Z',
      companyName: 'Hotel Adler',
      territory: 'WEST',
    });
    expect((await run()).status).toBe('SUCCEEDED');

    const now = clock.now();
    const windowStart = new Date('2026-01-01T09:00:00Z');
    expect(await leadAt(id)).toMatchObject({
      warningIssuedAt: now,
      warnedAt: null,
      graceEndsAt: null,
      expiresAt: new Date('2026-07-01T08:00:00Z'),
    });
    expect(await db.prisma.reminder.findMany()).toMatchObject([
      { sentAt: null, deliveredAt: null },
    ]);
    clock.advance({ minutes: 3 });
    await sendMails(db, clock);
    expect(await leadAt(id)).toMatchObject({
      status: 'ACTIVE',
      warnedAt: now,
      graceEndsAt: new Date('2026-03-11T00:00:00Z'),
      expiresAt: new Date('2026-03-11T00:00:00Z'),
      version: 1,
    });
    const reminders = await db.prisma.reminder.findMany();
    expect(reminders).toMatchObject([
      {
        leadId: id,
        recipientId: owner.id,
        kind: 'PROGRESS_WARNING',
        windowStart,
        // The job next ran at one o'clock in Berlin.
        dueAt: new Date('2026-02-24T00:00:00Z'),
        sentAt: now,
        deliveredAt: clock.now(),
      },
    ]);
    expect(await db.prisma.outboxEmail.findMany()).toMatchObject([
      {
        template: 'progress-warning',
        locale: 'en',
        recipient: owner.email,
        leadId: id,
        data: {
          companyName: 'Hotel Adler',
          city: 'Köln',
          recipientName: owner.name,
          progressDeadline: '2026-03-02T09:00:00.000Z',
          expiresAt: '2026-03-11T00:00:00.000Z',
        },
      },
    ]);
    expect(await eventsOf('LEAD_PROGRESS_WARNING_ISSUED')).toMatchObject([
      {
        leadId: id,
        ownerId: owner.id,
        territory: 'WEST',
        actorId: null,
        payload: {
          windowStart: '2026-01-01T09:00:00.000Z',
          progressDeadline: '2026-03-02T09:00:00.000Z',
          graceEndsAt: '2026-03-11T00:00:00.000Z',
          expiresAt: '2026-03-11T00:00:00.000Z',
          kind: 'PROGRESS_WARNING',
          reminderId: reminders[0]?.id,
        },
      },
    ]);
    expect(await db.prisma.auditEntry.findMany({ where: { leadId: id } })).toMatchObject([
      { action: 'warnOfMissingProgress', actorId: null, after: { reminderId: reminders[0]?.id } },
      { action: 'deliverWarning', actorId: null, after: { expiresAt: '2026-03-11T00:00:00.000Z' } },
    ]);
    expect(await eventsOf('WARNING_DELIVERED')).toMatchObject([
      {
        leadId: id,
        ownerId: owner.id,
        payload: { warnedAt: now.toISOString(), expiresAt: '2026-03-11T00:00:00.000Z' },
      },
    ]);
  });

  test('finds nothing to do in a second run', async () => {
    const owner = await makeUser(db);
    await makeDueLead(db, owner.id, clock.now(), { assignedAt: '2026-01-01T09:00:00Z' });
    await run();
    expect(await lastRun()).toMatchObject({ status: 'SUCCEEDED', processed: 1, failed: 0 });
    await run();
    expect(await lastRun()).toMatchObject({ status: 'SUCCEEDED', processed: 0, failed: 0 });
    expect(await db.prisma.reminder.count()).toBe(1);
    expect(await db.prisma.outboxEmail.count()).toBe(1);
  });

  test('leaves alone what is not due to the millisecond', async () => {
    const owner = await makeUser(db);
    const assignedAt = '2026-01-06T23:00:00.001Z';
    const id = await makeDueLead(db, owner.id, clock.now(), { assignedAt });
    clock.set('2026-02-28T23:00:00.000Z');
    await run();
    expect((await leadAt(id)).warningIssuedAt).toBeNull();
    clock.set('2026-02-28T23:00:00.001Z');
    await run();
    expect((await leadAt(id)).warningIssuedAt).toEqual(clock.now());
  });

  test('warns nobody during a hold that began after the warning fell due, and warns after it', async () => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), {
      assignedAt: '2026-01-01T09:00:00Z',
      holds: [['2026-02-25T00:00:00Z', '2026-03-04T00:00:00Z']],
    });
    await run();
    expect((await leadAt(id)).warningIssuedAt).toBeNull();
    clock.set('2026-03-04T00:00:00Z');
    await run();
    expect((await leadAt(id)).warningIssuedAt).toEqual(clock.now());
  });

  test('warns nobody on a hold without an end', async () => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), {
      assignedAt: '2026-01-01T09:00:00Z',
      holds: [['2026-02-25T00:00:00Z', null]],
    });
    await run();
    expect((await leadAt(id)).warningIssuedAt).toBeNull();
  });

  test('warns nobody in a run as of a past in which the hold of today had not begun', async () => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), {
      assignedAt: '2026-01-01T09:00:00Z',
      holds: [['2026-02-26T00:00:00Z', null]],
    });
    await nightlyRunner(db, clock).runNow({
      job: 'progress-warning',
      asOf: new Date('2026-02-25T00:00:00Z'),
      by,
    });
    expect((await leadAt(id)).warningIssuedAt).toBeNull();
  });

  test('warns nobody whose protection is over, and names the base end where that comes first', async () => {
    const owner = await makeUser(db);
    const [over = '', last = ''] = await makeDueLeads(db, owner.id, clock.now(), [
      { assignedAt: '2025-08-31T09:00:00Z' },
      { assignedAt: '2025-09-03T09:00:00Z' },
    ]);
    await run();
    expect((await leadAt(over)).warningIssuedAt).toBeNull();
    const issued = await eventsOf('LEAD_PROGRESS_WARNING_ISSUED');
    expect(issued).toMatchObject([
      {
        leadId: last,
        payload: {
          graceEndsAt: '2026-03-11T00:00:00.000Z',
          expiresAt: '2026-03-03T10:00:00.000Z',
        },
      },
    ]);
    const mails = await db.prisma.outboxEmail.findMany({ orderBy: { template: 'asc' } });
    expect(mails).toMatchObject([
      { template: 'base-period-ending', data: { expiresAt: '2026-03-03T10:00:00.000Z' } },
      { template: 'progress-warning', data: { expiresAt: '2026-03-03T10:00:00.000Z' } },
    ]);
  });

  test('a registration dated back by seven months brings its owner one mail in a night', async () => {
    const owner = await makeUser(db);
    await makeDueLead(db, owner.id, clock.now(), { assignedAt: '2025-08-01T09:00:00Z' });
    await run();
    clock.advance({ hours: 1 });
    await nightlyRunner(db, clock).runNow({ job: 'protection-expiry', asOf: clock.now(), by });
    const mails = await db.prisma.outboxEmail.findMany();
    expect(mails.map(({ template }) => template)).toEqual(['protection-expired']);
  });

  test.each([
    ['the slot after the instant it fell due', '2026-01-01T09:00:00Z', [], '2026-02-24T00:00:00Z'],
    ['that very slot, if it is the instant', '2025-12-31T00:00:00Z', [], '2026-02-22T00:00:00Z'],
    [
      'the slot after the hold in which it fell due',
      '2026-01-01T09:00:00Z',
      [['2026-02-23T10:00:00Z', '2026-02-27T08:00:00Z']],
      '2026-02-28T00:00:00Z',
    ],
    ['the slot after its registration', '2026-01-01T09:00:00Z', [], '2026-03-01T00:00:00Z'],
  ] as const)('is due at %s', async (what, assignedAt, holds, dueAt) => {
    const owner = await makeUser(db);
    const late = what.includes('registration') ? '2026-02-28T12:00:00Z' : assignedAt;
    await makeDueLead(db, owner.id, clock.now(), { assignedAt, createdAt: late, holds });
    await run();
    expect(await db.prisma.reminder.findMany()).toMatchObject([{ dueAt: new Date(dueAt) }]);
  });

  test('warns again in the window that a later activity begins', async () => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), { assignedAt: '2026-01-01T09:00:00Z' });
    await run();
    const { ownership } = await db.prisma.reminder.findFirstOrThrow({
      include: { ownership: true },
    });
    await db.transaction(async (tx) => {
      await tx.activity.create({
        data: {
          id: '018f0000-0000-7000-8000-000000000001',
          leadId: id,
          ownershipId: ownership?.id ?? '',
          authorId: owner.id,
          kind: 'QUALIFIED_CALL',
          performedAt: new Date('2026-03-02T00:00:00Z'),
        },
      });
      await projectLeads({ ...systemContext(db, new Date('2026-03-02T00:00:00Z')), tx }, [id]);
    });
    clock.set('2026-04-30T00:00:00Z');
    await run();
    expect(await db.prisma.reminder.count()).toBe(2);
    expect((await leadAt(id)).warningIssuedAt).toEqual(clock.now());
  });

  test('leaves the projection exactly as it would be computed from the facts', async () => {
    const owner = await makeUser(db);
    const ids = await makeDueLeads(db, owner.id, clock.now(), [
      { assignedAt: '2026-01-01T09:00:00Z', extensionMonths: 2 },
      {
        assignedAt: '2025-10-31T09:00:00Z',
        activities: ['2025-12-24T18:00:00Z', '2026-01-02T08:30:00Z'],
      },
      {
        assignedAt: '2025-12-20T09:00:00Z',
        holds: [
          ['2025-12-24T00:00:00Z', '2026-01-02T00:00:00Z'],
          ['2025-12-31T00:00:00Z', '2026-01-03T12:00:00Z'],
          ['2026-03-05T00:00:00Z', '2026-03-09T00:00:00Z'],
        ],
      },
      { assignedAt: '2025-12-01T09:00:00Z', holds: [['2026-03-20T00:00:00Z', null]] },
      { assignedAt: '2025-09-30T09:00:00Z' },
    ]);
    await run();
    await sendMails(db, clock);
    const read = () =>
      db.prisma.lead.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
    const written = await read();
    expect(written.every(({ warnedAt }) => warnedAt !== null)).toBe(true);
    await db.transaction((tx) => projectLeads({ ...systemContext(db, clock.now()), tx }, ids));
    expect(written).toEqual(await read());
  });

  test('projects leads anew that were projected under an earlier policy', async () => {
    const owner = await makeUser(db);
    const ids = await makeDueLeads(db, owner.id, clock.now(), [
      { assignedAt: '2026-01-01T09:00:00Z' },
      { assignedAt: '2025-12-01T09:00:00Z' },
    ]);
    await db.prisma.policyVersion.create({
      data: { version: 2, policy: { progressDays: 90 }, validFrom: clock.now() },
    });
    await run();
    const [young, old] = await Promise.all(ids.map(leadAt));
    expect(young).toMatchObject({ warningIssuedAt: null, policyVersion: 2 });
    expect(old).toMatchObject({ warningIssuedAt: clock.now(), policyVersion: 2 });
  });

  test('sends no mail to an account that is no longer active', async () => {
    const owner = await makeUser(db, { active: false });
    await makeDueLead(db, owner.id, clock.now(), { assignedAt: '2026-01-01T09:00:00Z' });
    await run();
    expect(await db.prisma.reminder.count()).toBe(1);
    expect(await db.prisma.outboxEmail.count()).toBe(0);
  });
});

describe('the reminder of the base period', () => {
  test('is sent once, ten days before the base period ends', async () => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), {
      assignedAt: '2025-09-10T22:00:00Z',
      activities: ['2026-02-20T09:00:00Z'],
    });
    await run();
    await run();
    expect((await leadAt(id)).baseRemindedAt).toEqual(clock.now());
    expect(await db.prisma.reminder.findMany()).toMatchObject([
      { kind: 'BASE_PERIOD_ENDING', windowStart: new Date('2025-09-10T22:00:00Z') },
    ]);
    expect(await eventsOf('LEAD_PROTECTION_REMINDER')).toMatchObject([
      { leadId: id, payload: { baseEndsAt: '2026-03-10T23:00:00.000Z' } },
    ]);
    expect(await db.prisma.outboxEmail.findMany()).toMatchObject([
      { template: 'base-period-ending', data: { baseEndsAt: '2026-03-10T23:00:00.000Z' } },
    ]);
  });

  test('is sent anew for the base period that an extension made longer', async () => {
    const owner = await makeUser(db);
    const activities = ['2026-02-20T09:00:00Z', '2026-04-05T09:00:00Z'];
    const id = await makeDueLead(db, owner.id, clock.now(), {
      assignedAt: '2025-09-10T22:00:00Z',
      activities,
    });
    await run();
    const { ownershipId } = await db.prisma.reminder.findFirstOrThrow();
    clock.set('2026-03-05T00:00:00Z');
    await db.transaction(async (tx) => {
      await tx.extensionRequest.create({
        data: {
          id: '018f0000-0000-7000-8000-000000000002',
          leadId: id,
          ownershipId: ownershipId ?? '',
          requestedById: owner.id,
          months: 1,
          reason: 'decision postponed',
          status: 'APPROVED',
          decidedAt: clock.now(),
        },
      });
      await projectLeads({ ...systemContext(db, clock.now()), tx }, [id]);
    });
    clock.set('2026-04-06T00:00:00Z');
    await run();
    const reminders = await db.prisma.reminder.findMany({ where: { kind: 'BASE_PERIOD_ENDING' } });
    expect(reminders).toHaveLength(2);
    expect((await leadAt(id)).baseRemindedAt).toEqual(clock.now());
  });

  test.each([
    ['by more than a day', '2026-03-07T00:00:01Z', 2],
    ['by a day', '2026-03-07T00:00:00Z', 1],
  ])('is sent anew when a hold moves the end %s', async (_, endAt, sent) => {
    const owner = await makeUser(db);
    const id = await makeDueLead(db, owner.id, clock.now(), {
      assignedAt: '2025-09-10T22:00:00Z',
      activities: ['2026-02-20T09:00:00Z'],
    });
    await run();
    const first = await db.prisma.reminder.findFirstOrThrow();
    clock.set('2026-03-08T00:00:00Z');
    await db.prisma.hold.create({
      data: {
        id: '018f0000-0000-7000-8000-000000000004',
        leadId: id,
        ownershipId: first.ownershipId ?? '',
        startedById: owner.id,
        reason: 'SUPPLY_ISSUE',
        startAt: new Date('2026-03-06T00:00:00Z'),
        endAt: new Date(endAt),
      },
    });
    await db.transaction((tx) => projectLeads({ ...systemContext(db, clock.now()), tx }, [id]));
    await run();
    await run();
    const reminders = await db.prisma.reminder.findMany({ orderBy: { createdAt: 'asc' } });
    expect(reminders).toHaveLength(sent);
    expect(await db.prisma.outboxEmail.count()).toBe(sent);
    expect((await leadAt(id)).baseRemindedAt).toEqual(reminders.at(-1)?.sentAt);
  });
});

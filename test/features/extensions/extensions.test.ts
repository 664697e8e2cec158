import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../../src/domain/errors.js';
import { PSEUDONYMIZED } from '../../../src/domain/placeholder.js';
import { decideExtension } from '../../../src/features/extensions/decide-extension.js';
import {
  type RequestExtensionInput,
  requestExtension,
} from '../../../src/features/extensions/request-extension.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { reassignLead } from '../../../src/features/ownership/reassign-lead.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { pseudonymizeLeads } from '../../../src/features/privacy/pseudonymize-leads.js';
import { acknowledgeReminder } from '../../../src/features/reminders/acknowledge-reminder.js';
import { deliverFollowUps } from '../../../src/features/reminders/deliver-follow-ups.js';
import { snoozeReminder } from '../../../src/features/reminders/snooze-reminder.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeLead, makeUser, seedUsers } from '../../support/factories.js';
import { invalid } from '../../support/invalid.js';
import { testDatabase } from '../../support/test-file.js';
import { keyRing } from '../imports/importing.js';
import { nightlyRunner } from '../jobs/nightly.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;
let leadId: string;

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const request = (overrides: Partial<RequestExtensionInput> = {}, who: keyof Users = 'rep') =>
  requestExtension(as(who), { leadId, months: 2, reason: 'The tender is late', ...overrides });
const decide = (requestId: string, approve: boolean, who: keyof Users = 'manager') =>
  decideExtension(as(who), { requestId, approve });
const readLead = () => db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
  leadId = (await makeLead(as('rep'))).id;
});

describe('requesting an extension', () => {
  test('changes no date yet and tells the managers who may decide', async () => {
    const before = await readLead();
    await makeUser(db, { role: 'MANAGER', territory: 'NORTH' });
    await request();
    expect((await readLead()).baseEndsAt).toEqual(before.baseEndsAt);
    const mails = await db.prisma.outboxEmail.findMany();
    expect(mails.map(({ template, recipient }) => [template, recipient])).toEqual([
      ['extension-requested', users.manager.email],
    ]);
  });

  test('is for the owner', async () => {
    await expect(request({}, 'manager')).rejects.toThrow(ForbiddenError);
    await expect(request({}, 'otherRep')).rejects.toThrow(NotFoundError);
  });

  test.each([
    [{ months: 0 }, 'months'],
    [{ months: 1.5 }, 'months'],
    [{ months: 13 }, 'months'],
    [{ reason: ' ' }, 'reason'],
  ])('refuses %j', async (overrides, path) => {
    await expect(request(overrides)).rejects.toMatchObject(invalid(path));
  });

  test('is possible one at a time, also at the same moment', async () => {
    const results = await Promise.allSettled([request({ months: 1 }), request({ months: 2 })]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(request({ months: 3 })).rejects.toThrow(ConflictError);
  });

  test('is not blocked by what an earlier owner left open', async () => {
    const { requestId } = await request();
    clock.advance({ days: 1 });
    await reassignLead(as('manager'), { leadId, ownerId: users.otherRep.id });
    await expect(decide(requestId, true)).rejects.toThrow(ConflictError);
    await request({}, 'otherRep');
  });
});

describe('deciding', () => {
  test('an approval adds the months to the base period', async () => {
    const { requestId } = await request();
    clock.advance({ days: 1 });
    await decide(requestId, true);
    expect(await readLead()).toMatchObject({
      baseEndsAt: new Date('2026-11-01T09:00:00Z'),
      expiresAt: new Date('2026-11-01T09:00:00Z'),
    });
    expect(await db.prisma.outboxEmail.count({ where: { template: 'extension-decided' } })).toBe(1);
  });

  test('two approvals add up', async () => {
    for (const months of [1, 2]) {
      const { requestId } = await request({ months });
      await decide(requestId, true);
    }
    expect((await readLead()).baseEndsAt).toEqual(new Date('2026-12-01T09:00:00Z'));
  });

  test('a rejection changes nothing', async () => {
    const before = await readLead();
    const { requestId } = await request();
    await decide(requestId, false);
    expect((await readLead()).baseEndsAt).toEqual(before.baseEndsAt);
    await request();
  });

  test('of a lead whose personal data was replaced, a request has lapsed and takes no word more', async () => {
    const { requestId } = await request();
    await releaseLead(as('rep'), { leadId });
    await db.transaction((tx) =>
      pseudonymizeLeads({ ...contextFor(db, SYSTEM_ACTOR, clock.now()), tx }, keyRing, [leadId]),
    );
    const rejected = { requestId, approve: false };
    await expect(
      decideExtension(as('manager'), { ...rejected, note: 'Ask Erika' }),
    ).rejects.toThrow(/its personal data was replaced at .*; allowed is only before that/);
    await expect(decideExtension(as('manager'), rejected)).rejects.toMatchObject({
      reason: 'REQUEST_DECIDED',
    });
    expect(
      await db.prisma.extensionRequest.findUniqueOrThrow({ where: { id: requestId } }),
    ).toMatchObject({ status: 'LAPSED', reason: PSEUDONYMIZED, note: null });
  });

  test.each([
    [true, 'APPROVED'],
    [false, 'REJECTED'],
  ])('is told to the owner (approve: %s)', async (approve, status) => {
    const { requestId } = await request();
    await decide(requestId, approve);
    const events = await db.prisma.domainEvent.findMany({ where: { type: 'EXTENSION_DECIDED' } });
    expect(events).toMatchObject([
      { leadId, ownerId: users.rep.id, payload: { requestId, status, months: 2 } },
    ]);
  });

  test('is not for the manager who asked, and who is neither told nor reminded of it', async () => {
    leadId = (await makeLead(as('manager'))).id;
    const { requestId } = await request({}, 'manager');
    const mail = await db.prisma.outboxEmail.findFirstOrThrow();
    const reminder = await db.prisma.reminder.findFirstOrThrow();
    expect([mail.recipient, reminder.recipientId]).toEqual([users.admin.email, users.admin.id]);
    await expect(acknowledgeReminder(as('manager'), { reminderId: reminder.id })).rejects.toThrow(
      NotFoundError,
    );
    await expect(decide(requestId, true)).rejects.toThrow(
      `The request ${requestId} is your own; allowed is to reject it, approving it is for another manager.`,
    );
    const second = await makeUser(db, { role: 'MANAGER' });
    await decideExtension(contextFor(db, second, clock.now()), { requestId, approve: true });
    const { requestId: withdrawn } = await request({}, 'manager');
    await decide(withdrawn, false);
  });

  test('is for managers, and happens once', async () => {
    const { requestId } = await request();
    await expect(decide(requestId, true, 'rep')).rejects.toThrow(ForbiddenError);
    const results = await Promise.allSettled([
      decide(requestId, true),
      decide(requestId, false, 'admin'),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a request that nobody decides', () => {
  const deliver = () => deliverFollowUps(contextFor(db, SYSTEM_ACTOR, clock.now()));
  const reminders = () =>
    db.prisma.reminder.findMany({
      where: { kind: 'EXTENSION_PENDING' },
      orderBy: { windowStart: 'asc' },
    });
  const told = async () => {
    const events = await db.prisma.domainEvent.findMany({ where: { type: 'REMINDER_DUE' } });
    return events.map(({ leadId: about, payload }) => ({ about, ...(payload as object) }));
  };

  test('is called to mind some days later, once', async () => {
    await request();
    const [reminder] = await reminders();
    expect(reminder).toMatchObject({
      leadId,
      recipientId: users.manager.id,
      windowStart: clock.now(),
      channel: 'IN_APP',
      dueAt: new Date('2026-03-04T09:00:00Z'),
      sentAt: null,
    });
    clock.set('2026-03-04T08:59:59Z');
    expect(await deliver()).toBe(0);
    clock.set('2026-03-04T09:00:00Z');
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(0);
    expect(await told()).toEqual([
      { about: leadId, reminderId: reminder?.id, kind: 'EXTENSION_PENDING' },
    ]);
    expect(await db.prisma.outboxEmail.count({ where: { template: 'follow-up' } })).toBe(0);
  });

  test('may be waited for longer or shorter', async () => {
    await db.prisma.setting.create({ data: { key: 'extensionReminderDays', value: 30 } });
    await request();
    // Thirty days by the calendar; summer time has begun in between.
    expect(await reminders()).toMatchObject([{ dueAt: new Date('2026-03-31T08:00:00Z') }]);
  });

  test('is for a manager of the territory before one of the whole market', async () => {
    const ofMarket = users.manager;
    await makeUser(db, { role: 'MANAGER', territory: 'NORTH', active: false });
    const ofNorth = await makeUser(db, { role: 'MANAGER', territory: 'NORTH' });
    await makeUser(db, { role: 'MANAGER', territory: 'NORTH' });
    await makeUser(db, { role: 'MANAGER', territory: 'SOUTH' });
    await request();
    await db.prisma.lead.update({ where: { id: leadId }, data: { territory: 'NORTH' } });
    await decide((await db.prisma.extensionRequest.findFirstOrThrow()).id, false);
    clock.advance({ days: 1 });
    await request();
    const recipients = (await reminders()).map(({ recipientId }) => recipientId);
    expect(recipients).toEqual([ofMarket.id, ofNorth.id]);
  });

  test('may be acknowledged by whoever may decide it, and by nobody else', async () => {
    await request();
    const [{ id: reminderId } = { id: '' }] = await reminders();
    const south = await makeUser(db, { role: 'MANAGER', territory: 'SOUTH' });
    for (const ctx of [as('rep'), contextFor(db, south, clock.now())]) {
      await expect(acknowledgeReminder(ctx, { reminderId })).rejects.toThrow(NotFoundError);
    }
    const later = new Date('2026-03-05T09:00:00Z');
    await snoozeReminder(as('manager'), { reminderId, until: later });
    await acknowledgeReminder(as('admin'), { reminderId });
    clock.set('2026-03-06T09:00:00Z');
    expect(await deliver()).toBe(0);
  });

  test.each<[string, (requestId: string) => Promise<unknown>]>([
    ['it was approved', (requestId) => decide(requestId, true)],
    ['it was rejected', (requestId) => decide(requestId, false)],
    ['the lead was lost', () => markLeadLost(as('rep'), { leadId })],
    ['the lead was given back', () => releaseLead(as('rep'), { leadId })],
    [
      'another agent got the lead',
      () => reassignLead(as('manager'), { leadId, ownerId: users.otherRep.id }),
    ],
    [
      'its protection expired',
      async () => {
        await db.prisma.lead.update({ where: { id: leadId }, data: { expiresAt: clock.now() } });
        await nightlyRunner(db, clock).runNow({
          job: 'protection-expiry',
          asOf: clock.now(),
          by: as('admin'),
        });
      },
    ],
  ])('is no longer called to mind once %s', async (_what, settle) => {
    const { requestId } = await request();
    clock.advance({ days: 1 });
    await settle(requestId);
    expect(await reminders()).toMatchObject([{ acknowledgedAt: clock.now() }]);
    clock.advance({ days: 5 });
    expect(await deliver()).toBe(0);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { ConflictError, NotFoundError } from '../../../src/domain/errors.js';
import { decideExtension } from '../../../src/features/extensions/decide-extension.js';
import { requestExtension } from '../../../src/features/extensions/request-extension.js';
import { acknowledgeReminder } from '../../../src/features/reminders/acknowledge-reminder.js';
import { deliverFollowUps } from '../../../src/features/reminders/deliver-follow-ups.js';
import { scheduleFollowUp } from '../../../src/features/reminders/schedule-follow-up.js';
import { snoozeReminder } from '../../../src/features/reminders/snooze-reminder.js';
import { wakeSnoozed } from '../../../src/features/reminders/wake-snoozed.js';
import type { VerbContext } from '../../../src/platform/verbs/context.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeLead, seedUsers } from '../../support/factories.js';
import { invalid } from '../../support/invalid.js';
import { testDatabase } from '../../support/test-file.js';
import { sendMails } from '../jobs/nightly.js';

const db = await testDatabase();

const DAY_MS = 86_400_000;
const clock = testClock('2026-03-01T09:00:00Z');
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;
let leadId: string;

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const inDays = (days: number) => new Date(clock.now().getTime() + days * DAY_MS);
const schedule = (
  ctx: VerbContext,
  overrides: Partial<Parameters<typeof scheduleFollowUp>[1]> = {},
) => scheduleFollowUp(ctx, { leadId, dueAt: inDays(3), note: 'Call the chef', ...overrides });
const deliver = () => deliverFollowUps(contextFor(db, SYSTEM_ACTOR, clock.now()));
const wake = () => wakeSnoozed(contextFor(db, SYSTEM_ACTOR, clock.now()));
const mails = () => db.prisma.outboxEmail.findMany({ where: { leadId } });
const events = async (type: string) =>
  (await db.prisma.domainEvent.findMany({ where: { leadId, type } })).map(({ payload }) => payload);

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
  leadId = (await makeLead(as('rep'))).id;
});

describe('a follow-up', () => {
  test('is delivered once, when it is due', async () => {
    const { reminderId } = await schedule(as('rep'));
    expect(await deliver()).toBe(0);
    clock.advance({ days: 3 });
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(0);
    expect(await events('REMINDER_DUE')).toEqual([{ reminderId, kind: 'FOLLOW_UP' }]);
    expect(await mails()).toMatchObject([{ template: 'follow-up', recipient: users.rep.email }]);
  });

  test('within the application sends no mail', async () => {
    await schedule(as('rep'), { channel: 'IN_APP' });
    clock.advance({ days: 3 });
    expect(await deliver()).toBe(1);
    expect(await mails()).toEqual([]);
  });

  test('lies in the future', async () => {
    await expect(schedule(as('rep'), { dueAt: clock.now() })).rejects.toMatchObject(
      invalid('dueAt'),
    );
  });

  test('is the only one of its lead at its instant', async () => {
    const dueAt = inDays(3);
    await schedule(as('rep'), { dueAt });
    clock.advance({ minutes: 1 });
    await expect(schedule(as('rep'), { dueAt })).rejects.toThrow(ConflictError);
  });

  test('is not delivered to somebody who has lost the lead', async () => {
    await schedule(as('rep'));
    await db.prisma.ownership.updateMany({
      where: { leadId },
      data: { endedAt: clock.now(), endReason: 'RELEASED' },
    });
    clock.advance({ days: 3 });
    expect(await deliver()).toBe(0);
  });

  test('that is snoozed waits, one that is acknowledged stays away', async () => {
    const { reminderId } = await schedule(as('rep'));
    await snoozeReminder(as('rep'), { reminderId, until: inDays(5) });
    clock.advance({ days: 3 });
    expect(await deliver()).toBe(0);
    await acknowledgeReminder(as('rep'), { reminderId });
    clock.advance({ days: 3 });
    expect(await deliver()).toBe(0);
    await expect(snoozeReminder(as('rep'), { reminderId, until: inDays(1) })).rejects.toThrow(
      ConflictError,
    );
  });

  test('that is put off after it came comes again, once, by event and mail', async () => {
    const { reminderId } = await schedule(as('rep'));
    clock.advance({ days: 3 });
    await deliver();
    await sendMails(db, clock);
    await snoozeReminder(as('rep'), { reminderId, until: inDays(2) });
    expect(await wake()).toBe(0);
    clock.advance({ days: 2 });
    expect(await wake()).toBe(1);
    expect(await wake()).toBe(0);
    expect(await deliver()).toBe(0);
    expect(await events('REMINDER_DUE')).toEqual([
      { reminderId, kind: 'FOLLOW_UP' },
      { reminderId, kind: 'FOLLOW_UP', snoozed: true },
    ]);
    expect(await mails()).toHaveLength(2);
    await snoozeReminder(as('rep'), { reminderId, until: inDays(1) });
    await acknowledgeReminder(as('rep'), { reminderId });
    clock.advance({ days: 1 });
    expect(await wake()).toBe(0);
  });

  test('that is put off before it came does not come twice', async () => {
    const { reminderId } = await schedule(as('rep'));
    await snoozeReminder(as('rep'), { reminderId, until: inDays(5) });
    clock.advance({ days: 5 });
    expect(await wake()).toBe(0);
    expect(await deliver()).toBe(1);
    clock.advance({ days: 1 });
    expect(await wake()).toBe(0);
  });

  test('is delivered when its mail has left, or when it is shown in the application', async () => {
    const { reminderId } = await schedule(as('rep'));
    await schedule(as('rep'), { dueAt: inDays(2), channel: 'IN_APP' });
    clock.advance({ days: 3 });
    await deliver();
    const deliveredAt = async () =>
      (await db.prisma.reminder.findMany({ orderBy: { dueAt: 'asc' } })).map(
        (reminder) => reminder.deliveredAt,
      );
    const shownAt = clock.now();
    expect(await deliveredAt()).toEqual([shownAt, null]);
    clock.advance({ minutes: 4 });
    expect(await events('REMINDER_SENT')).toEqual([]);
    await sendMails(db, clock);
    expect(await deliveredAt()).toEqual([shownAt, clock.now()]);
    expect(await events('REMINDER_SENT')).toEqual([{ reminderId, kind: 'FOLLOW_UP' }]);
  });

  test('is nobody else’s to acknowledge', async () => {
    const { reminderId } = await schedule(as('rep'));
    for (const who of ['otherRep', 'manager'] as const) {
      await expect(acknowledgeReminder(as(who), { reminderId })).rejects.toThrow(
        new NotFoundError('Reminder', reminderId),
      );
    }
  });

  test('acknowledging again keeps the first time', async () => {
    const { reminderId } = await schedule(as('rep'));
    await acknowledgeReminder(as('rep'), { reminderId });
    const first = clock.now();
    clock.advance({ days: 1 });
    await acknowledgeReminder(as('rep'), { reminderId });
    const stored = await db.prisma.reminder.findUniqueOrThrow({ where: { id: reminderId } });
    expect(stored.acknowledgedAt).toEqual(first);
    expect(await events('REMINDER_SENT')).toEqual([{ reminderId, kind: 'FOLLOW_UP' }]);
  });
});

describe('an extension', () => {
  const request = (ctx: VerbContext, months = 2) =>
    requestExtension(ctx, { leadId, months, reason: 'The tender was postponed' });
  const baseEndsAt = async () =>
    (await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } })).baseEndsAt;

  test('adds its months to the base period when it is approved', async () => {
    const { requestId } = await request(as('rep'));
    expect(await baseEndsAt()).toEqual(new Date('2026-09-01T08:00:00Z'));
    await decideExtension(as('manager'), { requestId, approve: true });
    expect(await baseEndsAt()).toEqual(new Date('2026-11-01T09:00:00Z'));
    expect((await mails()).map(({ template }) => template).sort()).toEqual([
      'extension-decided',
      'extension-requested',
    ]);
    expect(await events('EXTENSION_DECIDED')).toEqual([
      { requestId, status: 'APPROVED', months: 2 },
    ]);
  });

  test('changes nothing when it is rejected, and can be requested again', async () => {
    const { requestId } = await request(as('rep'));
    await decideExtension(as('manager'), { requestId, approve: false, note: 'Too early' });
    expect(await baseEndsAt()).toEqual(new Date('2026-09-01T08:00:00Z'));
    await request(as('rep'));
  });

  test('is requested one at a time and decided once', async () => {
    const { requestId } = await request(as('rep'));
    clock.advance({ minutes: 1 });
    await expect(request(as('rep'))).rejects.toThrow(ConflictError);
    await decideExtension(as('manager'), { requestId, approve: true });
    await expect(decideExtension(as('admin'), { requestId, approve: false })).rejects.toThrow(
      ConflictError,
    );
  });

  test('is 1 to 12 months long, asked for by the owner, decided by a manager', async () => {
    await expect(request(as('rep'), 13)).rejects.toThrow(
      'months: 13 given, allowed are 1 to 12 whole months',
    );
    await expect(request(as('manager'))).rejects.toThrow(
      'A manager may not requestExtension on this lead, allowed is: owner.',
    );
    const { requestId } = await request(as('rep'));
    await expect(decideExtension(as('rep'), { requestId, approve: true })).rejects.toThrow(
      'REP may not decideExtension',
    );
  });

  test('cannot be approved any more once the protection is over', async () => {
    const { requestId } = await request(as('rep'));
    clock.set('2026-09-01T09:00:00Z');
    await expect(decideExtension(as('manager'), { requestId, approve: true })).rejects.toThrow(
      ConflictError,
    );
  });
});

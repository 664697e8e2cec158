import pino from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import type { JobName } from '../../../src/domain/nightly-jobs.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { createDispatcher } from '../../../src/features/mail/dispatcher.js';
import { createSmtpTransport } from '../../../src/features/mail/smtp-transport.js';
import { explainProtection } from '../../../src/features/protection/explain-protection.js';
import { acknowledgeReminder } from '../../../src/features/reminders/acknowledge-reminder.js';
import { newId } from '../../../src/platform/db/ids.js';
import { checkWarnings } from '../../../src/run/doctor/check-warnings.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { startMailServer } from '../mail/mail-server.js';
import { makeDueLead, nightlyRunner, sendMails, systemContext } from './nightly.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T00:00:00Z');
beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T00:00:00Z');
});

const by = { actor: SYSTEM_ACTOR, requestId: null };
const run = async (job: JobName = 'progress-warning') =>
  expect(await nightlyRunner(db, clock).runNow({ job, asOf: clock.now(), by })).toMatchObject({
    status: 'SUCCEEDED',
  });
const leadAt = (id: string) => db.prisma.lead.findUniqueOrThrow({ where: { id } });
const onlyReminder = () => db.prisma.reminder.findFirstOrThrow();
const eventsOf = async (type: string) =>
  (await db.prisma.domainEvent.findMany({ where: { type }, orderBy: { seq: 'asc' } })).map(
    ({ payload }) => payload,
  );

/** The warning is issued on 1 March at midnight; its progress deadline is 2 March. */
const makeWarned = (ownerId: string, territory?: string) =>
  makeDueLead(db, ownerId, clock.now(), {
    assignedAt: '2026-01-01T09:00:00Z',
    ...(territory ? { territory } : {}),
  });

function sendTo(url: string): Promise<number> {
  return createDispatcher({
    db,
    transport: createSmtpTransport({ url, from: 'Leadwarden <leads@example.com>' }),
    clock: clock.now,
    log: pino({ level: 'silent' }),
    random: () => 1,
    settings: { publicUrl: null },
  }).dispatchDue();
}

/** Nobody listens there. */
const AWAY = 'smtp://127.0.0.1:1';

async function alertsTo(): Promise<string[]> {
  const mails = await db.prisma.outboxEmail.findMany({
    where: { template: 'warning-undeliverable' },
    orderBy: { id: 'asc' },
  });
  return mails.map(({ recipient }) => recipient);
}

describe('a warning that leaves late', () => {
  test('counts from its delivery, and until then the lead does not expire for lack of progress', async () => {
    const owner = await makeUser(db);
    const id = await makeWarned(owner.id);
    await run();
    await sendTo(AWAY);
    // Eighty hours later, and long after ten days of grace had ended if it had left.
    clock.set('2026-03-12T00:00:00Z');
    await sendTo(AWAY);
    await run('protection-expiry');
    expect(await leadAt(id)).toMatchObject({
      status: 'ACTIVE',
      warningIssuedAt: new Date('2026-03-01T00:00:00Z'),
      warnedAt: null,
      graceEndsAt: null,
    });

    clock.set('2026-03-13T12:00:00Z');
    await using server = await startMailServer();
    await sendTo(server.url);
    expect(await leadAt(id)).toMatchObject({
      warnedAt: clock.now(),
      graceEndsAt: new Date('2026-03-23T12:00:00Z'),
      expiresAt: new Date('2026-03-23T12:00:00Z'),
    });
    expect(await onlyReminder()).toMatchObject({
      sentAt: clock.now(),
      deliveredAt: clock.now(),
      createdAt: new Date('2026-03-01T00:00:00Z'),
    });
    clock.set('2026-03-23T11:59:59Z');
    await run('protection-expiry');
    expect(await leadAt(id)).toMatchObject({ status: 'ACTIVE' });
    clock.set('2026-03-23T12:00:00Z');
    await run('protection-expiry');
    expect(await leadAt(id)).toMatchObject({ status: 'EXPIRED', endReason: 'NO_PROGRESS' });
  });

  test.each([
    ['24 hours', undefined, '2026-03-02T00:00:00Z', '2026-03-01T00:00:00Z'],
    ['a millisecond more', undefined, '2026-03-02T00:00:00.001Z', '2026-03-02T00:00:00.001Z'],
    ['longer than the setting says', 1, '2026-03-01T02:00:00Z', '2026-03-01T02:00:00Z'],
  ])('after %s counts from the instant that the rule says', async (_, hours, left, counts) => {
    if (hours !== undefined) {
      await db.prisma.setting.create({ data: { key: 'warningDeliveryHours', value: hours } });
    }
    const id = await makeWarned((await makeUser(db)).id);
    await run();
    clock.set(left);
    await sendMails(db, clock);
    expect(await leadAt(id)).toMatchObject({ warnedAt: new Date(counts) });
    expect(await onlyReminder()).toMatchObject({
      sentAt: new Date(counts),
      deliveredAt: clock.now(),
    });
  });

  test('has left when its reader acknowledges it, whatever becomes of the mail', async () => {
    const owner = await makeUser(db);
    const id = await makeWarned(owner.id);
    await run();
    clock.set('2026-03-01T20:00:00Z');
    const { id: reminderId } = await onlyReminder();
    const actor = { ...SYSTEM_ACTOR, id: owner.id, role: 'REP' as const };
    await acknowledgeReminder(contextFor(db, actor, clock.now()), { reminderId });
    expect(await leadAt(id)).toMatchObject({ warnedAt: new Date('2026-03-01T00:00:00Z') });
    clock.set('2026-03-05T00:00:00Z');
    await sendMails(db, clock);
    expect(await onlyReminder()).toMatchObject({ deliveredAt: new Date('2026-03-01T20:00:00Z') });
    expect(await eventsOf('WARNING_DELIVERED')).toMatchObject([
      { reminderId, warnedAt: '2026-03-01T00:00:00.000Z' },
    ]);
  });

  test('changes nothing once progress has begun another window', async () => {
    const owner = await makeUser(db);
    const id = await makeWarned(owner.id);
    await run();
    const { id: reminderId } = await onlyReminder();
    clock.advance({ hours: 1 });
    const actor = { ...SYSTEM_ACTOR, id: owner.id, role: 'REP' as const };
    await logActivity(contextFor(db, actor, clock.now()), { leadId: id, kind: 'QUALIFIED_CALL' });
    await acknowledgeReminder(contextFor(db, actor, clock.now()), { reminderId });
    await sendMails(db, clock);
    expect(await leadAt(id)).toMatchObject({ warnedAt: null, warningIssuedAt: null });
    expect(await eventsOf('WARNING_DELIVERED')).toEqual([]);
  });
});

describe('a warning that cannot be delivered', () => {
  test('because the mail is refused is told at once, and sent again to the address put right', async () => {
    const owner = await makeUser(db);
    const manager = await makeUser(db, { role: 'MANAGER', territory: 'WEST' });
    await makeUser(db, { role: 'MANAGER', territory: 'EAST' });
    await makeUser(db, { role: 'ADMIN' });
    const id = await makeWarned(owner.id, 'WEST');
    await run();
    await using server = await startMailServer((recipient) =>
      recipient === owner.email ? { at: 'RCPT', code: 550 } : 'accept',
    );
    await sendTo(server.url);
    const { id: reminderId } = await onlyReminder();
    expect(await eventsOf('WARNING_UNDELIVERABLE')).toMatchObject([
      { reminderId, cause: 'MAIL_DEAD' },
    ]);
    expect(await alertsTo()).toEqual([manager.email]);

    // It was refused for good: the next night changes nothing.
    clock.set('2026-03-02T00:00:00Z');
    await run();
    await sendTo(server.url);
    expect(server.named.filter((recipient) => recipient === owner.email)).toHaveLength(1);

    await db.prisma.user.update({ where: { id: owner.id }, data: { email: 'new@example.com' } });
    clock.set('2026-03-03T00:00:00Z');
    await run();
    await sendTo(server.url);
    expect(server.accepted.map(({ recipient }) => recipient)).toContain('new@example.com');
    expect(await leadAt(id)).toMatchObject({ warnedAt: clock.now() });
  });

  test('because the address of a deputy is refused goes to the owner who is back', async () => {
    const owner = await makeUser(db);
    const deputy = await makeUser(db);
    await makeWarned(owner.id);
    await db.prisma.absence.create({
      data: {
        id: newId(),
        userId: owner.id,
        deputyId: deputy.id,
        createdAt: clock.now(),
        startsAt: clock.now(),
        endsAt: new Date('2026-03-03T00:00:00Z'),
      },
    });
    await run();
    await using server = await startMailServer((recipient) =>
      recipient === deputy.email ? { at: 'RCPT', code: 550 } : 'accept',
    );
    await sendTo(server.url);
    clock.set('2026-03-02T00:00:00Z');
    await run();
    await sendTo(server.url);
    expect(server.named).toEqual([deputy.email]);
    expect(await db.prisma.outboxEmail.findFirstOrThrow()).toMatchObject({
      status: 'DEAD',
      deathCause: 'REJECTED',
      recipient: deputy.email,
    });
    clock.set('2026-03-03T00:00:00Z');
    await run();
    await sendTo(server.url);
    expect(server.accepted.map(({ recipient }) => recipient)).toEqual([owner.email]);
  });

  test('to an inactive owner is told to the managers once, and to the admins when it takes too long', async () => {
    const owner = await makeUser(db, { active: false });
    const manager = await makeUser(db, { role: 'MANAGER' });
    const admin = await makeUser(db, { role: 'ADMIN' });
    const id = await makeWarned(owner.id);
    await run();
    await run();
    expect(await alertsTo()).toEqual([manager.email]);
    expect(await eventsOf('WARNING_UNDELIVERABLE')).toMatchObject([{ cause: 'OWNER_INACTIVE' }]);
    clock.set('2026-03-02T00:00:00Z');
    await run();
    await run();
    expect(await alertsTo()).toEqual([manager.email, admin.email]);
    clock.set('2026-04-01T00:00:00Z');
    await run('protection-expiry');
    expect(await leadAt(id)).toMatchObject({ status: 'ACTIVE', warnedAt: null });
    clock.set('2026-07-01T08:00:00Z');
    await run('protection-expiry');
    expect(await leadAt(id)).toMatchObject({ endReason: 'BASE_PERIOD_ENDED' });
  });

  test('in a territory without a manager is told to the admins at once', async () => {
    const owner = await makeUser(db, { active: false });
    await makeUser(db, { role: 'MANAGER', territory: 'EAST' });
    const admin = await makeUser(db, { role: 'ADMIN' });
    await makeWarned(owner.id, 'WEST');
    await run();
    expect(await alertsTo()).toEqual([admin.email]);
  });

  test('is sent once its owner is active again', async () => {
    const owner = await makeUser(db, { active: false });
    const id = await makeWarned(owner.id);
    await run();
    await db.prisma.user.update({ where: { id: owner.id }, data: { active: true } });
    clock.set('2026-03-04T00:00:00Z');
    await run();
    await run();
    await sendMails(db, clock);
    expect(await db.prisma.outboxEmail.count({ where: { template: 'progress-warning' } })).toBe(1);
    expect(await leadAt(id)).toMatchObject({ warnedAt: clock.now() });
  });

  test('shows in doctor and in the explanation of the lead', async () => {
    const owner = await makeUser(db, { active: false });
    const id = await makeWarned(owner.id);
    await run();
    const check = () => checkWarnings({ db, now: clock.now() });
    expect(await check()).toEqual({ state: 'OK', detail: 'no warning waits to be delivered' });
    clock.advance({ hours: 2 });
    expect(await check()).toEqual({
      state: 'WARNING',
      detail: `1 warnings have not been delivered, 0 of them for more than 24 hours: ${id} since 2026-03-01T00:00:00.000Z`,
    });
    clock.advance({ hours: 22 });
    expect(await check()).toMatchObject({ state: 'PROBLEM' });
    const explained = await explainProtection(systemContext(db, clock.now()), {
      leadId: id,
      at: clock.now(),
    });
    expect(explained).toMatchObject({
      state: 'PROTECTED',
      warningIssuedAt: Date.parse('2026-03-01T00:00:00Z'),
      warnedAt: null,
      graceEndsAt: null,
    });
    expect(explained?.ledger.filter(({ kind }) => kind === 'WARNING')).toMatchObject([
      { sentAt: null, deliveredAt: null, counted: false, why: 'NOT_DELIVERED' },
    ]);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../../src/domain/errors.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { confirmHold } from '../../../src/features/holds/confirm-hold.js';
import { endHold } from '../../../src/features/holds/end-hold.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { voidHold } from '../../../src/features/holds/void-hold.js';
import { createTicks } from '../../../src/features/jobs/ticks.js';
import { forecastProtection } from '../../../src/features/protection/explain-protection.js';
import { turnHolds } from '../../../src/features/protection/turn-holds.js';
import type { VerbContext } from '../../../src/platform/verbs/context.js';
import { globalId } from '../../support/api.js';
import { testClock } from '../../support/clock.js';
import { testKeyRing } from '../../support/cursors.js';
import { contextFor, makeLead, seedUsers } from '../../support/factories.js';
import { invalid } from '../../support/invalid.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const DAY_MS = 86_400_000;
const clock = testClock('2026-04-01T09:00:00Z');
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;
let leadId: string;

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const inDays = (days: number) => new Date(clock.now().getTime() + days * DAY_MS);
const start = (ctx: VerbContext, overrides: Partial<Parameters<typeof startHold>[1]> = {}) =>
  startHold(ctx, { leadId, reason: 'SUPPLY_ISSUE', ...overrides });
const turn = () => turnHolds(contextFor(db, SYSTEM_ACTOR, clock.now()));
const readLead = () => db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
const holdEvents = async () => {
  const events = await db.prisma.domainEvent.findMany({
    where: { leadId, type: { startsWith: 'HOLD_' } },
    orderBy: { seq: 'asc' },
  });
  return events.map(({ type, payload }) => `${type} ${(payload as { holdId: string }).holdId}`);
};

beforeEach(async () => {
  await db.reset();
  clock.set('2026-04-01T09:00:00Z');
  users = await seedUsers(db);
  leadId = (await makeLead(as('rep'))).id;
});

describe('starting a hold', () => {
  test('an open one of a manager pauses the protection until it ends', async () => {
    const before = await readLead();
    clock.advance({ days: 1 });
    const { holdId } = await start(as('manager'));
    expect(await readLead()).toMatchObject({ onHold: true, expiresAt: null });
    clock.advance({ days: 5 });
    await endHold(as('rep'), { holdId });
    const after = await readLead();
    expect(after.onHold).toBe(false);
    expect(Number(after.progressDeadline) - Number(before.progressDeadline)).toBe(5 * DAY_MS);
    expect(await holdEvents()).toEqual([`HOLD_STARTED ${holdId}`, `HOLD_ENDED ${holdId}`]);
  });

  test('the reason OTHER needs a text', async () => {
    await expect(start(as('rep'), { reason: 'OTHER', text: ' ' })).rejects.toThrow(
      'text: is empty, allowed for the reason OTHER is a text',
    );
    await start(as('rep'), { reason: 'OTHER', text: 'Kitchen burnt down' });
  });

  test('an agent may not date it, a manager may, but not before the assignment', async () => {
    clock.advance({ days: 10 });
    await expect(start(as('rep'), { startAt: inDays(-1) })).rejects.toThrow(ForbiddenError);
    await expect(start(as('rep'), { startAt: inDays(1) })).rejects.toThrow(ForbiddenError);
    await start(as('manager'), { startAt: inDays(-10), endAt: inDays(-8) });
    await expect(start(as('manager'), { startAt: inDays(-11) })).rejects.toThrow(
      /^startAt: 2026-03-31T09:00:00.000Z is before the lead was assigned/,
    );
  });

  test('it ends after it starts', async () => {
    await expect(start(as('rep'), { endAt: clock.now() })).rejects.toMatchObject(invalid('endAt'));
  });

  test('90 days are allowed to an agent, more needs a manager', async () => {
    const tooLate = new Date(inDays(90).getTime() + 1);
    await expect(start(as('rep'), { endAt: tooLate })).rejects.toThrow(ForbiddenError);
    await start(as('rep'), { endAt: inDays(90) });
    await start(as('manager'), { endAt: tooLate });
  });

  test('90 days are days of the calendar: across the end of summer time they last an hour longer', async () => {
    clock.set('2026-08-15T09:00:00Z');
    leadId = (await makeLead(as('rep'))).id;
    await start(as('rep'), { endAt: new Date('2026-11-13T10:00:00Z') });
  });

  test('on a lead of their own a manager may no more than an agent', async () => {
    leadId = (await makeLead(as('manager'))).id;
    await expect(start(as('manager'), { startAt: inDays(-0.5) })).rejects.toThrow(ForbiddenError);
    await expect(start(as('manager'), { endAt: inDays(91) })).rejects.toThrow(ForbiddenError);
    await start(as('admin'), { startAt: inDays(1), endAt: inDays(95) });
  });

  test('it comes too late once the protection is over', async () => {
    clock.set('2026-10-01T09:00:00Z');
    await expect(start(as('manager'))).rejects.toThrow(ConflictError);
  });

  test('the same idempotency key starts it once', async () => {
    const first = await start(as('rep'), { idempotencyKey: 'hold-1' });
    expect(await start(as('rep'), { idempotencyKey: 'hold-1' })).toEqual(first);
    expect(await db.prisma.hold.count()).toBe(1);
  });

  test('another agent learns nothing of the lead', async () => {
    await expect(start(as('otherRep'))).rejects.toThrow(new NotFoundError('Lead', leadId));
  });
});

describe('ending and voiding', () => {
  test('a hold ends once', async () => {
    const { holdId } = await start(as('rep'));
    clock.advance({ days: 1 });
    await endHold(as('rep'), { holdId });
    await expect(endHold(as('rep'), { holdId })).rejects.toThrow(ConflictError);
  });

  test('the answer names the holds that still stop the clock', async () => {
    const { holdId } = await start(as('rep'));
    const { holdId: other } = await start(as('rep'), { reason: 'PRICE_APPROVAL' });
    const { holdId: mistaken } = await start(as('rep'), { reason: 'CUSTOMER_BLOCKED' });
    await start(as('manager'), { startAt: inDays(3) });
    clock.advance({ days: 1 });
    expect((await endHold(as('rep'), { holdId })).stillRunning).toEqual([other, mistaken]);
    const voided = await voidHold(as('rep'), { holdId: mistaken, reason: 'Wrong lead' });
    expect(voided.stillRunning).toEqual([other]);
    expect((await readLead()).onHold).toBe(true);
    expect((await endHold(as('rep'), { holdId: other })).stillRunning).toEqual([]);
    expect((await readLead()).onHold).toBe(false);
  });

  test('one that has not begun cannot be ended', async () => {
    const { holdId } = await start(as('manager'), { startAt: inDays(3) });
    await expect(endHold(as('manager'), { holdId })).rejects.toThrow(ConflictError);
  });

  test('a void hold never was', async () => {
    const before = await readLead();
    clock.advance({ days: 1 });
    const { holdId } = await start(as('rep'), { endAt: inDays(5) });
    clock.advance({ days: 2 });
    await voidHold(as('rep'), { holdId, reason: 'Wrong lead' });
    expect(await readLead()).toMatchObject({
      onHold: false,
      progressDeadline: before.progressDeadline,
    });
    await expect(voidHold(as('rep'), { holdId, reason: 'Again' })).rejects.toThrow(ConflictError);
    await expect(endHold(as('rep'), { holdId })).rejects.toThrow(ConflictError);
  });

  test('by which the protection would have ended takes a manager who confirms it, and is told with the date', async () => {
    const { holdId } = await start(as('rep'), { endAt: inDays(60) });
    // The base period would have ended on 1 October.
    clock.set('2026-10-15T09:00:00Z');
    const voidIt = (who: keyof Users, confirmEnd?: boolean) =>
      voidHold(as(who), { holdId, reason: 'Never was', confirmEnd });
    for (const attempt of [() => voidIt('rep', true), () => voidIt('manager')]) {
      await expect(attempt()).rejects.toMatchObject({ reason: 'ENDS_PROTECTION' });
    }
    const foretold = await forecastProtection(as('rep'), {
      leadId,
      hypothesis: { kind: 'HOLD_VOIDED', holdId },
    });
    expect(foretold?.after.expiresAt).toBe(Date.parse('2026-10-01T09:00:00Z'));
    await voidIt('manager', true);
    const told = await db.prisma.domainEvent.findMany({ where: { type: 'HOLD_VOIDED' } });
    expect(told.map(({ payload }) => payload)).toEqual([
      { holdId, reason: 'SUPPLY_ISSUE', endsProtectionAt: '2026-10-01T09:00:00.000Z' },
    ]);
  });

  test("another agent's hold does not exist", async () => {
    const { holdId } = await start(as('rep'));
    await expect(endHold(as('otherRep'), { holdId })).rejects.toThrow(
      new NotFoundError('Hold', holdId),
    );
  });
});

describe('holds that turn by themselves', () => {
  test('a dated hold is told of when it begins and when it ends, once', async () => {
    const { holdId } = await start(as('manager'), { startAt: inDays(2), endAt: inDays(4) });
    expect(await turn()).toBe(0);
    clock.advance({ days: 2 });
    expect(await turn()).toBe(1);
    expect((await readLead()).onHold).toBe(true);
    expect(await turn()).toBe(0);
    clock.advance({ days: 2 });
    expect(await turn()).toBe(1);
    expect((await readLead()).onHold).toBe(false);
    expect(await holdEvents()).toEqual([`HOLD_STARTED ${holdId}`, `HOLD_ENDED ${holdId}`]);
  });

  test('one that began and ended unseen is told of whole', async () => {
    const { holdId } = await start(as('manager'), { startAt: inDays(2), endAt: inDays(4) });
    clock.advance({ days: 9 });
    await turn();
    expect(await holdEvents()).toEqual([`HOLD_STARTED ${holdId}`, `HOLD_ENDED ${holdId}`]);
  });

  test('an activity logged before the turn is noticed does not swallow it', async () => {
    const { holdId } = await start(as('manager'), { startAt: inDays(2), endAt: inDays(4) });
    clock.advance({ days: 3 });
    await logActivity(as('rep'), { leadId, kind: 'EMAIL', performedAt: clock.now() });
    expect(await turn()).toBe(0);
    expect(await holdEvents()).toEqual([`HOLD_STARTED ${holdId}`]);
  });

  test('one that lies wholly in the past is told of as begun and as ended', async () => {
    clock.advance({ days: 10 });
    const { holdId } = await start(as('manager'), { startAt: inDays(-8), endAt: inDays(-5) });
    expect(await holdEvents()).toEqual([`HOLD_STARTED ${holdId}`, `HOLD_ENDED ${holdId}`]);
  });

  test('ending one does not swallow that another has begun and ended', async () => {
    const open = await start(as('rep'));
    const dated = await start(as('manager'), { startAt: inDays(1), endAt: inDays(2) });
    clock.advance({ days: 3 });
    await endHold(as('rep'), { holdId: open.holdId });
    expect((await holdEvents()).sort()).toEqual(
      [open, dated]
        .flatMap(({ holdId }) => [`HOLD_ENDED ${holdId}`, `HOLD_STARTED ${holdId}`])
        .sort(),
    );
  });

  test('of overlapping holds each end is told of, and none twice', async () => {
    const first = await start(as('rep'), { endAt: inDays(3) });
    const second = await start(as('manager'), { startAt: inDays(1), endAt: inDays(5) });
    clock.advance({ days: 5 });
    await turn();
    await turn();
    expect(await holdEvents()).toEqual([
      `HOLD_STARTED ${first.holdId}`,
      `HOLD_STARTED ${second.holdId}`,
      `HOLD_ENDED ${first.holdId}`,
      `HOLD_ENDED ${second.holdId}`,
    ]);
  });
});

describe('an open-ended hold of an agent', () => {
  const tick = (name: string) =>
    createTicks(db, clock.now, testKeyRing)
      .find((one) => one.name === name)
      ?.run(new AbortController().signal);
  const holdAt = (id: string) => db.prisma.hold.findUniqueOrThrow({ where: { id } });
  const mails = async () =>
    (await db.prisma.outboxEmail.findMany({ where: { template: 'hold-ending' } }))
      .map(({ recipient }) => recipient)
      .sort();
  // 90 days of the calendar after 1 April, nine o'clock.
  const ENDS_BY = new Date('2026-06-30T09:00:00Z');

  test('ends by itself after as many days as a hold may last, which the clock knows from the start', async () => {
    const before = await readLead();
    const { holdId } = await start(as('rep'));
    const held = await readLead();
    expect(held).toMatchObject({ onHold: true, holdChangesAt: ENDS_BY });
    expect(Number(held.expiresAt) - Number(before.expiresAt)).toBe(90 * DAY_MS);
    clock.set('2026-06-30T08:59:59Z');
    expect(await turn()).toBe(0);
    clock.set('2026-06-30T09:00:05Z');
    await tick('turn-holds');
    expect(await holdAt(holdId)).toMatchObject({ endAt: ENDS_BY });
    expect(await readLead()).toMatchObject({ onHold: false, expiresAt: held.expiresAt });
    expect(await holdEvents()).toEqual([`HOLD_STARTED ${holdId}`, `HOLD_ENDED ${holdId}`]);
    await expect(endHold(as('rep'), { holdId })).rejects.toThrow(
      `The hold ${globalId('Hold', holdId)} has ended at 2026-06-30T09:00:00.000Z.`,
    );
    await expect(confirmHold(as('manager'), { holdId })).rejects.toThrow('has ended');
    const audited = await db.prisma.auditEntry.findMany({ where: { action: 'endHoldByItself' } });
    expect(audited).toMatchObject([{ entityId: holdId, after: { endAt: ENDS_BY.toISOString() } }]);
  });

  test('has ended before the tick comes by, whatever happens first', async () => {
    const { holdId } = await start(as('rep'));
    clock.set('2026-07-02T00:00:00Z');
    await expect(endHold(as('rep'), { holdId })).rejects.toThrow('has ended');
    await logActivity(as('rep'), { leadId, kind: 'EMAIL', performedAt: clock.now() });
    expect(await holdAt(holdId)).toMatchObject({ endAt: ENDS_BY });
    expect(await holdEvents()).toEqual([`HOLD_STARTED ${holdId}`, `HOLD_ENDED ${holdId}`]);
  });

  test('is announced once, a week before, to its owner and the managers', async () => {
    const { holdId } = await start(as('rep'));
    clock.set('2026-06-23T08:59:00Z');
    await tick('announce-hold-ends');
    expect(await mails()).toEqual([]);
    clock.set('2026-06-23T09:00:00Z');
    await tick('announce-hold-ends');
    await tick('announce-hold-ends');
    expect(await mails()).toEqual([users.manager.email, users.rep.email].sort());
    expect(await holdEvents()).toEqual([`HOLD_STARTED ${holdId}`, `HOLD_ENDING ${holdId}`]);
  });

  test('is a reminder of its owner in the application, settled by what becomes of the hold', async () => {
    const settled = async () =>
      (await db.prisma.reminder.findMany({ where: { kind: 'HOLD_ENDING' } })).map(
        ({ recipientId, windowStart, acknowledgedAt }) => [
          recipientId === users.rep.id,
          windowStart,
          acknowledgedAt !== null,
        ],
      );
    const startAt = clock.now();
    const { holdId } = await start(as('rep'));
    clock.set('2026-06-24T09:00:00Z');
    await tick('announce-hold-ends');
    await tick('announce-hold-ends');
    expect(await settled()).toEqual([[true, startAt, false]]);
    await confirmHold(as('manager'), { holdId });
    expect(await settled()).toEqual([[true, startAt, true]]);
  });

  test('settles its reminder also when it has ended by itself, and tells why it ended', async () => {
    await start(as('rep'));
    clock.set('2026-06-24T09:00:00Z');
    await tick('announce-hold-ends');
    clock.set('2026-06-30T09:00:05Z');
    await tick('turn-holds');
    const [reminder] = await db.prisma.reminder.findMany({ where: { kind: 'HOLD_ENDING' } });
    expect(reminder?.acknowledgedAt).toEqual(clock.now());
    const [ended] = await db.prisma.domainEvent.findMany({ where: { type: 'HOLD_ENDED' } });
    expect(ended?.payload).toMatchObject({ cause: 'BY_ITSELF', reason: 'SUPPLY_ISSUE' });
  });

  test('goes on for good once a manager has confirmed it', async () => {
    const { holdId } = await start(as('rep'));
    await expect(confirmHold(as('rep'), { holdId })).rejects.toThrow(ForbiddenError);
    clock.set('2026-06-29T09:00:00Z');
    await confirmHold(as('manager'), { holdId });
    expect(await readLead()).toMatchObject({ onHold: true, expiresAt: null });
    await expect(confirmHold(as('manager'), { holdId })).rejects.toThrow(ConflictError);
    clock.set('2026-09-01T09:00:00Z');
    expect(await turn()).toBe(0);
    await tick('announce-hold-ends');
    expect(await mails()).toEqual([]);
    expect(await holdAt(holdId)).toMatchObject({ endAt: null, confirmedById: users.manager.id });
    await endHold(as('rep'), { holdId });
    expect(await holdEvents()).toEqual([
      `HOLD_STARTED ${holdId}`,
      `HOLD_CONFIRMED ${holdId}`,
      `HOLD_ENDED ${holdId}`,
    ]);
  });

  test('lasts as long as the setting says, and a later setting changes nothing', async () => {
    await db.prisma.setting.create({ data: { key: 'maxHoldDays', value: 10 } });
    const { holdId } = await start(as('rep'));
    await db.prisma.setting.updateMany({ data: { value: 30 } });
    clock.advance({ days: 10 });
    await turn();
    expect(await holdAt(holdId)).toMatchObject({ endAt: clock.now() });
  });

  test('that is ended by hand does not end by itself later', async () => {
    const { holdId } = await start(as('rep'));
    clock.advance({ days: 2 });
    const endAt = clock.now();
    await endHold(as('rep'), { holdId });
    clock.set('2026-07-02T00:00:00Z');
    await turn();
    expect(await holdAt(holdId)).toMatchObject({ endAt });
    expect(await holdEvents()).toEqual([`HOLD_STARTED ${holdId}`, `HOLD_ENDED ${holdId}`]);
  });

  test('begun while another runs, or soon after it, ends when the first may not last longer', async () => {
    await start(as('rep'));
    clock.advance({ days: 60 });
    const second = await start(as('rep'));
    expect(await holdAt(second.holdId)).toMatchObject({ endsBy: ENDS_BY });
    await expect(start(as('rep'), { endAt: inDays(31) })).rejects.toThrow(ForbiddenError);
    clock.set('2026-07-05T09:00:00Z');
    await turn();
    await expect(start(as('rep'))).rejects.toThrow(
      'holds that follow one another within seven days count as one, which began at 2026-04-01T09:00:00.000Z and may last 90 days',
    );
    // A manager decides, and after a week in which the clock ran the agent may again.
    await start(as('manager'), { endAt: inDays(1) });
    clock.set('2026-07-08T09:00:00Z');
    const third = await start(as('rep'));
    expect(await holdAt(third.holdId)).toMatchObject({
      endsBy: new Date('2026-10-06T09:00:00Z'),
    });
  });
});

describe('holds of a window', () => {
  beforeEach(async () => {
    await db.prisma.setting.create({ data: { key: 'maxHoldShare', value: 0.5 } });
  });

  test('last no longer together than their share of it, however long the breaks between them', async () => {
    const first = await start(as('rep'));
    const holdAt = (id: string) => db.prisma.hold.findUniqueOrThrow({ where: { id } });
    // Half of 60 days.
    expect(await holdAt(first.holdId)).toMatchObject({ endsBy: inDays(30) });
    clock.advance({ days: 20 });
    await endHold(as('rep'), { holdId: first.holdId });
    clock.advance({ days: 15 });
    await expect(start(as('rep'), { endAt: inDays(11) })).rejects.toThrow(
      'in the window that began at 2026-04-01T09:00:00.000Z holds may last 30 days together (maxHoldShare)',
    );
    const second = await start(as('rep'), { endAt: inDays(10) });
    clock.advance({ days: 11 });
    await turn();
    await expect(start(as('rep'))).rejects.toThrow(ForbiddenError);
    await start(as('manager'), { endAt: inDays(1) });
    // What is void stood nothing still.
    await voidHold(as('rep'), { holdId: second.holdId, reason: 'Vertan' });
    const third = await start(as('rep'));
    expect(await holdAt(third.holdId)).toMatchObject({ endsBy: inDays(10) });
  });

  test('are counted anew in the next window', async () => {
    const { holdId } = await start(as('rep'));
    clock.advance({ days: 30 });
    await turn();
    await expect(start(as('rep'))).rejects.toThrow(ForbiddenError);
    clock.advance({ days: 1 });
    await logActivity(as('rep'), { leadId, kind: 'QUALIFIED_CALL', performedAt: clock.now() });
    const next = await start(as('rep'));
    expect(next.holdId).not.toBe(holdId);
    expect(await db.prisma.hold.findUnique({ where: { id: next.holdId } })).toMatchObject({
      endsBy: inDays(30),
    });
  });

  test('stop the clock once where they overlap', async () => {
    const first = await start(as('rep'), { endAt: inDays(20) });
    clock.advance({ days: 10 });
    const second = await start(as('rep'));
    const ends = await db.prisma.hold.findMany({
      where: { id: { in: [first.holdId, second.holdId] } },
      orderBy: { startAt: 'asc' },
    });
    expect(ends.map(({ endsBy }) => endsBy)).toEqual([null, inDays(20)]);
  });
});

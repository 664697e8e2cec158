import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { ConflictError, ForbiddenError, NotFoundError } from '../../../src/domain/errors.js';
import { announceAbsence } from '../../../src/features/absences/announce-absence.js';
import { cancelAbsence } from '../../../src/features/absences/cancel-absence.js';
import { createDispatcher } from '../../../src/features/mail/dispatcher.js';
import type { EmailToSend } from '../../../src/features/mail/transport.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeLead, makeUser, seedUsers } from '../../support/factories.js';
import { invalid } from '../../support/invalid.js';
import { testDatabase } from '../../support/test-file.js';
import { nightlyRunner } from '../jobs/nightly.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;
let sent: EmailToSend[] = [];

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const away = (who: keyof Users = 'rep', overrides: object = {}) =>
  announceAbsence(as(who), {
    deputyId: users.otherRep.id,
    startsAt: new Date('2026-04-20T00:00:00Z'),
    endsAt: new Date('2026-04-30T00:00:00Z'),
    ...overrides,
  });

/** Runs the job that warns, and sends what it wrote. */
async function warn(iso: string): Promise<void> {
  const slot = clock.set(iso);
  await nightlyRunner(db, clock).runSlot({ job: 'progress-warning', slot, trigger: 'SCHEDULE' });
  const dispatcher = createDispatcher({
    db,
    clock: clock.now,
    log: pino({ level: 'silent' }),
    transport: {
      keepsCopy: false,
      async send(email) {
        sent.push(email);
        return '250 OK';
      },
      close() {},
    },
    settings: { publicUrl: null },
  });
  await dispatcher.dispatchDue();
}

const toWhom = () => sent.map(({ recipient }) => recipient);

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
  sent = [];
  await makeLead(as('rep'));
});

describe('while an agent is away', () => {
  test('the deputy gets the warning, which says on whose behalf', async () => {
    await away();
    await warn('2026-04-24T01:00:00Z');
    expect(toWhom()).toEqual([users.otherRep.email]);
    expect(sent[0]?.text).toContain(`in Vertretung von ${users.rep.name}`);
  });

  test('the deputy gets the warnings of several leads in one mail, apart from that of their own', async () => {
    await makeLead(as('rep'), { companyName: 'Kantine Seeufer', city: 'Bonn' });
    for (const companyName of ['Mensa Neustadt', 'Imbiss am Tor']) {
      await makeLead(as('otherRep'), { companyName, city: 'Celle' });
    }
    await away();
    await warn('2026-04-24T01:00:00Z');
    expect(toWhom()).toEqual([users.otherRep.email, users.otherRep.email]);
    const onBehalf = sent.map(({ text }) => text.includes(`in Vertretung von ${users.rep.name}`));
    const theirs = sent.map(({ text }) => /Mensa Neustadt|Imbiss am Tor/.test(text));
    const ofOwner = sent.map(({ text }) => text.includes('Kantine Seeufer'));
    expect(onBehalf.toSorted()).toEqual([false, true]);
    expect([theirs, ofOwner]).toEqual([onBehalf.map((other) => !other), onBehalf]);
  });

  test('the agent gets it where the absence was called off, is over, or the deputy has left', async () => {
    const { absenceId } = await away();
    await cancelAbsence(as('rep'), { absenceId });
    await away('rep', { endsAt: new Date('2026-04-24T01:00:00Z') });
    await warn('2026-04-24T01:00:00Z');
    expect(toWhom()).toEqual([users.rep.email]);
  });

  test('the agent gets it before the absence has begun', async () => {
    await away('rep', { startsAt: new Date('2026-04-25T00:00:00Z') });
    await warn('2026-04-24T01:00:00Z');
    expect(toWhom()).toEqual([users.rep.email]);
  });

  test('a deputy who is not active gets nothing', async () => {
    await away();
    await db.prisma.user.update({ where: { id: users.otherRep.id }, data: { active: false } });
    await warn('2026-04-24T01:00:00Z');
    expect(toWhom()).toEqual([users.rep.email]);
  });

  test('the deputy gets the second reminder too, the managers theirs', async () => {
    await away('rep', { endsAt: new Date('2026-05-30T00:00:00Z') });
    await warn('2026-04-24T01:00:00Z');
    await warn('2026-05-01T01:00:00Z');
    expect(toWhom().sort()).toEqual(
      [users.otherRep.email, users.otherRep.email, users.manager.email].sort(),
    );
  });
});

describe('an absence', () => {
  test('is announced by the agent, or by managers of their territory', async () => {
    const of = { userId: users.rep.id };
    await expect(away('otherRep', { ...of, deputyId: users.rep.id })).rejects.toThrow(
      ForbiddenError,
    );
    const south = await makeUser(db, { role: 'MANAGER', territory: 'SOUTH' });
    await expect(
      announceAbsence(contextFor(db, south, clock.now()), {
        ...of,
        deputyId: users.otherRep.id,
        endsAt: new Date('2026-04-30T00:00:00Z'),
      }),
    ).rejects.toThrow(ForbiddenError);
    const { absenceId } = await away('manager', of);
    await expect(cancelAbsence(as('otherRep'), { absenceId })).rejects.toThrow(NotFoundError);
    await cancelAbsence(as('rep'), { absenceId });
    await expect(cancelAbsence(as('rep'), { absenceId })).rejects.toThrow(ConflictError);
  });

  test('is one at a time, also when two are announced at the same moment', async () => {
    const results = await Promise.allSettled([away(), away()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(away()).rejects.toMatchObject({ reason: 'AWAY_ALREADY' });
    await away('rep', {
      startsAt: new Date('2026-04-30T00:00:00Z'),
      endsAt: new Date('2026-05-05T00:00:00Z'),
    });
  });

  test('that is over cannot be called off any more', async () => {
    const { absenceId } = await away();
    clock.set('2026-04-30T00:00:00Z');
    await expect(cancelAbsence(as('rep'), { absenceId })).rejects.toMatchObject({
      reason: 'ABSENCE_ENDED',
    });
  });

  test('has another active agent as deputy and ends after it begins', async () => {
    for (const deputyId of [users.rep.id, users.auditor.id]) {
      await expect(away('rep', { deputyId })).rejects.toMatchObject(invalid('deputyId'));
    }
    await expect(away('rep', { endsAt: new Date('2026-04-20T00:00:00Z') })).rejects.toMatchObject(
      invalid('endsAt'),
    );
    await expect(
      away('rep', {
        startsAt: new Date('2026-02-01T00:00:00Z'),
        endsAt: new Date('2026-02-10T00:00:00Z'),
      }),
    ).rejects.toMatchObject(invalid('endsAt'));
  });
});

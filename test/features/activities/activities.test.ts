import { beforeEach, describe, expect, test } from 'vitest';
import { ConflictError, ForbiddenError, NotFoundError } from '../../../src/domain/errors.js';
import type { Hypothesis } from '../../../src/domain/forecast.js';
import { correctActivity } from '../../../src/features/activities/correct-activity.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { voidActivity } from '../../../src/features/activities/void-activity.js';
import { addCollaborator } from '../../../src/features/collaborators/add-collaborator.js';
import { forecastProtection } from '../../../src/features/protection/explain-protection.js';
import { projectLeads } from '../../../src/features/protection/project-leads.js';
import { newId } from '../../../src/platform/db/ids.js';
import type { VerbContext } from '../../../src/platform/verbs/context.js';
import { testClock } from '../../support/clock.js';
import { TEST_DATABASE_URL } from '../../support/database.js';
import { contextFor, makeLead, makeUser, seedUsers } from '../../support/factories.js';
import { invalid } from '../../support/invalid.js';
import { outside } from '../../support/outside.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;
let leadId: string;

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const log = (ctx: VerbContext, overrides: Partial<Parameters<typeof logActivity>[1]> = {}) =>
  logActivity(ctx, { leadId, kind: 'QUALIFIED_CALL', performedAt: ctx.now, ...overrides });
const readLead = () => db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
const eventTypes = async () => {
  const events = await db.prisma.domainEvent.findMany({
    where: { leadId },
    orderBy: { seq: 'asc' },
  });
  return events.map(({ type }) => type).filter((type) => type !== 'LEAD_REGISTERED');
};

async function warn(): Promise<void> {
  const { progressAnchor, ownerId } = await readLead();
  const ownership = await db.prisma.ownership.findFirstOrThrow({ where: { leadId } });
  await db.prisma.reminder.create({
    data: {
      id: newId(),
      leadId,
      ownershipId: ownership.id,
      recipientId: ownerId ?? '',
      kind: 'PROGRESS_WARNING',
      windowStart: progressAnchor ?? '',
      dueAt: clock.now(),
      sentAt: clock.now(),
    },
  });
  const ctx = as('admin');
  await db.transaction((tx) => projectLeads({ ...ctx, tx }, [leadId]));
}

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
  leadId = (await makeLead(as('rep'))).id;
});

describe('logging an activity', () => {
  test('a qualifying one moves the progress anchor', async () => {
    clock.advance({ days: 10 });
    await log(as('rep'));
    expect((await readLead()).progressAnchor).toEqual(clock.now());
    expect(await eventTypes()).toEqual(['ACTIVITY_LOGGED']);
  });

  test('one that does not qualify moves nothing', async () => {
    const before = await readLead();
    clock.advance({ days: 10 });
    await log(as('rep'), { kind: 'EMAIL' });
    expect((await readLead()).progressAnchor).toEqual(before.progressAnchor);
  });

  test('one within the clock skew is stored as now, one further ahead is refused', async () => {
    const ahead = (ms: number) => new Date(clock.now().getTime() + ms);
    const { activityId } = await log(as('rep'), { performedAt: ahead(30_000) });
    const stored = await db.prisma.activity.findUniqueOrThrow({ where: { id: activityId } });
    expect(stored.performedAt).toEqual(clock.now());
    await expect(log(as('rep'), { performedAt: ahead(61_000) })).rejects.toMatchObject(
      invalid('performedAt'),
    );
  });

  test('one from before the assignment is refused, naming both instants', async () => {
    const performedAt = new Date('2026-02-28T09:00:00Z');
    await expect(log(as('rep'), { performedAt })).rejects.toThrow(
      'performedAt: 2026-02-28T09:00:00.000Z is before the lead was assigned, allowed is from 2026-03-01T09:00:00.000Z',
    );
  });

  test('after a warning it re-activates the protection', async () => {
    clock.advance({ days: 55 });
    await warn();
    expect((await readLead()).warnedAt).not.toBeNull();
    clock.advance({ days: 1 });
    await log(as('rep'), { kind: 'NOTE' });
    await log(as('rep'));
    const lead = await readLead();
    expect([lead.warnedAt, lead.graceEndsAt]).toEqual([null, null]);
    expect(await eventTypes()).toEqual([
      'ACTIVITY_LOGGED',
      'ACTIVITY_LOGGED',
      'PROTECTION_REACTIVATED',
    ]);
  });

  test.skipIf(!TEST_DATABASE_URL)(
    'of two at the same moment both count, whichever is written last (needs a server: PGlite has one connection)',
    async () => {
      clock.advance({ days: 10 });
      const earlier = new Date(clock.now().getTime() - 3_600_000);
      const waiting = async (wanted: number) => {
        const sql = `SELECT count(*)::int AS n FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        for (let n = 0; n < wanted; ) n = (await db.query<{ n: number }>(sql))[0]?.n ?? 0;
      };
      const logging: Promise<unknown>[] = [];
      await db.transaction(async (tx) => {
        await tx.$queryRaw`SELECT id FROM lead WHERE id = ${leadId}::uuid FOR UPDATE`;
        logging.push(outside(() => log(as('rep'))));
        await outside(() => waiting(1));
        logging.push(outside(() => log(as('rep'), { performedAt: earlier })));
        await outside(() => waiting(2));
      });
      await Promise.all(logging);
      expect((await readLead()).progressAnchor).toEqual(clock.now());
    },
  );

  test('after the deadline it re-activates the protection, though nobody was warned', async () => {
    clock.advance({ days: 61 });
    expect((await readLead()).warnedAt).toBeNull();
    await log(as('rep'));
    expect(await eventTypes()).toEqual(['ACTIVITY_LOGGED', 'PROTECTION_REACTIVATED']);
  });

  test('it is too late once the protection is over', async () => {
    clock.set('2026-09-01T09:00:00Z');
    await expect(log(as('rep'))).rejects.toThrow(ConflictError);
  });

  test('another agent learns nothing of the lead', async () => {
    await expect(log(as('otherRep'))).rejects.toThrow(new NotFoundError('Lead', leadId));
  });

  test('the same idempotency key logs it once', async () => {
    const first = await log(as('rep'), { idempotencyKey: 'call-1' });
    const second = await log(as('rep'), { idempotencyKey: 'call-1' });
    expect(second).toEqual(first);
    expect(await db.prisma.activity.count()).toBe(1);
  });

  test('a repeated request that leaves the instant out is still the same request', async () => {
    const request = { leadId, kind: 'NOTE', idempotencyKey: 'note-1' } as const;
    const first = await logActivity(as('rep'), request);
    clock.advance({ seconds: 5 });
    expect(await logActivity(as('rep'), request)).toEqual(first);
  });

  test('an unknown kind is named with those that are allowed', async () => {
    await expect(log(as('rep'), { kind: 'LUNCH' as 'NOTE' })).rejects.toThrow(
      /^kind: "LUNCH" given, allowed is one of QUALIFIED_CALL, CUSTOMER_REACTION/,
    );
  });
});

describe('correcting an activity', () => {
  test('it projects the lead anew', async () => {
    clock.advance({ days: 10 });
    const { activityId } = await log(as('rep'));
    await correctActivity(as('rep'), { activityId, kind: 'NOTE', expectedVersion: 1 });
    expect((await readLead()).progressAnchor).toEqual(new Date('2026-03-01T09:00:00Z'));
    expect(await eventTypes()).toEqual(['ACTIVITY_LOGGED', 'ACTIVITY_CORRECTED']);
  });

  test('what is left out stays', async () => {
    const { activityId } = await log(as('rep'), { note: 'Asked for prices' });
    const performedAt = clock.now();
    clock.advance({ days: 1 });
    await correctActivity(as('manager'), { activityId, kind: 'MEETING', expectedVersion: 1 });
    expect(await db.prisma.activity.findUnique({ where: { id: activityId } })).toMatchObject({
      kind: 'MEETING',
      performedAt,
      note: 'Asked for prices',
      version: 2,
    });
  });

  test('of two corrections of the same version the second is refused', async () => {
    const { activityId } = await log(as('rep'));
    await correctActivity(as('rep'), { activityId, note: 'first', expectedVersion: 1 });
    await expect(
      correctActivity(as('rep'), { activityId, note: 'second', expectedVersion: 1 }),
    ).rejects.toThrow(ConflictError);
  });

  test("another agent's activity does not exist", async () => {
    const { activityId } = await log(as('rep'));
    await expect(
      correctActivity(as('otherRep'), { activityId, kind: 'NOTE', expectedVersion: 1 }),
    ).rejects.toThrow(new NotFoundError('Activity', activityId));
  });

  test('the owner may correct what a collaborator logged, another collaborator not', async () => {
    const helper = await makeUser(db);
    for (const { id: userId } of [users.otherRep, helper]) {
      await addCollaborator(as('rep'), { leadId, userId, role: 'ASSIST' });
    }
    const { activityId } = await log(as('otherRep'));
    const collaborations = [{ leadId, ownerId: users.rep.id }];
    const another = contextFor(db, { ...helper, collaborations }, clock.now());
    await expect(
      correctActivity(another, { activityId, kind: 'NOTE', expectedVersion: 1 }),
    ).rejects.toThrow(ForbiddenError);
    await correctActivity(as('rep'), { activityId, kind: 'NOTE', expectedVersion: 1 });
  });

  test('the next owner may not correct what an earlier one did, a manager may', async () => {
    const { activityId } = await log(as('rep'));
    clock.advance({ days: 1 });
    await db.transaction(async (tx) => {
      await tx.ownership.updateMany({
        where: { leadId },
        data: { endedAt: clock.now(), endReason: 'REASSIGNED' },
      });
      const ownerId = users.otherRep.id ?? '';
      await tx.ownership.create({
        data: { id: newId(), leadId, ownerId, assignedAt: clock.now() },
      });
      await tx.lead.update({ where: { id: leadId }, data: { ownerId } });
    });
    const correction = { activityId, kind: 'NOTE', expectedVersion: 1 } as const;
    await expect(correctActivity(as('otherRep'), correction)).rejects.toThrow(ForbiddenError);
    await correctActivity(as('admin'), correction);
  });
});

describe('declaring an activity void', () => {
  test('it does not count any more and cannot be declared void again', async () => {
    clock.advance({ days: 10 });
    const { activityId } = await log(as('rep'));
    await voidActivity(as('rep'), { activityId, reason: 'Wrong company' });
    expect((await readLead()).progressAnchor).toEqual(new Date('2026-03-01T09:00:00Z'));
    expect(await eventTypes()).toEqual(['ACTIVITY_LOGGED', 'ACTIVITY_VOIDED']);
    await expect(voidActivity(as('rep'), { activityId, reason: 'Again' })).rejects.toThrow(
      ConflictError,
    );
  });

  test('it needs a reason', async () => {
    const { activityId } = await log(as('rep'));
    await expect(voidActivity(as('rep'), { activityId, reason: ' ' })).rejects.toThrow(
      'reason: is empty, allowed is a text',
    );
  });
});

describe('a change by which protection would have ended', () => {
  const ENDED_AT = new Date('2026-05-16T09:00:00Z');
  let activityId: string;

  /** A visit on 11 March, warned of on 6 May; the call of 13 May came in the grace that would have ended on the 16th. */
  beforeEach(async () => {
    clock.set('2026-03-11T09:00:00Z');
    await log(as('rep'));
    clock.set('2026-05-06T09:00:00Z');
    await warn();
    clock.set('2026-05-13T09:00:00Z');
    ({ activityId } = await log(as('rep')));
    clock.set('2026-05-20T09:00:00Z');
  });

  const changes = {
    void: (who: keyof Users, confirmEnd?: boolean) =>
      voidActivity(as(who), { activityId, reason: 'Wrong company', confirmEnd }),
    'correct the kind': (who: keyof Users, confirmEnd?: boolean) =>
      correctActivity(as(who), { activityId, kind: 'NOTE', expectedVersion: 1, confirmEnd }),
    'correct the date': (who: keyof Users, confirmEnd?: boolean) =>
      correctActivity(as(who), {
        activityId,
        performedAt: new Date('2026-03-05T09:00:00Z'),
        expectedVersion: 1,
        confirmEnd,
      }),
  };

  test.each(
    Object.entries(changes),
  )('%s: is refused with the date, unless a manager confirms it', async (_what, change) => {
    const before = await readLead();
    for (const attempt of [
      () => change('rep'),
      () => change('rep', true),
      () => change('manager'),
    ]) {
      await expect(attempt()).rejects.toMatchObject({
        reason: 'ENDS_PROTECTION',
        message: expect.stringContaining('would have ended at 2026-05-16T09:00:00.000Z'),
      });
    }
    expect(await readLead()).toEqual(before);
    await change('manager', true);
    expect((await readLead()).expiresAt).toEqual(ENDED_AT);
    const events = await db.prisma.domainEvent.findMany({
      where: { type: { in: ['ACTIVITY_VOIDED', 'ACTIVITY_CORRECTED'] } },
    });
    expect(events).toMatchObject([{ payload: { endsProtectionAt: ENDED_AT.toISOString() } }]);
  });

  test('is foretold by a forecast', async () => {
    const forecastOf = (hypothesis: Hypothesis) =>
      forecastProtection(as('rep'), { leadId, hypothesis });
    const forecasts = await Promise.all([
      forecastOf({ kind: 'ACTIVITY_VOIDED', activityId }),
      forecastOf({ kind: 'ACTIVITY_CORRECTED', activityId, activityKind: 'NOTE' }),
    ]);
    for (const forecast of forecasts) {
      expect(forecast).toMatchObject({
        stateBefore: 'PROTECTED',
        stateAfter: 'EXPIRED',
        after: { expiresAt: ENDED_AT.getTime() },
      });
    }
  });

  test('needs no confirmation while the earlier window still runs', async () => {
    clock.set('2026-05-15T09:00:00Z');
    await changes.void('rep');
    expect((await readLead()).expiresAt).toEqual(ENDED_AT);
  });
});

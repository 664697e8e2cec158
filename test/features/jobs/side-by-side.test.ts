import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { foldCounts } from '../../../src/features/kpis/fold-counts.js';
import { reprojectStale } from '../../../src/features/protection/reproject-leads.js';
import { turnHolds } from '../../../src/features/protection/turn-holds.js';
import { deliverFollowUps } from '../../../src/features/reminders/deliver-follow-ups.js';
import { scheduleFollowUp } from '../../../src/features/reminders/schedule-follow-up.js';
import { snoozeReminder } from '../../../src/features/reminders/snooze-reminder.js';
import { wakeSnoozed } from '../../../src/features/reminders/wake-snoozed.js';
import { testClock } from '../../support/clock.js';
import { TEST_DATABASE_URL } from '../../support/database.js';
import { contextFor, makeLead, seedUsers } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { gate } from './nightly.js';

const db = await testDatabase();

const clock = testClock('2026-04-01T09:00:00Z');
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;
let leadId: string;

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const system = () => contextFor(db, SYSTEM_ACTOR, clock.now());
const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000);

beforeEach(async () => {
  await db.reset();
  clock.set('2026-04-01T09:00:00Z');
  users = await seedUsers(db);
  leadId = (await makeLead(as('rep'))).id;
});

/** What comes of the work while another replica is in the middle of the same, and what afterwards. */
async function besideAnother<T>(locks: string, work: () => Promise<T>): Promise<[T, T]> {
  const done = gate();
  const isLocked = gate();
  const other = db.transaction(async (tx) => {
    await tx.$queryRawUnsafe(locks);
    isLocked.open();
    await done.opened;
  });
  await isLocked.opened;
  const meanwhile = await work();
  done.open();
  await other;
  return [meanwhile, await work()];
}

const events = (type: string) => db.prisma.domainEvent.count({ where: { leadId, type } });

describe.skipIf(!TEST_DATABASE_URL)(
  'two replicas (needs a server: PGlite has one connection)',
  () => {
    test('tell once that a hold has turned: what another has in hand is passed over', async () => {
      await startHold(as('manager'), {
        leadId,
        reason: 'SUPPLY_ISSUE',
        startAt: inDays(1),
        endAt: inDays(2),
      });
      clock.advance({ days: 1 });
      const turned = await besideAnother('SELECT id FROM lead FOR UPDATE', () =>
        turnHolds(system()),
      );
      expect(turned).toEqual([0, 1]);
      expect(await events('HOLD_STARTED')).toBe(1);
    });

    test('deliver a follow-up once, and wake it once', async () => {
      const { reminderId } = await scheduleFollowUp(as('rep'), { leadId, dueAt: inDays(1) });
      clock.advance({ days: 1 });
      const inHand = 'SELECT id FROM reminder FOR UPDATE';
      expect(await besideAnother(inHand, () => deliverFollowUps(system()))).toEqual([0, 1]);
      await snoozeReminder(as('rep'), { reminderId, until: inDays(1) });
      clock.advance({ days: 1 });
      await db.prisma.reminder.updateMany({ data: { deliveredAt: inDays(-1) } });
      expect(await besideAnother(inHand, () => wakeSnoozed(system()))).toEqual([0, 1]);
      expect(await events('REMINDER_DUE')).toBe(2);
    });

    test('project a lead anew once under a changed policy', async () => {
      await db.prisma.policyVersion.create({
        data: { version: 2, policy: { progressDays: 45 }, validFrom: clock.now() },
      });
      const projected = await besideAnother('SELECT id FROM lead FOR UPDATE', () =>
        reprojectStale(system()),
      );
      expect(projected).toEqual([0, 1]);
    });

    test('fold the counts of leads one after the other', async () => {
      const changes = async () => {
        await foldCounts(db);
        return db.prisma.leadCountChange.count();
      };
      const before = await db.prisma.leadCountChange.count();
      // 'LWfc' in ASCII: the lock of whoever folds.
      const folded = await besideAnother(
        `SELECT pg_advisory_xact_lock(${0x4c576663})::text`,
        changes,
      );
      expect(folded).toEqual([before, 0]);
      expect(before).toBeGreaterThan(0);
    });
  },
);

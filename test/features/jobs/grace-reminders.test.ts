import { beforeEach, expect, test } from 'vitest';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import type { SettingKey } from '../../../src/platform/settings/registry.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeLead, makeUser, seedUsers } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { nightlyRunner, sendMails } from './nightly.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
const runner = nightlyRunner(db, clock);
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;
let leadId: string;

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const set = (key: SettingKey, value: number | boolean | null) =>
  db.prisma.setting.create({ data: { key, value: value as never } });
async function night(iso: string): Promise<void> {
  await runner.runSlot({ job: 'progress-warning', slot: clock.set(iso), trigger: 'SCHEDULE' });
}
const reminders = () =>
  db.prisma.reminder.findMany({
    where: { kind: 'GRACE_ENDING' },
    orderBy: { windowStart: 'asc' },
    select: { leadId: true, recipientId: true, windowStart: true, sentAt: true },
  });
const mails = async () => {
  const rows = await db.prisma.outboxEmail.findMany({ where: { template: 'grace-ending' } });
  return rows.map(({ recipient, data }) => [
    recipient,
    (data as { ownerName: string | null }).ownerName,
  ]);
};

/** Warned on 24 April, by a mail that leaves at once, so that grace ends on 4 May, or 60 days after the registration if that is later. */
beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
  leadId = (await makeLead(as('rep'))).id;
  await night('2026-04-24T01:00:00Z');
  await sendMails(db, clock);
});

test('three days before grace ends the owner is reminded once more, with the managers in copy, once', async () => {
  await makeUser(db, { role: 'MANAGER', territory: 'NORTH' });
  const { expiresAt } = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
  expect(expiresAt).toEqual(new Date('2026-05-04T01:00:00Z'));
  await night('2026-05-01T00:59:00Z');
  expect(await reminders()).toEqual([]);
  await night('2026-05-01T01:00:00Z');
  await night('2026-05-02T01:00:00Z');
  expect(await reminders()).toEqual([
    {
      leadId,
      recipientId: users.rep.id,
      windowStart: expiresAt,
      sentAt: new Date('2026-05-01T01:00:00Z'),
    },
  ]);
  expect(await mails()).toEqual(
    expect.arrayContaining([
      [users.rep.email, null],
      [users.manager.email, users.rep.name],
    ]),
  );
  expect(await mails()).toHaveLength(2);
  const told = await db.prisma.domainEvent.findMany({
    where: { type: 'LEAD_PROTECTION_REMINDER' },
  });
  expect(told).toMatchObject([
    {
      leadId,
      ownerId: users.rep.id,
      payload: { kind: 'GRACE_ENDING', expiresAt: '2026-05-04T01:00:00.000Z' },
    },
  ]);
});

test('the managers get no copy, or nobody a second reminder, where the settings say so', async () => {
  await set('graceReminderToManagers', false);
  await night('2026-05-01T01:00:00Z');
  expect(await mails()).toEqual([[users.rep.email, null]]);
});

test('there is none where the setting says so', async () => {
  await set('graceReminderDays', null);
  await night('2026-05-01T01:00:00Z');
  expect(await reminders()).toEqual([]);
});

test('progress made in time is not reminded of', async () => {
  clock.set('2026-04-30T09:00:00Z');
  await logActivity(as('rep'), { leadId, kind: 'QUALIFIED_CALL' });
  await night('2026-05-01T01:00:00Z');
  expect(await reminders()).toEqual([]);
});

test('an end that a hold moves is reminded of anew, but not while the clock stands still', async () => {
  await night('2026-05-01T01:00:00Z');
  clock.set('2026-05-01T09:00:00Z');
  await startHold(as('rep'), {
    leadId,
    reason: 'SUPPLY_ISSUE',
    endAt: new Date('2026-05-11T09:00:00Z'),
  });
  await night('2026-05-11T01:00:00Z');
  expect(await reminders()).toHaveLength(1);
  await night('2026-05-12T01:00:00Z');
  expect((await reminders()).map(({ windowStart }) => windowStart.toISOString())).toEqual([
    '2026-05-04T01:00:00.000Z',
    '2026-05-14T01:00:00.000Z',
  ]);
});

test('a warning that itself comes in the last days is not followed by another mail the night after', async () => {
  await db.prisma.lead.update({
    where: { id: leadId },
    data: { warnedAt: new Date('2026-05-01T02:00:00Z') },
  });
  await night('2026-05-02T01:00:00Z');
  expect(await reminders()).toEqual([]);
});

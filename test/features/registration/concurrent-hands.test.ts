import { beforeEach, expect, test } from 'vitest';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { reassignLead } from '../../../src/features/ownership/reassign-lead.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { contextFor, makeLead, seedUsers } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

let users: Awaited<ReturnType<typeof seedUsers>>;
let leadId: string;
const as = (who: keyof typeof users, at: string) => contextFor(db, users[who], new Date(at));

/** Who asks at `BEFORE` waits for the lead while it is reassigned at `AT`, and gets it then. */
const BEFORE = '2026-03-10T09:00:00.000Z';
const AT = '2026-03-10T09:00:00.005Z';

beforeEach(async () => {
  await db.reset();
  users = await seedUsers(db);
  leadId = (await makeLead(as('rep', '2026-03-01T09:00:00Z'))).id;
  await reassignLead(as('manager', AT), { leadId, ownerId: users.otherRep.id });
});

test('an activity without an instant that met a reassignment is logged as of the assignment', async () => {
  await logActivity(as('manager', BEFORE), { leadId, kind: 'MEETING' });
  expect((await db.prisma.activity.findFirstOrThrow()).performedAt).toEqual(new Date(AT));
});

test('a hold that met a reassignment starts with the assignment', async () => {
  await startHold(as('manager', BEFORE), { leadId, reason: 'SUPPLY_ISSUE' });
  expect((await db.prisma.hold.findFirstOrThrow()).startAt).toEqual(new Date(AT));
});

test('of two reassignments at the same moment both go through, and no ownership ends before it begins', async () => {
  await reassignLead(as('manager', BEFORE), { leadId, ownerId: users.rep.id });
  const ended = await db.prisma.ownership.findFirstOrThrow({
    where: { ownerId: users.otherRep.id },
  });
  expect(ended.endedAt).toEqual(new Date(AT));
});

test.each([
  '0024-03-01T09:00:00Z',
  '1999-12-31T23:59:59Z',
])('a registration of the instant %s is refused by name', async (registeredAt) => {
  const registering = registerLead(as('manager', AT), {
    companyName: 'Hotel Adler',
    city: 'Ulm',
    ownerId: users.rep.id,
    registeredAt: new Date(registeredAt),
    backdateReason: 'From the old system',
  });
  await expect(registering).rejects.toThrow(
    `registeredAt: ${new Date(registeredAt).toISOString()} given, allowed is from 2000-01-01`,
  );
});

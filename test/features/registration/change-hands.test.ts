import { beforeEach, describe, expect, test } from 'vitest';
import { projectionOf } from '../../../src/api/leads/protection.js';
import {
  ConflictError,
  ForbiddenError,
  NotFoundError,
  ValidationError,
} from '../../../src/domain/errors.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { requestExtension } from '../../../src/features/extensions/request-extension.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { visibleLeads } from '../../../src/features/leads/visibility.js';
import { claimLead } from '../../../src/features/ownership/claim-lead.js';
import { convertLead } from '../../../src/features/ownership/convert-lead.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { reassignLead } from '../../../src/features/ownership/reassign-lead.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { reopenLead } from '../../../src/features/ownership/reopen-lead.js';
import { explainProtection } from '../../../src/features/protection/explain-protection.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { scheduleFollowUp } from '../../../src/features/reminders/schedule-follow-up.js';
import { newId } from '../../../src/platform/db/ids.js';
import type { SettingKey } from '../../../src/platform/settings/registry.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeLead, makeUser, seedUsers } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const readLead = (id: string) =>
  db.prisma.lead.findUniqueOrThrow({
    where: { id },
    include: { ownerships: { orderBy: { assignedAt: 'asc' } } },
  });
const eventTypes = async (leadId: string) => {
  const events = await db.prisma.domainEvent.findMany({
    where: { leadId },
    orderBy: { seq: 'asc' },
  });
  return events.map(({ type }) => type);
};
const set = (key: SettingKey, value: number) => db.prisma.setting.create({ data: { key, value } });

/** A lead that its owner gave back a day after registering it. */
async function makePooledLead(): Promise<string> {
  const { id } = await makeLead(as('rep'));
  clock.advance({ days: 1 });
  await releaseLead(as('rep'), { leadId: id });
  return id;
}

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
});

describe('ending a lead by hand', () => {
  test.each([
    ['RELEASED', false, releaseLead, 'LEAD_RELEASED'],
    ['CONVERTED', true, convertLead, 'LEAD_CONVERTED'],
    ['LOST', true, markLeadLost, 'LEAD_LOST'],
  ] as const)('makes it %s, keeping its owner: %s, and its dates as they were', async (status, keepsOwner, end, event) => {
    const before = await makeLead(as('rep'));
    clock.advance({ days: 3 });
    await end(as('rep'), { leadId: before.id, reason: 'moved away' });
    const { version, updatedAt, ownerSort, ...kept } = before;
    expect(await readLead(before.id)).toMatchObject({
      ...kept,
      status,
      endReason: status,
      endedAt: clock.now(),
      ownerId: keepsOwner ? users.rep.id : null,
      ownerSort: keepsOwner ? ownerSort : null,
      version: 2,
      ownerships: [{ ownerId: users.rep.id, endedAt: clock.now(), endReason: status }],
    });
    expect(await eventTypes(before.id)).toEqual(['LEAD_REGISTERED', event]);
    const last = await db.prisma.domainEvent.findFirst({ where: { type: event } });
    expect(last?.ownerId).toBe(users.rep.id);
  });

  test('is for the owner and for managers who see the lead', async () => {
    const { id } = await makeLead(as('rep'));
    await expect(releaseLead(as('otherRep'), { leadId: id })).rejects.toThrow(NotFoundError);
    await expect(releaseLead(as('auditor'), { leadId: id })).rejects.toThrow(ForbiddenError);
    const north = await makeUser(db, { role: 'MANAGER', territory: 'NORTH' });
    await expect(releaseLead(contextFor(db, north, clock.now()), { leadId: id })).rejects.toThrow(
      NotFoundError,
    );
    await releaseLead(as('manager'), { leadId: id });
  });

  test('leaves a customer won or lost visible to the agent whose it was, and to nobody new', async () => {
    const won = await makeLead(as('rep'));
    const lost = await makeLead(as('rep'));
    const released = await makeLead(as('rep'));
    await convertLead(as('rep'), { leadId: won.id });
    await markLeadLost(as('rep'), { leadId: lost.id });
    await releaseLead(as('rep'), { leadId: released.id });
    const seenBy = async (who: keyof Users) => {
      const leads = await db.prisma.lead.findMany({ where: visibleLeads(users[who]) });
      return leads.map(({ id }) => id).sort();
    };
    expect(await seenBy('rep')).toEqual([won.id, lost.id].sort());
    expect(await seenBy('otherRep')).toEqual([]);
    expect(await seenBy('manager')).toEqual([won.id, lost.id, released.id].sort());
  });

  test.each([
    ['converted', convertLead],
    ['lost', markLeadLost],
  ] as const)('leaves nothing running once it is %s, though its owner still sees it', async (_status, end) => {
    const { id: leadId } = await makeLead(as('rep'));
    await startHold(as('rep'), { leadId, reason: 'SUPPLY_ISSUE' });
    await set('maxProtectedLeads', 1);
    const pooled = await makeLead(as('otherRep'));
    await releaseLead(as('otherRep'), { leadId: pooled.id });
    await end(as('rep'), { leadId });
    const dueAt = new Date(clock.now().getTime() + 86_400_000);
    const results = await Promise.allSettled([
      logActivity(as('rep'), { leadId, kind: 'QUALIFIED_CALL' }),
      startHold(as('rep'), { leadId, reason: 'SUPPLY_ISSUE' }),
      requestExtension(as('rep'), { leadId, months: 1, reason: 'The tender is late' }),
      scheduleFollowUp(as('rep'), { leadId, dueAt }),
      end(as('rep'), { leadId }),
      reassignLead(as('manager'), { leadId, ownerId: users.otherRep.id }),
    ]);
    const refusals = results.map((result) => result.status === 'rejected' && result.reason);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(ConflictError);
    const lead = await readLead(leadId);
    expect(projectionOf(lead)).toBeNull();
    const explained = { leadId, at: clock.now() };
    await expect(explainProtection(as('rep'), explained)).rejects.toThrow(
      /^Nothing protects the lead, so no dates can be told: it is [A-Z]+ .*since \d{4}-/,
    );
    // Nor does it count towards what the agent may have under protection.
    await claimLead(as('rep'), { leadId: pooled.id });
  });

  test('happens once, also when asked for twice at the same moment', async () => {
    const { id } = await makeLead(as('rep'));
    const results = await Promise.allSettled([
      releaseLead(as('manager'), { leadId: id }),
      convertLead(as('admin'), { leadId: id }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await readLead(id)).ownerships).toHaveLength(1);
  });
});

describe('claiming from the pool', () => {
  test('begins a new protection, for which nothing earlier counts', async () => {
    const { id } = await makeLead(as('rep'));
    clock.advance({ days: 20 });
    await logActivity(as('rep'), { leadId: id, kind: 'QUALIFIED_CALL', performedAt: clock.now() });
    await startHold(as('rep'), { leadId: id, reason: 'SUPPLY_ISSUE' });
    clock.advance({ days: 1 });
    await releaseLead(as('rep'), { leadId: id });
    clock.set('2026-04-01T08:00:00Z');
    await claimLead(as('otherRep'), { leadId: id });
    expect(await readLead(id)).toMatchObject({
      status: 'ACTIVE',
      ownerId: users.otherRep.id,
      endedAt: null,
      endReason: null,
      registeredAt: new Date('2026-03-01T09:00:00Z'),
      assignedAt: clock.now(),
      progressAnchor: clock.now(),
      progressDeadline: new Date('2026-05-31T08:00:00Z'),
      expiresAt: new Date('2026-10-01T08:00:00Z'),
      onHold: false,
      holdIntervals: [],
      ownerships: [{ endReason: 'RELEASED' }, { ownerId: users.otherRep.id, endedAt: null }],
    });
    expect((await eventTypes(id)).at(-1)).toBe('LEAD_CLAIMED');
  });

  test('is won by one of several who try at the same moment', async () => {
    const leadId = await makePooledLead();
    const agents = await Promise.all([1, 2, 3, 4].map(() => makeUser(db)));
    const results = await Promise.allSettled(
      agents.map((agent) => claimLead(contextFor(db, agent, clock.now()), { leadId })),
    );
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(refused).toHaveLength(3);
    for (const reason of refused) expect(reason).toBeInstanceOf(ConflictError);
    const { ownerships } = await readLead(leadId);
    expect(ownerships.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
  });

  test('does not tell of leads that never were in the pool', async () => {
    const { id } = await makeLead(as('rep'));
    const converted = await makeLead(as('rep'));
    await convertLead(as('rep'), { leadId: converted.id });
    for (const leadId of [id, converted.id, newId()]) {
      await expect(claimLead(as('otherRep'), { leadId })).rejects.toThrow(
        'The lead is not in the pool, or not any more.',
      );
    }
  });

  test('is refused while the company is protected for somebody who registered it anew', async () => {
    const company = { companyName: 'Hotel Adler', city: 'Ulm' };
    const { leadId } = await registerLead(as('rep'), company);
    await releaseLead(as('rep'), { leadId });
    await registerLead(as('otherRep'), company);
    await expect(claimLead(as('rep'), { leadId })).rejects.toThrow(
      'This company is under protection already.',
    );
  });

  test('is for oneself: a manager does not claim for an agent either', async () => {
    const leadId = await makePooledLead();
    const claim = claimLead(as('manager'), { leadId, ownerId: users.rep.id });
    await expect(claim).rejects.toThrow(ForbiddenError);
  });

  test('again is possible for the former owner at once, unless a cool-down is set', async () => {
    const leadId = await makePooledLead();
    await claimLead(as('rep'), { leadId });
    clock.advance({ days: 1 });
    await releaseLead(as('rep'), { leadId });
    await set('reclaimCoolDownDays', 7);
    clock.advance({ days: 6 });
    await expect(claimLead(as('rep'), { leadId })).rejects.toThrow(ConflictError);
    clock.advance({ days: 1 });
    await claimLead(as('rep'), { leadId });
  });

  test('is limited in number for each agent and local day', async () => {
    const leadIds = [await makePooledLead(), await makePooledLead(), await makePooledLead()];
    await set('claimsPerDay', 2);
    clock.set('2026-03-10T22:30:00Z');
    const [first, second, third] = leadIds as [string, string, string];
    await claimLead(as('otherRep'), { leadId: first });
    await releaseLead(as('otherRep'), { leadId: first });
    await claimLead(as('otherRep'), { leadId: second });
    await expect(claimLead(as('otherRep'), { leadId: third })).rejects.toThrow(
      '2 leads a day can be claimed from the pool; the next one from 2026-03-10T23:00:00.000Z on.',
    );
    clock.set('2026-03-10T23:00:00Z');
    await claimLead(as('otherRep'), { leadId: third });
  });

  test.each([
    'NO_PROGRESS',
    'BASE_PERIOD_ENDED',
  ])('counts leads that came to the pool by %s', async (endReason) => {
    const leadIds = [await makePooledLead(), await makePooledLead()] as const;
    const where = { id: { in: [...leadIds] } };
    await db.prisma.lead.updateMany({ where, data: { status: 'EXPIRED', endReason } });
    await db.prisma.ownership.updateMany({ data: { endReason } });
    await set('claimsPerDay', 1);
    await claimLead(as('otherRep'), { leadId: leadIds[0] });
    await expect(claimLead(as('otherRep'), { leadId: leadIds[1] })).rejects.toMatchObject({
      reason: 'CLAIM_LIMIT',
    });
  });

  test('keeps to the limit when an agent claims several at the same moment', async () => {
    const leadIds = [await makePooledLead(), await makePooledLead(), await makePooledLead()];
    await set('claimsPerDay', 1);
    const results = await Promise.allSettled(
      leadIds.map((leadId) => claimLead(as('otherRep'), { leadId })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('does not count leads that were registered or assigned', async () => {
    await set('claimsPerDay', 1);
    const { id } = await makeLead(as('rep'));
    await makeLead(as('otherRep'));
    await reassignLead(as('manager'), { leadId: id, ownerId: users.otherRep.id });
    await claimLead(as('otherRep'), { leadId: await makePooledLead() });
  });

  test('is limited by the number of leads that an agent has', async () => {
    await set('maxProtectedLeads', 1);
    await makeLead(as('otherRep'));
    const leadId = await makePooledLead();
    await expect(claimLead(as('otherRep'), { leadId })).rejects.toThrow(ConflictError);
    await claimLead(as('rep'), { leadId });
  });

  test('makes a pseudonymised lead one that will be pseudonymised again', async () => {
    const leadId = await makePooledLead();
    await db.prisma.lead.update({ where: { id: leadId }, data: { pseudonymizedAt: clock.now() } });
    await claimLead(as('otherRep'), { leadId });
    expect((await readLead(leadId)).pseudonymizedAt).toBeNull();
  });
});

describe('reassigning', () => {
  test('gives the lead to another agent, whose protection begins anew', async () => {
    const { id } = await makeLead(as('rep'));
    clock.advance({ days: 5 });
    await reassignLead(as('manager'), { leadId: id, ownerId: users.otherRep.id });
    expect(await readLead(id)).toMatchObject({
      status: 'ACTIVE',
      ownerId: users.otherRep.id,
      assignedAt: clock.now(),
      ownerships: [
        { endReason: 'REASSIGNED', endedAt: clock.now() },
        { ownerId: users.otherRep.id, assignedAt: clock.now(), endedAt: null },
      ],
    });
    expect(await eventTypes(id)).toEqual([
      'LEAD_REGISTERED',
      'LEAD_ACCESS_ENDED',
      'LEAD_REASSIGNED',
    ]);
  });

  test('is for managers, and to somebody else', async () => {
    const { id } = await makeLead(as('rep'));
    const input = { leadId: id, ownerId: users.otherRep.id };
    await expect(reassignLead(as('rep'), input)).rejects.toThrow(ForbiddenError);
    await expect(reassignLead(as('manager'), { ...input, ownerId: users.rep.id })).rejects.toThrow(
      ValidationError,
    );
    await releaseLead(as('rep'), { leadId: id });
    await expect(reassignLead(as('manager'), input)).rejects.toThrow(ConflictError);
  });
});

describe('reopening', () => {
  test('gives a lost lead back to its last owner, with a new protection', async () => {
    const { id } = await makeLead(as('rep'));
    await markLeadLost(as('rep'), { leadId: id });
    clock.advance({ days: 5 });
    await expect(reopenLead(as('rep'), { leadId: id })).rejects.toThrow(ForbiddenError);
    await reopenLead(as('manager'), { leadId: id, reason: 'called back' });
    expect(await readLead(id)).toMatchObject({
      status: 'ACTIVE',
      ownerId: users.rep.id,
      assignedAt: clock.now(),
    });
    expect(await eventTypes(id)).toEqual(['LEAD_REGISTERED', 'LEAD_LOST', 'LEAD_REOPENED']);
    await expect(reopenLead(as('manager'), { leadId: id })).rejects.toThrow(ConflictError);
  });

  test('of what a manager owned themself is for another manager', async () => {
    const { id } = await makeLead(as('manager'));
    await markLeadLost(as('manager'), { leadId: id });
    await expect(reopenLead(as('manager'), { leadId: id })).rejects.toThrow(ForbiddenError);
    await reopenLead(as('admin'), { leadId: id });
  });

  test('is refused while the company is protected for somebody else', async () => {
    const company = { companyName: 'Hotel Adler', city: 'Ulm' };
    const { leadId } = await registerLead(as('rep'), company);
    await markLeadLost(as('rep'), { leadId });
    await registerLead(as('otherRep'), company);
    await expect(reopenLead(as('manager'), { leadId })).rejects.toThrow(ConflictError);
  });
});

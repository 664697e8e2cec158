import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { addCollaborator } from '../../../src/features/collaborators/add-collaborator.js';
import { removeCollaborator } from '../../../src/features/collaborators/remove-collaborator.js';
import { requestExtension } from '../../../src/features/extensions/request-extension.js';
import { endHold } from '../../../src/features/holds/end-hold.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { endProtections } from '../../../src/features/jobs/end-protections.js';
import { claimLead } from '../../../src/features/ownership/claim-lead.js';
import { convertLead } from '../../../src/features/ownership/convert-lead.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { reassignLead } from '../../../src/features/ownership/reassign-lead.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { reopenLead } from '../../../src/features/ownership/reopen-lead.js';
import { deliverFollowUps } from '../../../src/features/reminders/deliver-follow-ups.js';
import { scheduleFollowUp } from '../../../src/features/reminders/schedule-follow-up.js';
import { requestSample } from '../../../src/features/samples/request-sample.js';
import { transitionSample } from '../../../src/features/samples/transition-sample.js';
import { testClock } from '../../support/clock.js';
import {
  contextFor,
  makeLead,
  makeUser,
  seedUsers,
  type TestUser,
} from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;
let helper: TestUser;
let leadId: string;

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const by = (user: TestUser) =>
  contextFor(db, { ...user, collaborations: [{ leadId, ownerId: users.rep.id }] }, clock.now());
const system = () => contextFor(db, SYSTEM_ACTOR, clock.now());
const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000);
const ITEMS = [{ sku: 'S-1', name: 'Lachs', quantity: 1 }];

/** A lead on which everything hangs that can hang on it. */
async function fullLead(): Promise<void> {
  ({ id: leadId } = await makeLead(as('rep')));
  await addCollaborator(as('rep'), { leadId, userId: helper.id, role: 'NEGOTIATE' });
  await startHold(as('rep'), { leadId, reason: 'PRICE_APPROVAL' });
  await startHold(as('manager'), { leadId, reason: 'SUPPLY_ISSUE', startAt: inDays(20) });
  await scheduleFollowUp(as('rep'), { leadId, dueAt: inDays(10), note: 'Call Erika' });
  await scheduleFollowUp(by(helper), { leadId, dueAt: inDays(11) });
  await scheduleFollowUp(as('manager'), { leadId, dueAt: inDays(12) });
  await requestExtension(as('rep'), { leadId, months: 2, reason: 'The tender is late' });
  await requestSample(as('rep'), { leadId, items: ITEMS.map((item) => ({ ...item, sku: 'S-2' })) });
  const { sampleId } = await requestSample(as('rep'), { leadId, items: ITEMS });
  for (const to of ['APPROVED', 'SHIPPED', 'DELIVERED'] as const) {
    await transitionSample(as('manager'), { sampleId, to });
  }
  clock.advance({ days: 1 });
}

async function whatHangs() {
  const where = { where: { leadId } };
  const [holds, reminders, requests, collaborators, samples, lead] = await Promise.all([
    db.prisma.hold.findMany({ ...where, orderBy: { startAt: 'asc' } }),
    db.prisma.reminder.findMany({ ...where, orderBy: { dueAt: 'asc' } }),
    db.prisma.extensionRequest.findMany(where),
    db.prisma.leadCollaborator.findMany(where),
    db.prisma.sample.findMany({ ...where, orderBy: { id: 'asc' } }),
    db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } }),
  ]);
  const nameOf = new Map(
    [...Object.entries(users), ['helper', helper] as const].map(([name, { id }]) => [id, name]),
  );
  return {
    onHold: lead.onHold,
    holds: holds.map(({ endAt, voidedAt }) =>
      voidedAt ? 'VOID' : endAt && endAt <= clock.now() ? 'ENDED' : 'OPEN',
    ),
    reminders: Object.fromEntries(
      reminders.map(({ kind, recipientId, acknowledgedAt, dueAt }) => [
        `${kind} ${dueAt.toISOString().slice(0, 10)}`,
        acknowledgedAt ? 'SETTLED' : nameOf.get(recipientId),
      ]),
    ),
    requests: requests.map(({ status }) => status),
    collaborators: collaborators.length,
    samples: samples.map(({ status }) => status),
  };
}

async function told() {
  const events = await db.prisma.domainEvent.findMany({
    where: { leadId, occurredAt: clock.now() },
    orderBy: { seq: 'asc' },
  });
  return events.map(({ type, ownerId, payload }) => ({ type, ownerId, payload }));
}

const mails = async () => {
  const rows = await db.prisma.outboxEmail.findMany({
    where: { template: { in: ['leads-assigned', 'leads-taken'] } },
    orderBy: { template: 'asc' },
  });
  return rows.map(({ template, recipient, data }) => ({ template, recipient, data }));
};

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
  helper = await makeUser(db);
  await fullLead();
});

const ENDED = {
  onHold: false,
  holds: ['ENDED', 'VOID'],
  requests: ['LAPSED'],
  collaborators: 0,
} as const;

describe('everything that hangs on an ownership', () => {
  test.each([
    ['releasing', () => releaseLead(as('rep'), { leadId }), 'CANCELLED'],
    ['losing', () => markLeadLost(as('rep'), { leadId }), 'CANCELLED'],
    ['converting', () => convertLead(as('rep'), { leadId }), 'REQUESTED'],
    [
      'expiring',
      async () => {
        await db.prisma.hold.updateMany({
          where: { startAt: { lt: clock.now() } },
          data: { endAt: inDays(0) },
        });
        await db.prisma.hold.updateMany({
          where: { startAt: { gt: clock.now() } },
          data: { endAt: inDays(30) },
        });
        await db.prisma.lead.update({ where: { id: leadId }, data: { expiresAt: clock.now() } });
        await endProtections(system());
      },
      'CANCELLED',
    ],
  ] as const)('ends with it: %s', async (_how, end, unsent) => {
    await end();
    expect(await whatHangs()).toEqual({
      ...ENDED,
      reminders: {
        'EXTENSION_PENDING 2026-03-04': 'SETTLED',
        'FOLLOW_UP 2026-03-11': 'SETTLED',
        'FOLLOW_UP 2026-03-12': 'SETTLED',
        // What a manager wants to be reminded of is about the lead, not about whose it is.
        'FOLLOW_UP 2026-03-13': 'manager',
        'SAMPLE_FEEDBACK_DUE 2026-03-15': 'SETTLED',
      },
      samples: [unsent, 'DELIVERED'],
    });
  });

  test('ends or passes on when another agent gets the lead', async () => {
    await reassignLead(as('manager'), { leadId, ownerId: users.otherRep.id });
    expect(await whatHangs()).toEqual({
      ...ENDED,
      reminders: {
        'EXTENSION_PENDING 2026-03-04': 'SETTLED',
        'FOLLOW_UP 2026-03-11': 'otherRep',
        'FOLLOW_UP 2026-03-12': 'SETTLED',
        'FOLLOW_UP 2026-03-13': 'manager',
        'SAMPLE_FEEDBACK_DUE 2026-03-15': 'otherRep',
      },
      samples: ['REQUESTED', 'DELIVERED'],
    });
  });

  test('leaves the new owner with a clock and holds of their own, and with the follow-ups', async () => {
    await reassignLead(as('manager'), { leadId, ownerId: users.otherRep.id });
    const { holdId } = await startHold(as('otherRep'), { leadId, reason: 'CUSTOMER_BLOCKED' });
    await requestExtension(as('otherRep'), { leadId, months: 1, reason: 'New tender' });
    clock.set('2026-03-11T10:00:00Z');
    await endHold(as('otherRep'), { holdId });
    expect(await deliverFollowUps(system())).toBeGreaterThan(0);
    const mail = await db.prisma.outboxEmail.findFirstOrThrow({ where: { template: 'follow-up' } });
    expect(mail).toMatchObject({
      recipient: users.otherRep.email,
      data: { note: 'Call Erika' },
    });
  });

  test('passes on to a collaborator who becomes the owner, their own follow-up too', async () => {
    await reassignLead(as('manager'), { leadId, ownerId: helper.id });
    expect((await whatHangs()).reminders).toMatchObject({
      'FOLLOW_UP 2026-03-11': 'helper',
      'FOLLOW_UP 2026-03-12': 'helper',
    });
  });

  test('is told to those whom it concerns, and to the former owner and the collaborator that they see the lead no more', async () => {
    await reassignLead(as('manager'), { leadId, ownerId: users.otherRep.id });
    const events = await told();
    const byType = (type: string) => events.filter((event) => event.type === type);
    expect(byType('HOLD_ENDED')).toMatchObject([{ ownerId: users.rep.id }]);
    expect(byType('HOLD_VOIDED')).toMatchObject([{ ownerId: users.rep.id }]);
    expect(byType('EXTENSION_DECIDED')).toMatchObject([
      { ownerId: users.rep.id, payload: { status: 'LAPSED', months: 2 } },
    ]);
    expect(byType('COLLABORATOR_REMOVED')).toMatchObject([
      { ownerId: users.rep.id, payload: { userId: helper.id, role: 'NEGOTIATE' } },
    ]);
    expect(byType('LEAD_ACCESS_ENDED')).toEqual([
      {
        type: 'LEAD_ACCESS_ENDED',
        ownerId: helper.id,
        payload: { reason: 'COLLABORATION_ENDED' },
      },
      { type: 'LEAD_ACCESS_ENDED', ownerId: users.rep.id, payload: { reason: 'OWNER_CHANGED' } },
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'LEAD_REASSIGNED', ownerId: users.otherRep.id });
  });

  test('is audited', async () => {
    await releaseLead(as('rep'), { leadId });
    const entries = await db.prisma.auditEntry.findMany({ where: { action: 'endWithOwnership' } });
    expect(entries.map(({ entity }) => entity).sort()).toEqual([
      'ExtensionRequest',
      'Hold',
      'Hold',
      'LeadCollaborator',
      'Sample',
    ]);
  });
});

describe('agents are told by mail', () => {
  const names = async () => {
    const { companyName, city } = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
    return { companyName, city };
  };

  test('of a lead that went from one to the other', async () => {
    await reassignLead(as('manager'), {
      leadId,
      ownerId: users.otherRep.id,
      reason: 'Parental leave',
    });
    const shared = { by: users.manager.name, reason: 'Parental leave', others: 0 };
    const lead = await names();
    expect(await mails()).toEqual([
      {
        template: 'leads-assigned',
        recipient: users.otherRep.email,
        data: {
          ...shared,
          recipientName: users.otherRep.name,
          leads: [{ ...lead, expiresAt: '2026-09-02T08:00:00.000Z' }],
        },
      },
      {
        template: 'leads-taken',
        recipient: users.rep.email,
        data: {
          ...shared,
          recipientName: users.rep.name,
          how: 'REASSIGNED',
          leads: [{ ...lead, expiresAt: '2026-09-02T08:00:00.000Z' }],
        },
      },
    ]);
  });

  test.each([
    ['RELEASED', releaseLead],
    ['CONVERTED', convertLead],
    ['LOST', markLeadLost],
  ] as const)('of one that a manager made %s, but not of what they did themselves', async (how, end) => {
    const { id: other } = await makeLead(as('rep'));
    await end(as('rep'), { leadId: other });
    expect(await mails()).toEqual([]);
    await end(as('manager'), { leadId });
    expect(await mails()).toMatchObject([
      { template: 'leads-taken', recipient: users.rep.email, data: { how } },
    ]);
  });

  test('of one that was reopened for them; whose it was is told by an event', async () => {
    await markLeadLost(as('rep'), { leadId });
    clock.advance({ days: 1 });
    await reopenLead(as('manager'), { leadId, ownerId: users.otherRep.id });
    expect(await mails()).toMatchObject([
      { template: 'leads-assigned', recipient: users.otherRep.email },
    ]);
    expect(await told()).toEqual([
      { type: 'LEAD_ACCESS_ENDED', ownerId: users.rep.id, payload: { reason: 'OWNER_CHANGED' } },
      expect.objectContaining({ type: 'LEAD_REOPENED', ownerId: users.otherRep.id }),
    ]);
  });
});

test('a manager whose territory a claimed lead leaves is told that it is gone', async () => {
  const north = await makeUser(db, { territory: 'NORTH' });
  const south = await makeUser(db, { territory: 'SOUTH' });
  const { id } = await makeLead(contextFor(db, north, clock.now()));
  await releaseLead(contextFor(db, north, clock.now()), { leadId: id });
  await claimLead(contextFor(db, south, clock.now()), { leadId: id });
  const events = await db.prisma.domainEvent.findMany({
    where: { leadId: id, type: { in: ['LEAD_ACCESS_ENDED', 'LEAD_CLAIMED'] } },
    orderBy: { seq: 'asc' },
  });
  expect(events).toMatchObject([
    { type: 'LEAD_ACCESS_ENDED', ownerId: null, territory: 'NORTH' },
    { type: 'LEAD_CLAIMED', ownerId: south.id, territory: 'SOUTH' },
  ]);
});

test('a collaborator who is removed is told that they see the lead no more', async () => {
  await removeCollaborator(as('rep'), { leadId, userId: helper.id });
  expect(await told()).toContainEqual({
    type: 'LEAD_ACCESS_ENDED',
    ownerId: helper.id,
    payload: { reason: 'COLLABORATION_ENDED' },
  });
});

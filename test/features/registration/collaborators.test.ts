import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/actor.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../../src/domain/errors.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { addCollaborator } from '../../../src/features/collaborators/add-collaborator.js';
import { removeCollaborator } from '../../../src/features/collaborators/remove-collaborator.js';
import { visibleLeads, visibleLeadsSql } from '../../../src/features/leads/visibility.js';
import { claimLead } from '../../../src/features/ownership/claim-lead.js';
import { convertLead } from '../../../src/features/ownership/convert-lead.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { reassignLead } from '../../../src/features/ownership/reassign-lead.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { updateLead } from '../../../src/features/registration/update-lead.js';
import { deliverFollowUps } from '../../../src/features/reminders/deliver-follow-ups.js';
import { scheduleFollowUp } from '../../../src/features/reminders/schedule-follow-up.js';
import { loadActor } from '../../../src/features/sign-in/load-actor.js';
import type { VerbContext } from '../../../src/platform/verbs/context.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { contextFor } from '../../support/factories.js';
import { statementsOf } from '../../support/full-scans.js';
import { invalid } from '../../support/invalid.js';
import { testApi } from '../../support/test-file.js';
import { nightlyRunner, systemContext } from '../jobs/nightly.js';

const api = await testApi();
const { db, clock } = api;

const anna = await api.user('REP', { name: 'Anna', territory: 'NORD' });
const bert = await api.user('REP', { name: 'Bert', territory: 'NORD' });
const carl = await api.user('REP', { name: 'Carl', territory: 'NORD' });
const manager = await api.user('MANAGER', { territory: 'NORD' });

let leadId: string;
let nth = 0;

beforeEach(async () => {
  clock.set('2026-03-01T09:00:00Z');
  nth += 1;
  const lead = { companyName: `Kantine ${nth}`, city: 'Köln', notes: 'Ask for Erika' };
  ({ leadId } = await registerLead(await as(anna), lead));
  await addCollaborator(await as(anna), { leadId, userId: bert.id, role: 'ASSIST' });
});

async function as({ email }: ApiUser): Promise<VerbContext> {
  return contextFor(db, await loadActor(db, email), clock.now());
}

interface Shown {
  lead: { companyName: string; notes: string | null } | null;
}

const shownTo = (user: ApiUser, id = leadId) =>
  api.query<Shown, { id: string }>(user, 'query ($id: ID!) { lead(id: $id) { notes } }', {
    id: globalId('Lead', id),
  });

async function collaborators(): Promise<unknown> {
  return db.prisma.leadCollaborator.findMany({
    where: { leadId },
    select: { userId: true, ownerId: true, role: true },
  });
}

describe('a collaborator', () => {
  test('sees the lead with everything, in lists of what belongs to leads and where they ask for it', async () => {
    await logActivity(await as(anna), { leadId, kind: 'NOTE' });
    const document = `query ($id: ID!) {
      lead(id: $id) {
        notes
        owner { name }
        collaborators { user { name } role addedBy { name } }
        activities { edges { node { kind } } }
      }
      activities(filter: { leadId: $id }) { edges { node { kind } } }
      own: leads { edges { node { id } } }
      helping: leads(filter: { collaborating: true, search: "kantine" }) { edges { node { notes } } }
    }`;
    const activities = { edges: [{ node: { kind: 'NOTE' } }] };
    const notes = 'Ask for Erika';
    const id = globalId('Lead', leadId);
    await db.prisma.leadCollaborator.deleteMany({ where: { leadId: { not: leadId } } });
    await addCollaborator(await as(anna), { leadId, userId: carl.id, role: 'VIEW' });
    expect(await api.query(bert, document, { id })).toEqual({
      lead: {
        notes,
        owner: { name: 'Anna' },
        collaborators: [{ user: { name: 'Bert' }, role: 'ASSIST', addedBy: { name: 'Anna' } }],
        activities,
      },
      activities,
      own: { edges: [] },
      helping: { edges: [{ node: { notes } }] },
    });
    const both = await api.query(
      anna,
      'query ($id: ID!) { lead(id: $id) { collaborators { user { name } } } }',
      { id },
    );
    expect(both).toEqual({
      lead: { collaborators: [{ user: { name: 'Bert' } }, { user: { name: 'Carl' } }] },
    });
    await removeCollaborator(await as(carl), { leadId, userId: carl.id });
    expect(await shownTo(carl)).toEqual({ lead: null });
  });

  test('reads their own page with the very statement of one who collaborates on nothing', async () => {
    const page = async (user: ApiUser) =>
      (await statementsOf(db, () => api.query(user, '{ leads { edges { node { id } } } }')))
        .map(({ sql }) => sql)
        .filter((sql) => sql.startsWith('/* page */'));
    const read = await page(bert);
    expect(read).toHaveLength(1);
    expect(await page(carl)).toEqual(read);
  });

  test('makes progress for the owner, whose protection it stays', async () => {
    clock.advance({ days: 30 });
    await logActivity(await as(bert), { leadId, kind: 'QUALIFIED_CALL' });
    const lead = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
    expect(lead).toMatchObject({ ownerId: anna.id, progressAnchor: clock.now() });
    await expect(releaseLead(await as(bert), { leadId })).rejects.toThrow(
      'A collaborator with ASSIST may not releaseLead on this lead, allowed is: owner, manager.',
    );
  });

  test('may not change the lead itself with ASSIST', async () => {
    await expect(
      updateLead(await as(bert), { leadId, expectedVersion: 1, companyName: 'Mine' }),
    ).rejects.toThrow(
      'A collaborator with ASSIST may not updateLead on this lead, allowed is: owner, manager, collaborator with NEGOTIATE.',
    );
  });

  test('who is removed is told of to the owner', async () => {
    await removeCollaborator(await as(manager), { leadId, userId: bert.id });
    const events = await db.prisma.domainEvent.findMany({
      where: { leadId, type: 'COLLABORATOR_REMOVED' },
    });
    expect(events).toMatchObject([
      { ownerId: anna.id, payload: { userId: bert.id, role: 'ASSIST' } },
    ]);
  });

  test('is an active agent who does not own the lead', async () => {
    const idle = await api.user('REP', { name: 'Idle', active: false });
    for (const { id: userId } of [anna, idle, manager]) {
      await expect(
        addCollaborator(await as(anna), { leadId, userId, role: 'VIEW' }),
      ).rejects.toMatchObject(invalid('userId'));
    }
    expect(await collaborators()).toEqual([{ userId: bert.id, ownerId: anna.id, role: 'ASSIST' }]);
  });

  test('has the role that was given last', async () => {
    await addCollaborator(await as(manager), { leadId, userId: bert.id, role: 'VIEW' });
    expect(await collaborators()).toMatchObject([{ userId: bert.id, role: 'VIEW' }]);
    await expect(logActivity(await as(bert), { leadId, kind: 'NOTE' })).rejects.toThrow(
      ForbiddenError,
    );
    const entries = await db.prisma.auditEntry.findMany({
      where: { leadId, action: 'addCollaborator' },
      orderBy: { id: 'asc' },
      select: { before: true, after: true },
    });
    expect(entries).toEqual([
      { before: null, after: { userId: bert.id, role: 'ASSIST' } },
      {
        before: { userId: bert.id, role: 'ASSIST' },
        after: { userId: bert.id, role: 'VIEW' },
      },
    ]);
  });

  test('may leave, but not send others away', async () => {
    await addCollaborator(await as(anna), { leadId, userId: carl.id, role: 'VIEW' });
    await expect(removeCollaborator(await as(bert), { leadId, userId: carl.id })).rejects.toThrow(
      ForbiddenError,
    );
    await removeCollaborator(await as(bert), { leadId, userId: bert.id });
    expect(await shownTo(bert)).toEqual({ lead: null });
    await expect(logActivity(await as(bert), { leadId, kind: 'NOTE' })).rejects.toThrow(
      NotFoundError,
    );
    await expect(removeCollaborator(await as(anna), { leadId, userId: bert.id })).rejects.toThrow(
      NotFoundError,
    );
  });

  test('who was taken off is refused by the database, whatever they knew when they asked', async () => {
    const before = await as(bert);
    await removeCollaborator(await as(anna), { leadId, userId: bert.id });
    await expect(logActivity(before, { leadId, kind: 'NOTE' })).rejects.toThrow(NotFoundError);
  });

  test('who was taken off is not reminded of the lead any more', async () => {
    const dueAt = clock.advance({ days: 2 });
    clock.set('2026-03-01T09:00:00Z');
    await scheduleFollowUp(await as(bert), { leadId, dueAt });
    await removeCollaborator(await as(anna), { leadId, userId: bert.id });
    expect(await deliverFollowUps(systemContext(db, dueAt))).toBe(0);
  });

  test('is not reminded of a lead whose owner has changed', async () => {
    const dueAt = clock.advance({ days: 2 });
    clock.set('2026-03-01T09:00:00Z');
    await scheduleFollowUp(await as(bert), { leadId, dueAt });
    await reassignLead(await as(manager), { leadId, ownerId: carl.id });
    expect(await deliverFollowUps(systemContext(db, dueAt))).toBe(0);
  });
});

describe('collaborations end with the ownership', () => {
  const endings: Record<string, () => Promise<unknown>> = {
    'when it is released': async () => releaseLead(await as(anna), { leadId }),
    'when it is reassigned': async () =>
      reassignLead(await as(manager), { leadId, ownerId: carl.id }),
    'when it is converted': async () => convertLead(await as(anna), { leadId }),
    'when it is lost': async () => markLeadLost(await as(anna), { leadId }),
    'when it expires': async () => {
      clock.advance({ days: 2 });
      await db.prisma.lead.update({ where: { id: leadId }, data: { expiresAt: clock.now() } });
      const slot = clock.now();
      await nightlyRunner(db, clock).runSlot({
        job: 'protection-expiry',
        slot,
        trigger: 'SCHEDULE',
      });
    },
  };

  test.each(Object.keys(endings))('%s', async (ending) => {
    await endings[ending]?.();
    expect(await collaborators()).toEqual([]);
    const { lead } = await shownTo(bert);
    expect(lead?.notes ?? null).toBeNull();
  });

  test('and the next owner chooses anew', async () => {
    await releaseLead(await as(anna), { leadId });
    await claimLead(await as(carl), { leadId });
    expect(await shownTo(bert)).toEqual({ lead: null });
    await expect(
      addCollaborator(await as(bert), { leadId, userId: bert.id, role: 'NEGOTIATE' }),
    ).rejects.toThrow(NotFoundError);
  });

  test('so that one who is not ACTIVE has none', async () => {
    await releaseLead(await as(anna), { leadId });
    await expect(
      addCollaborator(await as(manager), { leadId, userId: bert.id, role: 'VIEW' }),
    ).rejects.toThrow(ConflictError);
  });
});

test('an idempotency key gives nothing back of a lead that one has lost', async () => {
  const input = { companyName: 'Hotel Verloren', city: 'Husum', idempotencyKey: 'once' };
  const { leadId: id } = await registerLead(await as(anna), input);
  await logActivity(await as(anna), { leadId: id, kind: 'NOTE', idempotencyKey: 'once' });
  await reassignLead(await as(manager), { leadId: id, ownerId: carl.id });
  await expect(registerLead(await as(anna), input)).rejects.toThrow(NotFoundError);
  await expect(
    logActivity(await as(anna), { leadId: id, kind: 'NOTE', idempotencyKey: 'once' }),
  ).rejects.toThrow(NotFoundError);
});

test.each([
  'REP',
  'MANAGER',
  'ADMIN',
  'AUDITOR',
  'WALLBOARD',
  'SERVICE',
] satisfies Role[])('the statement that locks sees for a %s what the condition sees', async (role) => {
  for (const user of role === 'REP' ? [anna, bert, carl] : [await api.user(role)]) {
    const { actor } = await as(user);
    const seen = await db.prisma.lead.findMany({
      where: visibleLeads(actor),
      orderBy: { id: 'asc' },
    });
    const locked = await db.prisma.$queryRaw<{ id: string }[]>`
        SELECT id FROM lead WHERE ${visibleLeadsSql(actor)} ORDER BY id`;
    expect(locked.map(({ id }) => id)).toEqual(seen.map(({ id }) => id));
  }
});

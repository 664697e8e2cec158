import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { ForbiddenError, NotFoundError } from '../../../src/domain/errors.js';
import { announceAbsence } from '../../../src/features/absences/announce-absence.js';
import { cancelAbsence } from '../../../src/features/absences/cancel-absence.js';
import { turnAbsences } from '../../../src/features/absences/turn-absences.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { addCollaborator } from '../../../src/features/collaborators/add-collaborator.js';
import { removeCollaborator } from '../../../src/features/collaborators/remove-collaborator.js';
import { addContact } from '../../../src/features/contacts/add-contact.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { visibleLeads } from '../../../src/features/leads/visibility.js';
import { convertLead } from '../../../src/features/ownership/convert-lead.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { deliverFollowUps } from '../../../src/features/reminders/deliver-follow-ups.js';
import { scheduleFollowUp } from '../../../src/features/reminders/schedule-follow-up.js';
import { loadActor } from '../../../src/features/sign-in/load-actor.js';
import { newId } from '../../../src/platform/db/ids.js';
import { visibleEvents } from '../../../src/platform/events/may-see.js';
import { inTransaction } from '../../../src/platform/verbs/context.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeLead, seedUsers } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
let users: Awaited<ReturnType<typeof seedUsers>>;
let leadId: string;

const asOwner = () => contextFor(db, users.rep, clock.now());
/** As they sign in: with what they may see now. */
const asDeputy = async () => contextFor(db, await loadActor(db, users.otherRep.email), clock.now());
const away = () =>
  announceAbsence(asOwner(), {
    deputyId: users.otherRep.id,
    endsAt: new Date('2026-03-10T00:00:00Z'),
  });
const turn = () => turnAbsences({ db, actor: SYSTEM_ACTOR, now: clock.now(), requestId: null });

/** Ids of the leads that the deputy sees, by the condition of the API and by row-level security. */
async function seen(): Promise<string[]> {
  const ctx = await asDeputy();
  const leads = await inTransaction(ctx, ({ tx }) =>
    tx.lead.findMany({ where: visibleLeads(ctx.actor), orderBy: { id: 'asc' } }),
  );
  return leads.map(({ id }) => id);
}

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
  ({ id: leadId } = await makeLead(asOwner()));
});

describe('while the owner is away, the deputy', () => {
  beforeEach(async () => {
    expect(await seen()).toEqual([]);
    await away();
  });

  test('sees the leads at once, and what is told of them', async () => {
    expect(await seen()).toEqual([leadId]);
    const ctx = await asDeputy();
    const events = await inTransaction(ctx, ({ tx }) =>
      tx.domainEvent.findMany({ where: { leadId, AND: [visibleEvents(ctx.actor)] } }),
    );
    expect(events.map(({ type }) => type)).toContain('LEAD_REGISTERED');
  });

  test('does from day to day what is due, in their own name', async () => {
    const ctx = await asDeputy();
    await logActivity(ctx, { leadId, kind: 'QUALIFIED_CALL' });
    await startHold(ctx, { leadId, reason: 'PRICE_APPROVAL' });
    await addContact(ctx, { leadId, name: 'Erika Abt', email: 'erika@adler.example' });
    const done = await db.prisma.auditEntry.findMany({
      where: { actorId: users.otherRep.id },
      orderBy: { seq: 'asc' },
    });
    expect(done.map(({ action }) => action)).toEqual(['logActivity', 'startHold', 'addContact']);
  });

  test('neither releases nor converts them', async () => {
    const ctx = await asDeputy();
    await expect(releaseLead(ctx, { leadId })).rejects.toThrow(ForbiddenError);
    await expect(convertLead(ctx, { leadId })).rejects.toThrow(ForbiddenError);
  });

  test('sees those that come meanwhile too', async () => {
    const { id: later } = await makeLead(asOwner());
    await turn();
    expect(await seen()).toEqual([leadId, later].sort());
  });

  test('is not removed as other collaborators are', async () => {
    const removing = removeCollaborator(asOwner(), { leadId, userId: users.otherRep.id });
    await expect(removing).rejects.toMatchObject({ reason: 'DEPUTY' });
  });

  test('sees nothing any more once the owner is back, and is told so', async () => {
    clock.set('2026-03-10T00:00:00Z');
    await turn();
    expect(await seen()).toEqual([]);
    const call = logActivity(await asDeputy(), { leadId, kind: 'QUALIFIED_CALL' });
    await expect(call).rejects.toThrow(NotFoundError);
    expect(
      await db.prisma.domainEvent.count({
        where: { type: 'LEAD_ACCESS_ENDED', leadId, ownerId: users.otherRep.id },
      }),
    ).toBe(1);
    expect(await turn()).toBe(0);
  });
});

test('a deputy whose time is over is not reminded any more of leads that they do not see', async () => {
  const { id: theirs } = await makeLead(contextFor(db, users.otherRep, clock.now()));
  await away();
  const dueAt = new Date('2026-03-11T09:00:00Z');
  await scheduleFollowUp(await asDeputy(), { leadId, dueAt });
  await scheduleFollowUp(await asDeputy(), { leadId: theirs, dueAt });
  await scheduleFollowUp(asOwner(), { leadId, dueAt: new Date('2026-03-11T10:00:00Z') });
  clock.set('2026-03-12T00:00:00Z');
  await turn();
  await deliverFollowUps({ db, actor: SYSTEM_ACTOR, now: clock.now(), requestId: null });
  const mails = await db.prisma.outboxEmail.findMany({ where: { template: 'follow-up' } });
  expect(mails.map((mail) => [mail.recipient, mail.leadId]).sort()).toEqual(
    [
      [users.rep.email, leadId],
      [users.otherRep.email, theirs],
    ].sort(),
  );
});

test('where the absence is called off, the deputy sees nothing at once', async () => {
  const { absenceId } = await away();
  await cancelAbsence(asOwner(), { absenceId });
  expect(await seen()).toEqual([]);
});

test('before the absence begins the deputy sees nothing', async () => {
  await announceAbsence(asOwner(), {
    deputyId: users.otherRep.id,
    startsAt: new Date('2026-03-02T00:00:00Z'),
    endsAt: new Date('2026-03-10T00:00:00Z'),
  });
  expect(await seen()).toEqual([]);
  clock.set('2026-03-02T00:00:00Z');
  expect(await turn()).toBe(1);
  expect(await seen()).toEqual([leadId]);
});

test('a deputy who has left gets no part in the leads', async () => {
  await db.prisma.user.update({ where: { id: users.otherRep.id }, data: { active: false } });
  await db.prisma.absence.create({
    data: {
      id: newId(),
      userId: users.rep.id,
      deputyId: users.otherRep.id,
      startsAt: clock.now(),
      endsAt: new Date('2026-03-10T00:00:00Z'),
      createdAt: clock.now(),
    },
  });
  expect(await turn()).toBe(0);
});

test('a collaborator who was the deputy is a collaborator again, as far as the owner says', async () => {
  await addCollaborator(asOwner(), { leadId, userId: users.otherRep.id, role: 'VIEW' });
  const { absenceId } = await away();
  await logActivity(await asDeputy(), { leadId, kind: 'QUALIFIED_CALL' });
  await addCollaborator(asOwner(), { leadId, userId: users.otherRep.id, role: 'ASSIST' });
  await cancelAbsence(asOwner(), { absenceId });
  expect(await db.prisma.leadCollaborator.findMany()).toMatchObject([
    { userId: users.otherRep.id, role: 'ASSIST', roleBefore: null, absenceId: null },
  ]);
});

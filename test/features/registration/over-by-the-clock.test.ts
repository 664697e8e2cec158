import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { ConflictError, NotFoundError } from '../../../src/domain/errors.js';
import { correctActivity } from '../../../src/features/activities/correct-activity.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { voidActivity } from '../../../src/features/activities/void-activity.js';
import { addCollaborator } from '../../../src/features/collaborators/add-collaborator.js';
import { removeCollaborator } from '../../../src/features/collaborators/remove-collaborator.js';
import { addContact } from '../../../src/features/contacts/add-contact.js';
import { removeContact } from '../../../src/features/contacts/remove-contact.js';
import { updateContact } from '../../../src/features/contacts/update-contact.js';
import { decideExtension } from '../../../src/features/extensions/decide-extension.js';
import { requestExtension } from '../../../src/features/extensions/request-extension.js';
import { confirmHold } from '../../../src/features/holds/confirm-hold.js';
import { endHold } from '../../../src/features/holds/end-hold.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { voidHold } from '../../../src/features/holds/void-hold.js';
import { endProtections } from '../../../src/features/jobs/end-protections.js';
import { claimLead } from '../../../src/features/ownership/claim-lead.js';
import { convertLead } from '../../../src/features/ownership/convert-lead.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { reassignLead } from '../../../src/features/ownership/reassign-lead.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { checkLeadConflict } from '../../../src/features/registration/check-lead-conflict.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { updateLead } from '../../../src/features/registration/update-lead.js';
import { scheduleFollowUp } from '../../../src/features/reminders/schedule-follow-up.js';
import { requestSample } from '../../../src/features/samples/request-sample.js';
import { VERBS, type Verb } from '../../../src/platform/identity/may.js';
import { testClock } from '../../support/clock.js';
import { contextFor, seedUsers } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
const ENDS_AT = '2026-09-01T08:00:00Z';
const COMPANY = {
  companyName: 'Hotel zum Goldenen Adler',
  city: 'Frankfurt',
  contacts: [{ name: 'Erika Muster', email: 'erika@adler.example' }],
};
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;
let leadId: string;
let activityId: string;
let holdId: string;
let requestId: string;
let contactId: string;

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const system = () => contextFor(db, SYSTEM_ACTOR, clock.now());

/** A lead with something of each kind, whose base period ends at ENDS_AT. */
beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
  ({ leadId } = await registerLead(as('rep'), COMPANY));
  ({ id: contactId } = await db.prisma.contact.findFirstOrThrow());
  await addCollaborator(as('rep'), { leadId, userId: users.otherRep.id, role: 'VIEW' });
  clock.set('2026-08-20T09:00:00Z');
  ({ activityId } = await logActivity(as('rep'), { leadId, kind: 'QUALIFIED_CALL' }));
  ({ requestId } = await requestExtension(as('rep'), { leadId, months: 1, reason: 'Tender' }));
  clock.set('2026-08-31T09:00:00Z');
  // It would move the end if it were not over by then.
  ({ holdId } = await startHold(as('manager'), {
    leadId,
    reason: 'SUPPLY_ISSUE',
    startAt: new Date('2026-09-02T09:00:00Z'),
    endAt: new Date('2026-09-05T09:00:00Z'),
  }));
  expect((await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } })).expiresAt).toEqual(
    new Date(ENDS_AT),
  );
});

/** Everything that can be asked about one lead, by those who may ask it while it is protected. */
const CALLS: Partial<Record<Verb, () => Promise<unknown>>> = {
  updateLead: () => updateLead(as('rep'), { leadId, expectedVersion: 1, source: 'Fair' }),
  releaseLead: () => releaseLead(as('rep'), { leadId }),
  reassignLead: () => reassignLead(as('manager'), { leadId, ownerId: users.otherRep.id }),
  convertLead: () => convertLead(as('rep'), { leadId }),
  markLeadLost: () => markLeadLost(as('rep'), { leadId }),
  addCollaborator: () =>
    addCollaborator(as('rep'), { leadId, userId: users.otherRep.id, role: 'ASSIST' }),
  removeCollaborator: () => removeCollaborator(as('rep'), { leadId, userId: users.otherRep.id }),
  addContact: () => addContact(as('rep'), { leadId, name: 'Max Muster' }),
  updateContact: () => updateContact(as('rep'), { contactId, name: 'Max Muster' }),
  removeContact: () => removeContact(as('rep'), { contactId }),
  logActivity: () => logActivity(as('rep'), { leadId, kind: 'QUALIFIED_CALL' }),
  correctActivity: () =>
    correctActivity(as('rep'), {
      activityId,
      performedAt: new Date('2026-08-31T09:00:00Z'),
      expectedVersion: 1,
    }),
  voidActivity: () => voidActivity(as('rep'), { activityId, reason: 'Wrong company' }),
  startHold: () =>
    startHold(as('manager'), {
      leadId,
      reason: 'SUPPLY_ISSUE',
      startAt: new Date('2026-08-31T09:00:00Z'),
    }),
  endHold: () => endHold(as('rep'), { holdId }),
  confirmHold: () => confirmHold(as('manager'), { holdId }),
  voidHold: () => voidHold(as('rep'), { holdId, reason: 'Wrong lead' }),
  scheduleFollowUp: () =>
    scheduleFollowUp(as('rep'), { leadId, dueAt: new Date('2026-12-01T09:00:00Z') }),
  requestExtension: () => requestExtension(as('rep'), { leadId, months: 1, reason: 'Tender' }),
  decideExtension: () => decideExtension(as('manager'), { requestId, approve: true }),
  requestSample: () =>
    requestSample(as('rep'), { leadId, items: [{ sku: 'S-1', name: 'Lachs', quantity: 1 }] }),
};

/** About no lead under protection, about what was sent and told already, or about other things altogether. */
const ELSEWHERE = new Set<string>([
  ...[
    'registerLead',
    'checkLeadConflict',
    'explainConflict',
    'claimLead',
    'reopenLead',
    'importLeads',
    'previewImport',
  ],
  // A merge is refused with a reason of its own; an override is decided about leads that are over, too.
  ...['previewMerge', 'mergeLeads', 'undoMerge', 'decideOverride'],
  ...['exportLeads', 'acknowledgeReminder', 'snoozeReminder', 'transitionSample'],
  ...['issueFeedbackLink', 'recordSampleFeedback', 'submitSampleFeedback'],
  // Leads that are over by then are passed over.
  ...['reassignLeads', 'announceAbsence', 'cancelAbsence', 'followReceiptLog'],
  ...['createCalendarFeed', 'revokeCalendarFeed'],
]);

describe('from the instant at which the clock ends a protection', () => {
  test('no verb that works on a lead under protection is missing here', () => {
    const aboutLeads = VERBS.filter(
      (verb) => !/User|Token|Webhook|Email|Setting|Policy|runJob|DataSubject/.test(verb),
    );
    expect(aboutLeads.filter((verb) => !ELSEWHERE.has(verb)).sort()).toEqual(
      Object.keys(CALLS).sort(),
    );
  });

  test.each(
    Object.entries(CALLS),
  )('%s is too late, also before the lead is back in the pool', async (_verb, call) => {
    clock.set(ENDS_AT);
    await expect(call()).rejects.toMatchObject({
      name: 'ConflictError',
      reason: 'PROTECTION_ENDED',
      message: expect.stringContaining('2026-09-01T08:00:00.000Z'),
    });
    expect(await endProtections(system())).toBe(1);
    const refusal = await call().then(
      () => null,
      (error: unknown) => error,
    );
    expect(
      refusal instanceof ConflictError || refusal instanceof NotFoundError,
      String(refusal),
    ).toBe(true);
  });

  test.each(Object.entries(CALLS))('%s is possible a moment before', async (verb, call) => {
    clock.set('2026-09-01T07:59:59Z');
    // The request of the owner is open, and their hold has not begun and ends by itself.
    if (verb === 'requestExtension' || verb === 'endHold' || verb === 'confirmHold') {
      await expect(call()).rejects.not.toMatchObject({ reason: 'PROTECTION_ENDED' });
    } else await call();
  });

  test('the company is free for others, by check and by registration', async () => {
    clock.set('2026-09-01T07:59:59Z');
    expect(await checkLeadConflict(as('otherRep'), { ...COMPANY })).toBe('PROTECTED');
    await expect(registerLead(as('otherRep'), COMPANY)).rejects.toMatchObject({
      reason: 'COMPANY_PROTECTED',
    });
    clock.set(ENDS_AT);
    expect(await checkLeadConflict(as('otherRep'), { ...COMPANY })).toBe('FREE');
    await registerLead(as('otherRep'), COMPANY);
  });

  test('a similar company is no hint any more', async () => {
    const similar = { companyName: 'Hotel zum Goldnen Adler', city: 'Frankfurt' };
    clock.set('2026-09-01T07:59:59Z');
    const before = await checkLeadConflict(as('otherRep'), similar);
    clock.set(ENDS_AT);
    expect([before, await checkLeadConflict(as('otherRep'), similar)]).toEqual([
      'POSSIBLY_SAME',
      'FREE',
    ]);
  });

  test('the tick gives the lead back, as the nightly job does, and another agent claims it', async () => {
    clock.set('2026-09-01T07:59:59Z');
    expect(await endProtections(system())).toBe(0);
    clock.set(ENDS_AT);
    await expect(claimLead(as('otherRep'), { leadId })).rejects.toMatchObject({
      reason: 'NOT_IN_POOL',
    });
    expect(await endProtections(system())).toBe(1);
    expect(await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } })).toMatchObject({
      status: 'EXPIRED',
      endReason: 'BASE_PERIOD_ENDED',
      endedAt: new Date(ENDS_AT),
      ownerId: null,
    });
    const expired = await db.prisma.domainEvent.findMany({
      where: { type: 'LEAD_PROTECTION_EXPIRED' },
    });
    expect(expired).toMatchObject([{ leadId, ownerId: users.rep.id }]);
    await claimLead(as('otherRep'), { leadId });
    expect(await endProtections(system())).toBe(0);
  });

  test('a lead that cannot be given back keeps none behind it', async () => {
    const { leadId: other } = await registerLead(as('otherRep'), {
      companyName: 'Gasthof Krone',
      city: 'Bonn',
    });
    await db.prisma.lead.update({
      where: { id: other },
      data: { expiresAt: new Date('2026-08-31T10:00:00Z') },
    });
    await db.prisma.ownership.updateMany({
      where: { leadId: other },
      data: { endedAt: clock.now(), endReason: 'RELEASED' },
    });
    clock.set(ENDS_AT);
    await expect(endProtections(system())).rejects.toThrow(`Lead ${other} is ACTIVE, but`);
    expect((await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } })).status).toBe(
      'EXPIRED',
    );
  });
});

import pino from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import type { JobName } from '../../../src/domain/nightly-jobs.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { addContact } from '../../../src/features/contacts/add-contact.js';
import { removeContact } from '../../../src/features/contacts/remove-contact.js';
import { updateContact } from '../../../src/features/contacts/update-contact.js';
import { decideExtension } from '../../../src/features/extensions/decide-extension.js';
import { requestExtension } from '../../../src/features/extensions/request-extension.js';
import { announceHoldEnds } from '../../../src/features/holds/announce-hold-ends.js';
import { confirmHold } from '../../../src/features/holds/confirm-hold.js';
import { endHold } from '../../../src/features/holds/end-hold.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { createDispatcher } from '../../../src/features/mail/dispatcher.js';
import type { DiscardReason } from '../../../src/features/mail/judgement.js';
import { mailCheckpoint } from '../../../src/features/mail/mail-checkpoint.js';
import { mailReceiptCheckpoint } from '../../../src/features/mail/mail-receipt-checkpoint.js';
import type { EmailToSend } from '../../../src/features/mail/transport.js';
import { TEMPLATE_NAMES, type TemplateName } from '../../../src/features/outbox/email-templates.js';
import { claimLead } from '../../../src/features/ownership/claim-lead.js';
import { convertLead } from '../../../src/features/ownership/convert-lead.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { reassignLead } from '../../../src/features/ownership/reassign-lead.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { reopenLead } from '../../../src/features/ownership/reopen-lead.js';
import { pseudonymizeLeads } from '../../../src/features/privacy/pseudonymize-leads.js';
import { followReceiptLog } from '../../../src/features/receipts/follow-receipt-log.js';
import { acknowledgeReminder } from '../../../src/features/reminders/acknowledge-reminder.js';
import { deliverFollowUps } from '../../../src/features/reminders/deliver-follow-ups.js';
import { scheduleFollowUp } from '../../../src/features/reminders/schedule-follow-up.js';
import { snoozeReminder } from '../../../src/features/reminders/snooze-reminder.js';
import { issueFeedbackLink } from '../../../src/features/samples/issue-feedback-link.js';
import { requestSample } from '../../../src/features/samples/request-sample.js';
import { transitionSample } from '../../../src/features/samples/transition-sample.js';
import { createSealer } from '../../../src/platform/audit/sealer.js';
import { testClock } from '../../support/clock.js';
import { testKeyRing } from '../../support/cursors.js';
import { contextFor, makeLead, seedUsers } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { keyRing } from '../imports/importing.js';
import { nightlyRunner } from '../jobs/nightly.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;
let leadId: string;
let sent: EmailToSend[];

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
  leadId = (await makeLead(as('rep'), { companyName: 'Gasthof Krone' })).id;
  sent = [];
});

const CHECKPOINT = 'log\n3\nAAAA\n\n— log BBBB\n';

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const system = () => contextFor(db, SYSTEM_ACTOR, clock.now());
const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000);
const run = (job: JobName) =>
  nightlyRunner(db, clock).runNow({
    job,
    asOf: clock.now(),
    by: { actor: SYSTEM_ACTOR, requestId: null },
  });
const theReminder = async (kind: string) =>
  (await db.prisma.reminder.findFirstOrThrow({ where: { leadId, kind } })).id;
const theRequest = async () => (await db.prisma.extensionRequest.findFirstOrThrow()).id;
const theContact = async () => (await db.prisma.contact.findFirstOrThrow({ where: { leadId } })).id;
const change = (who: keyof Users, data: Parameters<typeof db.prisma.user.update>[0]['data']) =>
  db.prisma.user.update({ where: { id: users[who].id }, data });
const convert = () => convertLead(as('rep'), { leadId });
const theHold = async () => (await db.prisma.hold.findFirstOrThrow()).id;
const loseAs = (who: keyof Users) => markLeadLost(as(who), { leadId, reason: 'Closed' });
const lose = () => loseAs('rep');
const reassign = () => reassignLead(as('manager'), { leadId, ownerId: users.otherRep.id });
const hold = () => startHold(as('rep'), { leadId, reason: 'PRICE_APPROVAL' });
const acknowledge = async (kind: string) =>
  acknowledgeReminder(as('rep'), { reminderId: await theReminder(kind) });

async function expire() {
  await run('progress-warning');
  await dispatch();
  clock.advance({ days: 20 });
  await run('protection-expiry');
}

/** Write a mail of each template as it comes to be in production. */
const WRITE: Record<TemplateName, () => Promise<unknown>> = {
  'progress-warning': async () => {
    clock.advance({ days: 54 });
    await run('progress-warning');
  },
  'base-period-ending': async () => {
    clock.set('2026-08-20T09:00:00Z');
    await logActivity(as('rep'), { leadId, kind: 'QUALIFIED_CALL', performedAt: clock.now() });
    clock.advance({ days: 5 });
    await run('progress-warning');
  },
  'protection-expired': async () => {
    clock.advance({ days: 54 });
    await expire();
  },
  'protection-expired-managers': async () => {
    clock.advance({ days: 54 });
    await expire();
  },
  'follow-up': async () => {
    await scheduleFollowUp(as('rep'), { leadId, dueAt: inDays(3), note: 'Call the chef' });
    clock.advance({ days: 3 });
    await deliverFollowUps(system());
  },
  'extension-requested': () =>
    requestExtension(as('rep'), { leadId, months: 2, reason: 'The tender is late' }),
  'extension-decided': async () => {
    const asked = { leadId, months: 2, reason: 'The tender is late' };
    const { requestId } = await requestExtension(as('rep'), asked);
    await decideExtension(as('manager'), { requestId, approve: true });
  },
  'feedback-request': async () => {
    const items = [{ sku: 'S-1', name: 'Räucherlachs', quantity: 2 }];
    const { sampleId } = await requestSample(as('rep'), { leadId, items });
    for (const to of ['APPROVED', 'SHIPPED'] as const) {
      await transitionSample(as('manager'), { sampleId, to });
    }
    await issueLink();
  },
  'warning-undeliverable': async () => {
    await change('rep', INACTIVE);
    await WRITE['progress-warning']();
  },
  'hold-ending': async () => {
    await hold();
    clock.advance({ days: 85 });
    await announceHoldEnds(system());
  },
  'receipt-checkpoint': async () => {
    await followReceiptLog(as('rep'), { wanted: true });
    await db.prisma.receiptCheckpoint.create({
      data: { size: 3, note: CHECKPOINT, kid: 'AAAA', signedAt: clock.now() },
    });
    await mailReceiptCheckpoint(system());
  },
  'audit-checkpoint': async () => {
    await change('auditor', INACTIVE);
    await createSealer({ db, log: pino({ level: 'silent' }) }).catchUp();
    await mailCheckpoint(system(), testKeyRing);
  },
  'grace-ending': async () => {
    clock.advance({ days: 54 });
    await run('progress-warning');
    await dispatch();
    clock.advance({ days: 8 });
    await run('progress-warning');
    await db.prisma.outboxEmail.deleteMany({ where: { recipient: { not: users.rep.email } } });
  },
  'leads-assigned': () => reassign(),
  'leads-taken': () => reassign(),
};

async function issueLink() {
  const { id: sampleId } = await db.prisma.sample.findFirstOrThrow();
  const mail = { contactId: await theContact(), locale: 'de' as const };
  const publicUrl = 'https://leads.example.com';
  return issueFeedbackLink(as('rep'), { sampleId, mail: { ...mail, publicUrl } });
}

async function dispatch() {
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

type Fate = DiscardReason | 'WAITS' | { readonly to: () => string; readonly says: RegExp };

const toRep = { to: () => users.rep.email, says: /Gasthof Krone/ };
const toManager = { to: () => users.manager.email, says: /Gasthof Krone/ };
const INACTIVE = { active: false };
const toOtherRep = { to: () => users.otherRep.email, says: /Gasthof Krone/ };
const giveBack = () => reassignLead(as('admin'), { leadId, ownerId: users.rep.id });

const FATES: Record<TemplateName, readonly [what: string, change: () => unknown, fate: Fate][]> = {
  'progress-warning': [
    ['nothing has changed', () => {}, toRep],
    ['the lead was converted', convert, 'LEAD_ENDED'],
    ['the lead was lost', lose, 'LEAD_ENDED'],
    ['the lead was reassigned', reassign, 'LEAD_MOVED_ON'],
    [
      'progress was logged',
      () => logActivity(as('rep'), { leadId, kind: 'QUALIFIED_CALL', performedAt: clock.now() }),
      'PROGRESS_MADE',
    ],
    ['the clock stands still', hold, 'WAITS'],
    ['it was acknowledged', () => acknowledge('PROGRESS_WARNING'), 'ACKNOWLEDGED'],
    ['the owner has left', () => change('rep', INACTIVE), 'RECIPIENT_INACTIVE'],
    ['the base period is over', () => clock.advance({ days: 200 }), 'PROTECTION_OVER'],
    [
      'the address and language of the owner and the name of the company were corrected',
      async () => {
        await change('rep', { email: 'new@example.com', locale: 'en', name: 'Anna Neu' });
        await db.prisma.lead.update({ where: { id: leadId }, data: { companyName: 'Zur Sonne' } });
      },
      { to: () => 'new@example.com', says: /Hello Anna Neu,[\s\S]*Zur Sonne/ },
    ],
  ],
  'base-period-ending': [
    ['nothing has changed', () => {}, toRep],
    ['the lead was converted', convert, 'LEAD_ENDED'],
    ['the lead was reassigned', reassign, 'LEAD_MOVED_ON'],
    [
      'an extension was approved',
      async () => {
        clock.advance({ minutes: 1 });
        await WRITE['extension-requested']();
        await decideExtension(as('manager'), { requestId: await theRequest(), approve: true });
      },
      'DATE_MOVED',
    ],
    ['the clock stands still', hold, 'WAITS'],
    ['it was acknowledged', () => acknowledge('BASE_PERIOD_ENDING'), 'ACKNOWLEDGED'],
    ['the owner has left', () => change('rep', INACTIVE), 'RECIPIENT_INACTIVE'],
    ['the base period is over', () => clock.advance({ days: 30 }), 'PROTECTION_OVER'],
  ],
  'grace-ending': [
    ['nothing has changed', () => {}, toRep],
    ['the lead was converted', convert, 'LEAD_ENDED'],
    ['the lead was reassigned', reassign, 'LEAD_MOVED_ON'],
    [
      'progress was logged',
      () => logActivity(as('rep'), { leadId, kind: 'QUALIFIED_CALL', performedAt: clock.now() }),
      'PROGRESS_MADE',
    ],
    ['the clock stands still', hold, 'WAITS'],
    ['the owner has left', () => change('rep', INACTIVE), 'RECIPIENT_INACTIVE'],
    ['the end has passed', () => clock.advance({ days: 5 }), 'PROTECTION_OVER'],
  ],
  'leads-assigned': [
    ['nothing has changed', () => {}, toOtherRep],
    ['the lead went back', giveBack, 'LEAD_MOVED_ON'],
    [
      'the new owner gave it back to the pool',
      () => releaseLead(as('otherRep'), { leadId }),
      'LEAD_MOVED_ON',
    ],
    ['the new owner has left', () => change('otherRep', INACTIVE), 'RECIPIENT_INACTIVE'],
  ],
  'leads-taken': [
    ['nothing has changed', () => {}, toRep],
    ['the lead went back', giveBack, 'LEAD_MOVED_ON'],
    ['the former owner has left', () => change('rep', INACTIVE), 'RECIPIENT_INACTIVE'],
  ],
  'protection-expired': [
    ['nothing has changed', () => {}, toRep],
    ['another agent claimed the lead', () => claimLead(as('otherRep'), { leadId }), toRep],
    [
      'the lead was reopened for its former owner',
      () => reopenLead(as('manager'), { leadId, reason: 'A mistake' }),
      'LEAD_MOVED_ON',
    ],
    ['the former owner has left', () => change('rep', INACTIVE), 'RECIPIENT_INACTIVE'],
  ],
  'protection-expired-managers': [
    ['nothing has changed', () => {}, toManager],
    [
      'another agent claimed the lead',
      () => claimLead(as('otherRep'), { leadId }),
      'LEAD_MOVED_ON',
    ],
    [
      'the manager answers for another territory',
      () => change('manager', { territory: 'NORTH' }),
      'NOT_RESPONSIBLE',
    ],
    ['the manager is none any more', () => change('manager', { role: 'REP' }), 'NOT_RESPONSIBLE'],
    ['the manager has left', () => change('manager', INACTIVE), 'RECIPIENT_INACTIVE'],
  ],
  'follow-up': [
    ['nothing has changed', () => {}, { to: () => users.rep.email, says: /Call the chef/ }],
    ['it was acknowledged', () => acknowledge('FOLLOW_UP'), 'ACKNOWLEDGED'],
    [
      'it was snoozed',
      async () =>
        snoozeReminder(as('rep'), {
          reminderId: await theReminder('FOLLOW_UP'),
          until: inDays(2),
        }),
      'WAITS',
    ],
    ['the lead was lost', lose, 'LEAD_ENDED'],
    ['the recipient has left', () => change('rep', INACTIVE), 'RECIPIENT_INACTIVE'],
    [
      'the lead was pseudonymised',
      async () => {
        await lose();
        clock.advance({ days: 61 });
        await db.transaction((tx) => pseudonymizeLeads({ ...system(), tx }, keyRing, [leadId]));
      },
      'PSEUDONYMIZED',
    ],
  ],
  'extension-requested': [
    ['nothing has changed', () => {}, toManager],
    [
      'another manager decided it',
      async () => decideExtension(as('admin'), { requestId: await theRequest(), approve: false }),
      'REQUEST_DECIDED',
    ],
    ['the lead was lost', lose, 'REQUEST_DECIDED'],
    ['the manager is none any more', () => change('manager', { role: 'REP' }), 'NOT_RESPONSIBLE'],
    ['the manager has left', () => change('manager', INACTIVE), 'RECIPIENT_INACTIVE'],
  ],
  'extension-decided': [
    ['nothing has changed', () => {}, toRep],
    ['the lead was reassigned', reassign, 'LEAD_MOVED_ON'],
    ['the lead was converted', convert, 'LEAD_ENDED'],
    ['the agent has left', () => change('rep', INACTIVE), 'RECIPIENT_INACTIVE'],
  ],
  'feedback-request': [
    [
      'the address of the contact was corrected',
      async () => {
        const correction = { email: 'kueche@krone.example', name: 'Frau Weiß' };
        await updateContact(as('rep'), { contactId: await theContact(), ...correction });
      },
      { to: () => 'kueche@krone.example', says: /Frau Weiß,[\s\S]*leads.example.com\/feedback\// },
    ],
    [
      'the link was replaced without a mail',
      async () => {
        const { id: sampleId } = await db.prisma.sample.findFirstOrThrow();
        await issueFeedbackLink(as('rep'), { sampleId });
      },
      'LINK_REPLACED',
    ],
    [
      'the sample was lost',
      async () => {
        const { id: sampleId } = await db.prisma.sample.findFirstOrThrow();
        await transitionSample(as('manager'), { sampleId, to: 'LOST' });
      },
      'LINK_REPLACED',
    ],
    ['the link has expired', () => clock.advance({ days: 31 }), 'LINK_EXPIRED'],
    [
      'the contact was removed',
      async () => {
        const contactId = await theContact();
        await addContact(as('rep'), { leadId, name: 'Theke', phone: '+49 221 123456' });
        await removeContact(as('rep'), { contactId });
      },
      'CONTACT_GONE',
    ],
  ],
  'warning-undeliverable': [
    ['nothing has changed', () => {}, toManager],
    [
      'the warning has been delivered since',
      () => db.prisma.reminder.updateMany({ data: { deliveredAt: clock.now() } }),
      'WARNING_DELIVERED',
    ],
    ['the lead was lost', () => loseAs('manager'), 'LEAD_ENDED'],
    [
      'the manager answers for another territory',
      () => change('manager', { territory: 'NORTH' }),
      'NOT_RESPONSIBLE',
    ],
    ['the manager has left', () => change('manager', INACTIVE), 'RECIPIENT_INACTIVE'],
  ],
  'hold-ending': [
    ['nothing has changed', () => {}, toRep],
    [
      'the hold was ended',
      async () => endHold(as('rep'), { holdId: await theHold() }),
      'HOLD_SETTLED',
    ],
    [
      'the hold was confirmed',
      async () => confirmHold(as('manager'), { holdId: await theHold() }),
      'HOLD_SETTLED',
    ],
    ['the hold has ended by itself', () => clock.advance({ days: 6 }), 'HOLD_SETTLED'],
    ['the lead was lost', lose, 'LEAD_ENDED'],
    ['the owner has left', () => change('rep', INACTIVE), 'RECIPIENT_INACTIVE'],
  ],
  'receipt-checkpoint': [
    [
      'nothing has changed',
      () => {},
      { to: () => users.rep.email, says: /\n3\nAAAA\n\n— log BBBB\n/ },
    ],
    ['the agent has left', () => change('rep', INACTIVE), 'RECIPIENT_INACTIVE'],
    [
      'the agent wants none any more',
      () => followReceiptLog(as('rep'), { wanted: false }),
      'NOT_RESPONSIBLE',
    ],
  ],
  'audit-checkpoint': [
    ['nothing has changed', () => {}, { to: () => users.admin.email, says: /--checkpoint 1:/ }],
    ['the admin has left', () => change('admin', INACTIVE), 'RECIPIENT_INACTIVE'],
    ['the admin is none any more', () => change('admin', { role: 'REP' }), 'NOT_RESPONSIBLE'],
  ],
};

describe.each(TEMPLATE_NAMES)('a waiting mail of %s', (template) => {
  test.each(FATES[template])('when %s', async (_what, changeIt, fate) => {
    await WRITE[template]();
    await db.prisma.outboxEmail.deleteMany({ where: { NOT: { template, status: 'PENDING' } } });
    const mails = await db.prisma.outboxEmail.findMany();
    // Of several, which come in no order, the owner's.
    const id = (mails.find(({ recipient }) => recipient === users.rep.email) ?? mails[0])?.id;
    await changeIt();
    await db.prisma.outboxEmail.deleteMany({ where: { NOT: { id: id as string } } });
    // It waits for no digest.
    await db.prisma.outboxEmail.updateMany({ data: { nextAttemptAt: new Date(0) } });
    sent = [];
    await dispatch();
    const { status, discardReason, attempts } = await db.prisma.outboxEmail.findFirstOrThrow();
    if (fate === 'WAITS') {
      expect({ status, attempts, sent }).toEqual({ status: 'PENDING', attempts: 0, sent: [] });
    } else if (typeof fate === 'string') {
      expect({ status, discardReason, sent }).toEqual({
        status: 'DISCARDED',
        discardReason: fate,
        sent: [],
      });
    } else {
      expect(status).toBe('SENT');
      expect(sent.map(({ recipient }) => recipient)).toEqual([fate.to()]);
      expect(sent[0]?.text).toMatch(fate.says);
    }
  });
});

test('a warning that waited for a hold to end names the dates of now', async () => {
  await WRITE['progress-warning']();
  const { holdId } = await hold();
  await dispatch();
  clock.advance({ days: 14 });
  await endHold(as('rep'), { holdId });
  await dispatch();
  const { progressDeadline } = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
  expect(progressDeadline).toEqual(new Date('2026-05-14T08:00:00Z'));
  expect(sent[0]?.text).toContain('Donnerstag, 14. Mai 2026, 10:00 Uhr');
});

test('a warning that leaves late names the end that its delivery brings about', async () => {
  await WRITE['progress-warning']();
  clock.advance({ days: 5 });
  await dispatch();
  const { expiresAt } = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
  expect(expiresAt).toEqual(new Date('2026-05-09T09:00:00Z'));
  expect(sent[0]?.text).toContain('Schutz endet ohne Fortschritt: Samstag, 9. Mai 2026, 11:00 Uhr');
});

test('the link of a feedback request is forgotten once its mail is out', async () => {
  await WRITE['feedback-request']();
  const { data } = await db.prisma.outboxEmail.findFirstOrThrow();
  const { link } = data as { link: string };
  await dispatch();
  expect(sent[0]?.text).toContain(link);
  expect(JSON.stringify(await db.prisma.outboxEmail.findMany())).not.toContain(link);
});

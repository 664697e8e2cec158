import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { schema } from '../../../src/api/schema.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { insertWebhook } from '../../support/insert-webhook.js';
import { testApi } from '../../support/test-file.js';
import { eventProblems } from '../events/payload-problems.js';

const api = await testApi();
let users: Record<'rep' | 'manager' | 'admin', ApiUser>;

beforeAll(async () => {
  users = {
    rep: await api.user('REP', { name: 'Anna' }),
    manager: await api.user('MANAGER', { name: 'Max' }),
    admin: await api.user('ADMIN', { name: 'Eva' }),
  };
});

const called = new Set<string>();

/** Calls a mutation under a request id of its own and returns the entries that it wrote. */
async function call(as: ApiUser | null, name: string, input: object, file?: File) {
  called.add(name);
  const requestId = randomUUID();
  const title = name[0]?.toUpperCase() + name.slice(1);
  const query = `mutation ($input: ${title}Input!) {
    result: ${name}(input: $input) {
      __typename
      ... on UserError { message }
      ${name === 'issueFeedbackLink' ? '... on IssueFeedbackLinkPayload { token }' : ''}
    }
  }`;
  const body = JSON.stringify({ query, variables: { input } });
  const form = new FormData();
  form.set('operations', body);
  form.set('map', '{"0": ["variables.input.file"]}');
  if (file) form.set('0', file);
  const response = await api.app.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: {
        'x-request-id': requestId,
        ...(file ? {} : { 'content-type': 'application/json' }),
        ...(as ? { authorization: `Bearer ${as.token}` } : {}),
      },
      body: file ? form : body,
    }),
  );
  const { data, errors } = (await response.json()) as {
    data?: { result: { __typename: string; token?: string } };
    errors?: unknown;
  };
  expect({ name, errors, result: data?.result }).toEqual({
    name,
    errors: undefined,
    result: expect.objectContaining({ __typename: `${title}Payload` }),
  });
  const entries = await api.db.prisma.auditEntry.findMany({ where: { requestId } });
  // What a link gives access to is done by nobody in particular.
  const actorIds = new Set(entries.map(({ actorId }) => actorId));
  expect({ name, actorIds }).toEqual({ name, actorIds: new Set([as?.id ?? null]) });
  return { entries, token: data?.result.token };
}

/** The same, for a verb that writes one entry of its own name about one thing; returns its id. */
async function callOn(as: ApiUser, name: string, input: object): Promise<string> {
  const { entries } = await call(as, name, input);
  const own = entries.find(({ action }) => action === name);
  expect(own, `${name} has its entry`).toBeDefined();
  return own?.entityId ?? '';
}

test('every mutation leaves an entry that says who, what and in which request', async () => {
  const { rep, manager, admin } = users;
  const { prisma } = api.db;
  const company = {
    companyName: 'Hotel Adler',
    city: 'Bonn',
    contacts: [{ email: 'a@adler.example' }],
  };
  const lead = await callOn(rep, 'registerLead', company);
  const leadId = globalId('Lead', lead);
  await callOn(rep, 'updateLead', { leadId, expectedVersion: 1, notes: 'Lachs' });
  const contactId = globalId('Contact', await callOn(rep, 'addContact', { leadId, name: 'Karl' }));
  await callOn(rep, 'updateContact', { contactId, name: 'Karla' });
  await callOn(rep, 'removeContact', { contactId });

  const kind = 'NOTE';
  const activityId = globalId('Activity', await callOn(rep, 'logActivity', { leadId, kind }));
  await callOn(rep, 'correctActivity', { activityId, expectedVersion: 1, note: 'doch' });
  await callOn(rep, 'voidActivity', { activityId, reason: 'falsch' });

  const reason = 'SUPPLY_ISSUE';
  const holdId = globalId('Hold', await callOn(rep, 'startHold', { leadId, reason }));
  await callOn(manager, 'confirmHold', { holdId });
  api.clock.advance({ minutes: 1 });
  await callOn(rep, 'endHold', { holdId });
  await callOn(manager, 'voidHold', { holdId, reason: 'war keiner' });

  const dueAt = api.clock.advance({ hours: 1 });
  const later = new Date(dueAt.getTime() + 3_600_000).toISOString();
  const reminder = { leadId, dueAt: later, channel: 'IN_APP' };
  const reminderId = globalId('Reminder', await callOn(rep, 'scheduleFollowUp', reminder));
  api.clock.advance({ hours: 2 });
  const until = api.clock.advance({ minutes: 1 }).getTime() + 60_000;
  await prisma.reminder.updateMany({ data: { sentAt: api.clock.now() } });
  await callOn(rep, 'snoozeReminder', { reminderId, until: new Date(until).toISOString() });
  await callOn(rep, 'acknowledgeReminder', { reminderId });

  const wish = { leadId, months: 1, reason: 'Messe' };
  const requestId = globalId('ExtensionRequest', await callOn(rep, 'requestExtension', wish));
  await callOn(manager, 'decideExtension', { requestId, approve: true });

  const items = [{ sku: 'L-1', name: 'Lachs', quantity: 1 }];
  for (const feedback of ['submitSampleFeedback', 'recordSampleFeedback']) {
    const sample = await callOn(rep, 'requestSample', {
      leadId,
      items,
      idempotencyKey: feedback,
    });
    const sampleId = globalId('Sample', sample);
    for (const to of ['APPROVED', 'SHIPPED']) {
      await callOn(to === 'APPROVED' ? manager : rep, 'transitionSample', { sampleId, to });
    }
    const item = await prisma.sampleItem.findFirstOrThrow({ where: { sampleId: sample } });
    const given = { items: [{ itemId: item.id, outcome: 'SUCCESS' }] };
    const link = feedback === 'submitSampleFeedback';
    const { token } = link ? await call(rep, 'issueFeedbackLink', { sampleId }) : {};
    const { entries } = await call(link ? null : rep, feedback, {
      ...given,
      ...(link ? { token } : { sampleId }),
    });
    expect(entries.map(({ action }) => action)).toContain('giveSampleFeedback');
  }

  const setting = { key: 'claimsPerDay', value: '7', expectedVersion: 0, reason: 'Messe' };
  await callOn(admin, 'updateSetting', setting);
  await call(admin, 'updateSetting', {
    ...setting,
    expectedVersion: 1,
    validFrom: '2030-01-01T00:00:00Z',
  });
  const [scheduled] = await prisma.scheduledSetting.findMany();
  await callOn(admin, 'cancelScheduledSetting', {
    scheduledSettingId: globalId('ScheduledSetting', scheduled?.id ?? ''),
  });
  const helper = await callOn(admin, 'createUser', {
    email: 'bert@example.com',
    name: 'Bert',
    role: 'REP',
  });
  const userId = globalId('User', helper);
  await callOn(rep, 'addCollaborator', { leadId, userId, role: 'VIEW' });
  await callOn(rep, 'removeCollaborator', { leadId, userId });
  await callOn(admin, 'updateUser', { userId, territory: 'NORTH' });
  const away = { deputyId: userId, endsAt: '2030-01-01T09:00:00Z' };
  const absenceId = globalId('Absence', await callOn(rep, 'announceAbsence', away));
  await callOn(rep, 'cancelAbsence', { absenceId });
  await callOn(rep, 'followReceiptLog', { wanted: true });
  const program = await api.user('SERVICE', { name: 'Robot' });
  const access = { name: 'Shop', scopes: ['read'], userId: globalId('User', program.id) };
  const apiTokenId = globalId('ApiToken', await callOn(admin, 'createApiToken', access));
  await callOn(admin, 'revokeApiToken', { apiTokenId });

  const { deliveryId, ...world } = await insertWebhook(api.db, rep.id, api.clock.now());
  const made = { userId: globalId('User', rep.id), name: 'CRM', url: 'https://93.184.215.14/' };
  await callOn(admin, 'createWebhook', made);
  const webhookId = globalId('Webhook', world.webhookId);
  await callOn(admin, 'updateWebhook', { webhookId, name: 'ERP' });
  await callOn(admin, 'rotateWebhookSecret', { webhookId });
  await callOn(admin, 'pauseWebhook', { webhookId });
  await callOn(admin, 'resumeWebhook', { webhookId });
  await callOn(admin, 'testWebhook', { webhookId });
  const dead = globalId('WebhookDelivery', deliveryId);
  await callOn(admin, 'retryWebhookDelivery', { deliveryId: dead });
  await callOn(admin, 'replayWebhook', { webhookId, after: world.cursor });
  await callOn(admin, 'deleteWebhook', { webhookId });

  await callOn(rep, 'releaseLead', { leadId });
  await callOn(rep, 'claimLead', { leadId });
  await callOn(manager, 'reassignLead', { leadId, ownerId: globalId('User', manager.id) });
  await callOn(manager, 'markLeadLost', { leadId });
  await callOn(admin, 'reopenLead', { leadId });
  await callOn(admin, 'reassignLeads', {
    leadIds: [leadId],
    ownerId: userId,
  });
  const overridden = await prisma.conflict.create({
    data: {
      id: randomUUID(),
      kind: 'OVERRIDDEN',
      verdict: 'POSSIBLY_SAME',
      verb: 'updateLead',
      askedById: users.rep.id,
      leadId: lead,
      newLeadId: lead,
      why: ['NAME'],
      status: 'OPEN',
      createdAt: api.clock.now(),
    },
  });
  const conflictId = globalId('Conflict', overridden.id);
  await callOn(manager, 'decideOverride', { conflictId, confirm: true });
  const twin = await callOn(rep, 'registerLead', { companyName: 'Mensa Nord', city: 'Kiel' });
  const pair = { leadId, otherLeadId: globalId('Lead', twin) };
  await callOn(manager, 'mergeLeads', pair);
  const merge = await prisma.leadMerge.findFirstOrThrow();
  await callOn(manager, 'undoMerge', { mergeId: globalId('LeadMerge', merge.id) });
  await callOn(manager, 'convertLead', { leadId });

  const mail = await prisma.outboxEmail.findFirstOrThrow();
  const emailId = globalId('OutboxEmail', mail.id);
  await callOn(admin, 'retryEmail', { emailId });
  await callOn(admin, 'discardEmail', { emailId });
  await callOn(admin, 'runJob', { job: 'PSEUDONYMIZATION' });
  const calendarFeedId = globalId(
    'CalendarFeed',
    await callOn(rep, 'createCalendarFeed', { name: 'Phone' }),
  );
  await callOn(rep, 'revokeCalendarFeed', { calendarFeedId });
  const file = new File(['Company,City\nHotel Neu,Kiel\n'], 'leads.csv');
  await call(admin, 'importLeads', { file: null }, file);
  const columns = [{ column: 1, field: 'COMPANY_NAME' }];
  const saved = { file: null, columns, saveColumns: true };
  const { entries } = await call(admin, 'previewImport', saved, file);
  expect(entries).toMatchObject([{ action: 'previewImport', entityId: admin.id }]);
  const subject = { email: 'a@adler.example' };
  await callOn(admin, 'exportDataSubject', subject);
  await callOn(admin, 'eraseDataSubject', { ...subject, reason: 'Art. 17' });

  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect(mutations.filter((name) => !called.has(name))).toEqual([]);

  // And what they told is what the description of each event says.
  const events = await prisma.domainEvent.findMany();
  expect(events.flatMap(eventProblems)).toEqual([]);
  const told = events.map(({ type }) => type);
  expect(told).toEqual(
    expect.arrayContaining([
      'FOLLOW_UP_SCHEDULED',
      'REMINDER_ACKNOWLEDGED',
      'REMINDER_SNOOZED',
      'FEEDBACK_LINK_ISSUED',
      'MAIL_RETRIED',
      'MAIL_DISCARDED',
    ]),
  );
});

test('free text is not taken for a request id: it would be kept for good', async () => {
  const { rep } = users;
  const input = { companyName: 'Hotel Krone', city: 'Ulm' };
  const query =
    'mutation ($input: RegisterLeadInput!) { registerLead(input: $input) { __typename } }';
  await api.app.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-request-id': 'erika.muster',
        authorization: `Bearer ${rep.token}`,
      },
      body: JSON.stringify({ query, variables: { input } }),
    }),
  );
  const entry = await api.db.prisma.auditEntry.findFirstOrThrow({
    where: { action: 'registerLead' },
    orderBy: { seq: 'desc' },
  });
  expect(entry.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

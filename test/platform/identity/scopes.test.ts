import { getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { schema } from '../../../src/api/schema.js';
import { newId } from '../../../src/platform/db/ids.js';
import { notForPrograms, VERBS, type Verb } from '../../../src/platform/identity/may.js';
import { SCOPES } from '../../../src/platform/identity/scopes.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { type FullLead, insertFullLeads } from '../../support/full-leads.js';
import { insertWebhook } from '../../support/insert-webhook.js';
import { MINIMAL_INPUTS } from '../../support/minimal-inputs.js';
import { mutate, outcomeOf } from '../../support/mutate.js';
import { testApi } from '../../support/test-file.js';

const MUTATIONS = schema.getMutationType()?.getFields() ?? {};
/** Those that a token can have, as mutations. */
const GIVEN = VERBS.filter((verb) => verb in MUTATIONS && notForPrograms(verb) === null);
const REFUSED = VERBS.filter((verb) => verb in MUTATIONS && notForPrograms(verb) !== null);

const api = await testApi();
let admin: ApiUser;
let agent: ApiUser;
let crm: ApiUser;
let apiTokenId: string;
const leads = new Map<Verb, FullLead>();

beforeAll(async () => {
  admin = await api.user('ADMIN', { name: 'Admin' });
  agent = await api.user('REP', { name: 'Agent' });
  crm = await api.user('SERVICE', { name: 'Crm' });
  const other = await api.user('SERVICE', { name: 'Other' });
  const { id } = await api.db.prisma.apiToken.findFirstOrThrow({ where: { userId: other.id } });
  apiTokenId = id;
  const owner = await api.user('REP', { name: 'Owner' });
  const helper = await api.user('REP', { name: 'Helper' });
  const made = await insertFullLeads(
    api.db,
    api.clock.now(),
    VERBS.map((verb) => {
      const pooled = verb === 'claimLead' || verb === 'reopenLead';
      const collaborators = pooled ? [] : [{ userId: helper.id, role: 'VIEW' }];
      const request = verb === 'decideExtension';
      return { ownerId: owner.id, status: pooled ? 'RELEASED' : 'ACTIVE', collaborators, request };
    }),
  );
  for (const [nth, verb] of VERBS.entries()) leads.set(verb, made[nth] as FullLead);
});

let tokens = 0;

async function tokenWith(...scopes: string[]): Promise<ApiUser> {
  const { createApiToken } = await api.query<
    { createApiToken: { token: string } },
    { input: object }
  >(
    admin,
    `mutation ($input: CreateApiTokenInput!) {
      createApiToken(input: $input) { ... on CreateApiTokenPayload { token } }
    }`,
    { input: { userId: globalId('User', crm.id), name: `Token ${tokens++}`, scopes } },
  );
  return { ...crm, token: createApiToken.token };
}

/** What programs have to say beside what is enough for people: for whom. */
const FOR_WHOM: Partial<Record<Verb, () => object>> = {
  registerLead: () => ({ ownerId: globalId('User', agent.id) }),
  importLeads: () => ({ ownerIds: [globalId('User', agent.id)] }),
  previewImport: () => ({ ownerIds: [globalId('User', agent.id)] }),
  claimLead: () => ({ ownerId: globalId('User', agent.id) }),
};

async function inputOf(verb: Verb): Promise<object> {
  const lead = leads.get(verb);
  const input = lead && MINIMAL_INPUTS[verb];
  if (!input) throw new Error(`Nothing to try ${verb} with.`);
  const now = api.clock.now();
  const world = {
    lead,
    actorId: agent.id,
    agentId: agent.id,
    collaboratorId: (await api.user('REP', { name: 'Helper' })).id,
    programId: crm.id,
    apiTokenId,
    readerId: crm.id,
    ...(await insertWebhook(api.db, crm.id, now)),
    now,
  };
  if (verb === 'cancelAbsence') await insertAbsence(lead.id);
  const away = verb === 'announceAbsence' ? await api.user('REP', { name: 'Away' }) : null;
  return {
    ...input(world),
    ...FOR_WHOM[verb]?.(),
    ...(away ? { userId: globalId('User', away.id) } : {}),
  };
}

async function insertAbsence(id: string): Promise<void> {
  const [startsAt, endsAt] = [api.clock.now(), new Date(api.clock.now().getTime() + 86_400_000)];
  const { id: userId } = await api.user('REP', { name: 'Back' });
  await api.db.prisma.absence.create({
    data: { id, userId, deputyId: agent.id, startsAt, endsAt, createdAt: startsAt },
  });
}

/** Programs hold no feedback links; whoever has one needs no scope. */
const WITHOUT_SCOPE: readonly Verb[] = ['submitSampleFeedback'];

test.each(
  GIVEN,
)('a token that has %s as a scope may, one that has all others may not', async (verb) => {
  const input = await inputOf(verb);
  const others = await tokenWith(...SCOPES.filter((scope) => scope !== verb));
  const only = await tokenWith('read', verb);
  if (WITHOUT_SCOPE.includes(verb)) {
    expect(outcomeOf(await mutate(api, others, verb, input))).toBe('NOT_FOUND');
    expect(outcomeOf(await mutate(api, only, verb, input))).toBe('NOT_FOUND');
    return;
  }
  const refused = await mutate(api, others, verb, input);
  expect(outcomeOf(refused)).toBe('FORBIDDEN');
  expect(refused).toContain(`The token may not ${verb}`);
  expect([verb, await mutate(api, only, verb, input, idsIn(verb))]).toEqual([
    verb,
    expect.not.stringContaining('"errors"'),
  ]);
});

/** Of everything that the payload leads to, the ids: those a program may ask for without `read`, too. */
function idsIn(verb: Verb): string {
  const title = verb.charAt(0).toUpperCase() + verb.slice(1);
  const payload = schema.getType(`${title}Payload`);
  if (!isObjectType(payload)) throw new Error(`${verb} has no payload.`);
  const fields = Object.values(payload.getFields()).filter(({ type }) => {
    const named = getNamedType(type);
    return isObjectType(named) && !isListType(getNullableType(type)) && 'id' in named.getFields();
  });
  if (fields.length === 0) return `... on ${payload.name} { __typename }`;
  return `... on ${payload.name} { ${fields.map(({ name }) => `${name} { id }`).join(' ')} }`;
}

test.each(REFUSED)('%s is no scope, and says why', async (verb) => {
  const input = { userId: globalId('User', crm.id), name: 'CRM', scopes: ['read', verb] };
  const body = await mutate(api, admin, 'createApiToken', input);
  const { data } = JSON.parse(body) as { data: { answer: { problems: object[] } } };
  expect(data.answer.problems).toEqual([
    { path: 'scopes.1', message: expect.stringContaining(notForPrograms(verb) ?? '?') },
  ]);
  // Nor does one that had it from an earlier version count for it.
  const program = await tokenWith('read');
  await api.db.prisma.apiToken.updateMany({
    where: { userId: crm.id },
    data: { scopes: ['read', verb] },
  });
  expect(outcomeOf(await mutate(api, program, verb, await inputOf(verb)))).toBe('FORBIDDEN');
});

test('checkLeadConflict and exportLeads are scopes too', async () => {
  const check = '{ checkLeadConflict(input: { companyName: "Hotel Neu", city: "Husum" }) }';
  const download = async ({ token }: ApiUser) =>
    api.app.fetch(
      new Request('http://localhost/exports/leads.csv', {
        method: 'HEAD',
        headers: { authorization: `Bearer ${token}` },
      }),
    );
  const [checks, exports] = [await tokenWith('checkLeadConflict'), await tokenWith('exportLeads')];
  expect(await api.execute(checks, check)).toEqual({ data: { checkLeadConflict: 'FREE' } });
  expect((await api.execute(exports, check)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await download(exports)).status).toBe(200);
  expect((await download(checks)).status).toBe(403);
});

test('a scope gives no sight: mails and tokens stay hidden, and endpoints that see with other eyes', async () => {
  const program = await tokenWith(...SCOPES);
  const lead = leads.get('runJob');
  const emailId = globalId('OutboxEmail', lead?.email ?? '');
  const fields = '... on RetryEmailPayload { email { recipient } }';
  expect(JSON.parse(await mutate(api, program, 'retryEmail', { emailId }, fields))).toMatchObject({
    data: { answer: { email: null } },
  });
  expect(
    await api.query(
      program,
      '{ outboxEmails(first: 1) { edges { node { id } } } apiTokens(first: 1) { edges { node { id } } } auditEntries(first: 1) { edges { node { id } } } }',
    ),
  ).toEqual({
    outboxEmails: { edges: [] },
    apiTokens: { edges: [] },
    auditEntries: { edges: [] },
  });
  const foreign = await insertWebhook(api.db, admin.id, api.clock.now());
  const webhookId = globalId('Webhook', foreign.webhookId);
  for (const verb of GIVEN.filter((name) => /Webhook$/.test(name) && name !== 'createWebhook')) {
    const input = verb === 'replayWebhook' ? { webhookId, after: foreign.cursor } : { webhookId };
    expect([verb, outcomeOf(await mutate(api, program, verb, input))]).toEqual([verb, 'NOT_FOUND']);
  }
  const deliveryId = globalId('WebhookDelivery', foreign.deliveryId);
  expect(outcomeOf(await mutate(api, program, 'retryWebhookDelivery', { deliveryId }))).toBe(
    'NOT_FOUND',
  );
  const input = { userId: globalId('User', admin.id), name: 'X', url: 'https://93.184.215.14/' };
  expect(outcomeOf(await mutate(api, program, 'createWebhook', input))).toBe('FORBIDDEN');
});

test('a token that may not read is told nothing through an endpoint either', async () => {
  const program = await tokenWith('createWebhook', 'replayWebhook');
  const input = await inputOf('replayWebhook');
  expect(await mutate(api, program, 'replayWebhook', input)).toContain('its scopes lack read');
  const created = await mutate(api, program, 'createWebhook', await inputOf('createWebhook'));
  expect(created).toContain('its scopes lack read');
});

test('a program that asked for an extension does not approve it', async () => {
  const program = await tokenWith('read', 'requestExtension', 'decideExtension');
  const input = { leadId: globalId('Lead', leads.get('retryEmail')?.id ?? ''), months: 2 };
  const asked = await mutate(
    api,
    program,
    'requestExtension',
    { ...input, reason: 'Trade fair' },
    '... on RequestExtensionPayload { request: extensionRequest { id requestedBy { name } } }',
  );
  const { data } = JSON.parse(asked) as {
    data: { answer: { request: { id: string; requestedBy: { name: string } } } };
  };
  const { id: requestId, requestedBy } = data.answer.request;
  expect(requestedBy.name).toBe('Owner');
  const decide = (as: ApiUser) => mutate(api, as, 'decideExtension', { requestId, approve: true });
  expect(outcomeOf(await decide(program))).toBe('FORBIDDEN');
  expect(outcomeOf(await decide(admin))).toBe('DONE');
});

test('a follow-up that a program schedules is for the owner', async () => {
  const program = await tokenWith('scheduleFollowUp');
  const lead = leads.get('discardEmail');
  const dueAt = new Date(api.clock.now().getTime() + 3 * 86_400_000);
  const input = { leadId: globalId('Lead', lead?.id ?? newId()), dueAt };
  expect(outcomeOf(await mutate(api, program, 'scheduleFollowUp', input))).toBe('DONE');
  const owner = await api.user('REP', { name: 'Owner' });
  expect(
    await api.db.prisma.reminder.count({
      where: { leadId: lead?.id ?? '', dueAt, recipientId: owner.id },
    }),
  ).toBe(1);
});

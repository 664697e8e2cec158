import {
  type GraphQLArgument,
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../../src/api/schema.js';
import { newId } from '../../../src/platform/db/ids.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { TEST_DATABASE_URL } from '../../support/database.js';
import { type FullLead, insertFullLeads } from '../../support/full-leads.js';
import { insertWebhook } from '../../support/insert-webhook.js';
import { type InputWorld, MINIMAL_INPUTS } from '../../support/minimal-inputs.js';
import { mutate, outcomeOf } from '../../support/mutate.js';
import { outside } from '../../support/outside.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();
let foreign: FullLead;
let foreignImport: string;
let absence: string;
let calendarFeed: string;
let handOver: string;
let scheduledSetting: string;
let jobRun: string;
let receipt: string;
let auditEntry: string;
let apiToken: string;
let webhook: Awaited<ReturnType<typeof insertWebhook>>;
let anna: ApiUser;
/** Neither may see the lead; each has another one with everything. */
const viewers: Record<string, { user: ApiUser; lead: FullLead }> = {};

beforeAll(async () => {
  const { db, clock } = api;
  anna = await api.user('REP', { name: 'Anna', territory: 'NORD' });
  const bert = await api.user('REP', { name: 'Bert', territory: 'NORD' });
  const clara = await api.user('MANAGER', { name: 'Clara', territory: 'SUED' });
  const [of, berts, claras] = await insertFullLeads(db, clock.now(), [
    { ownerId: anna.id, territory: 'NORD', request: true },
    { ownerId: bert.id, territory: 'NORD', request: true },
    { ownerId: clara.id, territory: 'SUED', request: true },
  ]);
  if (!of || !berts || !claras) throw new Error('Leads are missing.');
  foreign = of;
  viewers['another agent'] = { user: bert, lead: berts };
  viewers['the manager of another territory'] = { user: clara, lead: claras };
  [foreignImport, handOver, jobRun, auditEntry] = [newId(), newId(), newId(), newId()];
  absence = newId();
  await db.prisma.absence.create({
    data: {
      id: absence,
      userId: anna.id,
      deputyId: bert.id,
      createdAt: clock.now(),
      startsAt: clock.now(),
      endsAt: new Date(clock.now().getTime() + 86_400_000),
    },
  });
  calendarFeed = newId();
  await db.prisma.calendarFeed.create({
    data: {
      id: calendarFeed,
      userId: anna.id,
      name: 'Phone',
      tokenHash: '0'.repeat(64),
      customerNames: false,
      createdAt: clock.now(),
    },
  });
  scheduledSetting = newId();
  await db.prisma.scheduledSetting.create({
    data: {
      id: scheduledSetting,
      key: 'maxHoldDays',
      value: 30,
      validFrom: new Date(clock.now().getTime() + 1),
      reason: 'As agreed',
      createdById: anna.id,
      createdAt: clock.now(),
    },
  });
  await db.prisma.handOver.create({
    data: { id: handOver, toId: anna.id, total: 1, createdAt: clock.now() },
  });
  await db.prisma.importJob.create({
    data: { id: foreignImport, createdById: anna.id, fileName: 'a.csv', contentHash: 'a' },
  });
  const at = clock.now();
  await db.prisma.jobRun.create({
    data: {
      id: jobRun,
      job: 'import-archival',
      slot: at,
      trigger: 'MANUAL',
      asOf: at,
      startedAt: at,
    },
  });
  receipt = newId();
  await db.prisma.receipt.create({
    data: {
      id: receipt,
      kind: 'LEAD_REGISTERED',
      leadId: foreign.id,
      ownerId: anna.id,
      territory: 'NORD',
      occurredAt: at,
      policyVersion: 1,
      matchingRule: 1,
    },
  });
  const program = await api.user('SERVICE', { name: 'Program' });
  apiToken = (await db.prisma.apiToken.findFirstOrThrow({ where: { userId: program.id } })).id;
  webhook = await insertWebhook(db, anna.id, at);
  await db.prisma.auditEntry.create({
    data: {
      id: auditEntry,
      occurredAt: at,
      action: 'updateLead',
      entity: 'Lead',
      entityId: foreign.id,
      leadId: foreign.id,
    },
  });
});

/** What a type of things has of another agent's lead. */
const FOREIGN_ROWS: Record<string, () => string> = {
  Lead: () => foreign.id,
  Contact: () => foreign.contact,
  Activity: () => foreign.activity,
  Hold: () => foreign.hold,
  Reminder: () => foreign.reminder,
  Sample: () => foreign.sample,
  SampleItem: () => foreign.item,
  ExtensionRequest: () => foreign.request,
  OutboxEmail: () => foreign.email,
  AuditEntry: () => auditEntry,
  ApiToken: () => apiToken,
  Webhook: () => webhook.webhookId,
  WebhookDelivery: () => webhook.deliveryId,
  ImportJob: () => foreignImport,
  HandOver: () => handOver,
  ScheduledSetting: () => scheduledSetting,
  Conflict: () => foreign.conflict,
  LeadMerge: () => foreign.merge,
  Absence: () => absence,
  CalendarFeed: () => calendarFeed,
  Receipt: () => receipt,
  JobRun: () => jobRun,
  User: () => anna.id,
};

/** Types of which somebody here may see what is not theirs. */
const SEEN: Record<string, readonly string[]> = {
  // Colleagues know each other.
  User: ['another agent', 'the manager of another territory'],
  Absence: ['another agent', 'the manager of another territory'],
  // Counts and instants, nothing about leads.
  JobRun: ['the manager of another territory'],
};

const UNKNOWN = newId();

interface Answer {
  readonly body: string;
  readonly statements: readonly string[];
}

/** The answer about an id, with the id blotted out, and what was asked of the database for it. */
async function answer(type: string, id: string, ask: (id: string) => Promise<string>) {
  const statements: string[] = [];
  const stop = api.db.onQuery((sql) => statements.push(sql));
  try {
    // Items of a sample are named by their plain id.
    const asked = type === 'SampleItem' ? id : globalId(type, id);
    // The cursor of the end of the log is another text each time, whatever was asked.
    const body = (await ask(asked)).replace(/"endCursor":"[\w-]{72}"/, '"endCursor":"END"');
    return { body: body.replaceAll(asked, 'ID').replaceAll(id, 'ID'), statements };
  } finally {
    stop();
  }
}

/** Neither what comes back nor the work behind it tells whether the thing exists. */
async function expectSame(type: string, ask: (id: string) => Promise<string>): Promise<Answer> {
  const id = FOREIGN_ROWS[type]?.() ?? expect.fail(`no row of type ${type}`);
  const known = await answer(type, id, ask);
  expect(known).toEqual(await answer(type, UNKNOWN, ask));
  return known;
}

async function execute(as: ApiUser, query: string, variables: object): Promise<string> {
  const response = await api.app.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${as.token}` },
      body: JSON.stringify({ query, variables }),
    }),
  );
  return response.text();
}

const node = schema.getType('Node');
const NODES = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];

describe.each(['another agent', 'the manager of another territory'])('to %s', (name) => {
  const viewer = () => viewers[name] ?? expect.fail(`no viewer called ${name}`);

  test.each(
    NODES,
  )('a foreign %s answers to node and nodes as if it did not exist', async (type) => {
    if (SEEN[type]?.includes(name)) return;
    const { user } = viewer();
    const one = await expectSame(type, (id) =>
      execute(user, 'query ($id: ID!) { node(id: $id) { __typename id } }', { id }),
    );
    expect(JSON.parse(one.body).data).toEqual({ node: null });
    const many = await expectSame(type, (id) =>
      execute(user, 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids: [id] }),
    );
    expect(JSON.parse(many.body).data).toEqual({ nodes: [null] });
  });

  const queryPaths = idPaths('Query').filter(({ field }) => field !== 'node' && field !== 'nodes');
  test.each(queryPaths)('$name takes a foreign id for one that was made up', async (path) => {
    const { user, lead } = viewer();
    await expectSame(typeOf(path), (id) => {
      const variables = put(QUERY_ARGS[path.field]?.(lead) ?? {}, path.keys, id);
      return execute(user, queryDocument(path.field, variables), variables);
    });
  });

  test.each(
    idPaths('Mutation'),
  )('$name takes a foreign id for one that was made up', async (path) => {
    const type = typeOf(path);
    // Who works here is no secret: being told that somebody cannot own leads tells nothing of leads.
    if (type === 'User') return;
    const { user } = viewer();
    const { body } = await expectSame(type, (id) =>
      mutate(api, user, path.field, put(inputFor(path, viewer()), path.keys, id, 'input')),
    );
    expect(outcomeOf(body)).not.toBe('DONE');
  });
});

test('of subscriptions the arguments are those that test/platform/events/told-events.test.ts follows', () => {
  expect(idPaths('Subscription').map(({ name }) => name)).toEqual([
    'events(leadId)',
    'leadChanged(id)',
  ]);
});

test.skipIf(!TEST_DATABASE_URL)(
  'nobody waits for somebody who works on a foreign lead (one connection, as embedded, always waits)',
  async () => {
    const { user } = viewers['another agent'] ?? expect.fail('no viewer');
    await api.db.transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM lead WHERE id = ${foreign.id}::uuid FOR UPDATE`;
      for (const verb of ['releaseLead', 'claimLead', 'logActivity']) {
        const input = inputFor({ field: verb, keys: [] }, viewers['another agent']);
        const about = { ...input, leadId: globalId('Lead', foreign.id) };
        expect(outcomeOf(await outside(() => mutate(api, user, verb, about)))).not.toBe('DONE');
      }
    });
  },
);

interface IdPath {
  /** As it is called in messages. */
  readonly name: string;
  readonly field: string;
  readonly keys: readonly string[];
}

/** Every place among the arguments of a root type that takes an id, however deep. */
function idPaths(root: 'Query' | 'Mutation' | 'Subscription'): IdPath[] {
  const type = schema.getType(root);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields())
    .flatMap((field) =>
      field.args.flatMap((arg) => keysOf(arg).map((keys) => ({ field: field.name, keys }))),
    )
    .map(({ field, keys }) => ({ name: `${field}(${keys.join('.')})`, field, keys }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function keysOf({ name, type }: GraphQLArgument | GraphQLInputField): string[][] {
  const inner = isNonNullType(type) ? type.ofType : type;
  const keys = isListType(inner) ? [name, '0'] : [name];
  const named = getNamedType(type);
  if (named.name === 'ID') return [keys];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    keysOf(field).map((rest) => [...keys, ...rest]),
  );
}

/** What the id at a path is of; a name that is not here has to be added with a row above. */
function typeOf({ field, keys }: IdPath): string {
  const name = keys.filter((key) => key !== '0').at(-1) ?? '';
  if (field === 'lead' && name === 'id') return 'Lead';
  if (field === 'receipt' && name === 'id') return 'Receipt';
  const types: Record<string, string> = {
    leadId: 'Lead',
    leadIds: 'Lead',
    otherLeadId: 'Lead',
    newLeadId: 'Lead',
    conflictId: 'Conflict',
    mergeId: 'LeadMerge',
    askedById: 'User',
    contactId: 'Contact',
    activityId: 'Activity',
    holdId: 'Hold',
    reminderId: 'Reminder',
    sampleId: 'Sample',
    itemId: 'SampleItem',
    requestId: 'ExtensionRequest',
    emailId: 'OutboxEmail',
    apiTokenId: 'ApiToken',
    webhookId: 'Webhook',
    deliveryId: 'WebhookDelivery',
    userId: 'User',
    deputyId: 'User',
    absenceId: 'Absence',
    scheduledSettingId: 'ScheduledSetting',
    calendarFeedId: 'CalendarFeed',
    ownerId: 'User',
    ownerIds: 'User',
    reassignLeadsTo: 'User',
    authorId: 'User',
    recipientId: 'User',
    actorId: 'User',
  };
  return types[name] ?? expect.fail(`nobody said of what ${field}(${keys.join('.')}) is an id`);
}

/** What queries need beside the id. */
const QUERY_ARGS: Record<string, (lead: FullLead) => object> = {
  forecastProtection: (lead) => ({
    leadId: globalId('Lead', lead.id),
    hypothesis: { holdEnds: { endAt: '2026-03-05T09:00:00Z' } },
  }),
};

function inputFor(
  { field, keys }: Pick<IdPath, 'field' | 'keys'>,
  viewer: { user: ApiUser; lead: FullLead } | undefined,
): object {
  const make = MINIMAL_INPUTS[field] ?? expect.fail(`no input for ${field}`);
  const { user, lead } = viewer ?? expect.fail('no viewer');
  const world: InputWorld = {
    programId: anna.id,
    apiTokenId: apiToken,
    ...webhook,
    lead,
    actorId: user.id,
    agentId: anna.id,
    collaboratorId: anna.id,
    now: api.clock.now(),
  };
  const mail = keys.includes('mail') ? { mail: { locale: 'DE' } } : {};
  return { ...make(world), ...mail };
}

/** The object with an id at the path, whose first key may be left out. */
function put(given: object, path: readonly string[], id: string, omit?: string): object {
  const [key, ...rest] = path[0] === omit ? path.slice(1) : path;
  if (key === undefined) return given;
  const inner: unknown = Reflect.get(given, key);
  const value =
    rest.length === 0 ? id : put(typeof inner === 'object' && inner ? inner : {}, rest, id);
  if (key === '0') return [value];
  return { ...given, [key]: value };
}

/** A query of one field with as many variables as it is given, asking for as little as it may. */
function queryDocument(name: string, variables: object): string {
  const field = schema.getQueryType()?.getFields()[name] ?? expect.fail(`no query ${name}`);
  const given = field.args.filter((arg) => arg.name in variables);
  const declared = given.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const type = getNamedType(field.type);
  const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
  const selection = fields.includes('edges')
    ? '{ edges { node { id } } pageInfo { hasNextPage endCursor } }'
    : '{ __typename }';
  return `query (${declared}) { ${name}(${passed}) ${isObjectType(type) ? selection : ''} }`;
}

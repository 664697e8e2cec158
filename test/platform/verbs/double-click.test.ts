import { getNullableType, isInputObjectType } from 'graphql';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { schema } from '../../../src/api/schema.js';
import { DOUBLE_CLICK_MS } from '../../../src/platform/verbs/double-click.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { insertFullLeads } from '../../support/full-leads.js';
import { insertWebhook } from '../../support/insert-webhook.js';
import { MINIMAL_INPUTS } from '../../support/minimal-inputs.js';
import { mutate, outcomeOf } from '../../support/mutate.js';
import { testApi } from '../../support/test-file.js';

/** Those that make something take a key; these make something too, but no key. */
const WITHOUT_KEY = ['addCollaborator', 'issueFeedbackLink', 'rotateWebhookSecret', 'testWebhook'];
const CREATING = Object.values(schema.getMutationType()?.getFields() ?? {})
  .filter(({ name, args }) => {
    const input = args.find(({ name }) => name === 'input');
    const type = input && getNullableType(input.type);
    const key = isInputObjectType(type) ? type.getFields().idempotencyKey : undefined;
    // Of those that make nothing the second one is harmless without a key.
    const takesKey = key?.description?.includes('second click') ?? false;
    return takesKey || WITHOUT_KEY.includes(name);
  })
  .map(({ name }) => name);

/** Their answer holds a secret, so that the second one is refused. */
const SECRET = [
  'createApiToken',
  'createCalendarFeed',
  'createWebhook',
  'rotateWebhookSecret',
  'issueFeedbackLink',
];
/** What can be there twice is made again when the double click is over. */
const MADE_AGAIN = [
  ...['logActivity', 'startHold', 'requestSample', 'addContact', 'testWebhook'],
  ...SECRET,
];

const api = await testApi();
let admin: ApiUser;
let owner: ApiUser;
let others = 0;

beforeAll(async () => {
  admin = await api.user('ADMIN', { name: 'Admin' });
  owner = await api.user('REP', { name: 'Owner' });
});

/** What each request of a verb asks for; the same person asks for their own lead. */
async function request(verb: string): Promise<{ as: ApiUser; input: object }> {
  const input = MINIMAL_INPUTS[verb];
  if (!input) throw new Error(`Nothing to try ${verb} with.`);
  const byAdmin = /^(create|rotate|test|reassign|announce)/.test(verb);
  const now = api.clock.now();
  const [lead] = await insertFullLeads(api.db, now, [
    { ownerId: owner.id, status: verb === 'claimLead' ? 'RELEASED' : 'ACTIVE' },
  ]);
  if (!lead) throw new Error('No lead was made.');
  const agent = await api.user('REP', { name: `Agent${others++}` });
  const program = await api.user('SERVICE', { name: 'Program' });
  // What would be the same request as that of another test.
  const own: Record<string, object> = {
    announceAbsence: {
      userId: globalId('User', agent.id),
      deputyId: globalId('User', owner.id),
    },
    createApiToken: { name: `CRM ${others}` },
    createCalendarFeed: { name: `Phone ${others}` },
  };
  return {
    as: byAdmin ? admin : owner,
    input: {
      ...input({
        lead,
        actorId: owner.id,
        agentId: agent.id,
        collaboratorId: agent.id,
        programId: program.id,
        apiTokenId: '',
        ...(await insertWebhook(api.db, owner.id, now)),
        now,
      }),
      ...own[verb],
    },
  };
}

/** How many rows every table has, but for what is kept of requests. */
async function everything(): Promise<Record<string, number>> {
  const tables = await api.db.query<{ name: string }>(
    `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'
       AND tablename NOT IN ('_prisma_migrations', 'idempotency_key')`,
  );
  const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int FROM "${name}"`);
  const rows = await api.db.query<{ name: string; count: number }>(counts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

async function unfinished(): Promise<number> {
  const { handOver, importJob } = api.db.prisma;
  const handOvers = await handOver.count({ where: { finishedAt: null } });
  return handOvers + (await importJob.count({ where: { finishedAt: null } }));
}

async function madeBy(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await everything();
  await work();
  // Hand-overs and imports go on behind the answer.
  while ((await unfinished()) > 0) {}
  const after = await everything();
  const grown = Object.keys(after).map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]);
  return Object.fromEntries(grown.filter(([, by]) => by !== 0)) as Record<string, number>;
}

const reasonOf = (body: string) =>
  (JSON.parse(body) as { data: { answer: { reason?: string } } }).data.answer.reason;

/** Beyond the double click of the test before. */
beforeEach(() => api.clock.advance({ seconds: 20 }));

test('every mutation that makes something is tried', () => {
  expect(CREATING).toEqual(expect.arrayContaining([...WITHOUT_KEY, ...SECRET, ...MADE_AGAIN]));
  expect(CREATING.length).toBeGreaterThan(15);
});

describe.each(CREATING)('%s', (verb) => {
  const again = SECRET.includes(verb) ? 'JUST_MADE' : undefined;

  test('one after the other makes one thing, tells of it once, and answers the same', async () => {
    const { as, input } = await request(verb);
    const audited = () => api.db.prisma.auditEntry.count({ where: { action: verb } });
    const before = await audited();
    let first = '';
    const made = await madeBy(async () => {
      first = await mutate(api, as, verb, input);
    });
    expect(outcomeOf(first)).toBe('DONE');
    expect(made.audit_entry).toBeGreaterThanOrEqual(1);
    // Of an import the file has one, and so has its lead.
    expect(await audited()).toBe(before + (verb === 'importLeads' ? 2 : 1));
    api.clock.advance({ seconds: 1 });
    let second = '';
    expect(
      await madeBy(async () => {
        second = await mutate(api, as, verb, input);
      }),
    ).toEqual({});
    expect(reasonOf(second)).toBe(again);
    if (!again) expect(second).toBe(first);
  });

  test('at the same moment makes no more than one', async () => {
    const single = await request(verb);
    const made = await madeBy(() => mutate(api, single.as, verb, single.input));
    const { as, input } = await request(verb);
    let bodies: string[] = [];
    expect(
      await madeBy(async () => {
        bodies = await Promise.all([1, 2, 3].map(() => mutate(api, as, verb, input)));
      }),
    ).toEqual(made);
    const reasons = bodies.map(reasonOf).filter((reason) => reason !== undefined);
    expect(reasons).toEqual(again ? [again, again] : []);
  });
});

test.each(MADE_AGAIN)('%s is meant anew when the moment has passed', async (verb) => {
  const { as, input } = await request(verb);
  await mutate(api, as, verb, input);
  api.clock.advance({ seconds: DOUBLE_CLICK_MS / 1000 + 1 });
  expect(outcomeOf(await mutate(api, as, verb, input))).toBe('DONE');
  expect(await api.db.prisma.auditEntry.count({ where: { action: verb } })).toBeGreaterThan(1);
});

test('what somebody else asks for, what says something else, and what has a key of its own is another request', async () => {
  const { input } = await request('logActivity');
  const count = () => api.db.prisma.activity.count({ where: { kind: 'QUALIFIED_CALL' } });
  const before = await count();
  await mutate(api, owner, 'logActivity', input);
  await mutate(api, admin, 'logActivity', input);
  await mutate(api, owner, 'logActivity', { ...input, note: 'Lachs' });
  await mutate(api, owner, 'logActivity', { ...input, idempotencyKey: 'meant' });
  expect(await count()).toBe(before + 4);
});

test('what was undone meanwhile is meant anew', async () => {
  const { input } = await request('addContact');
  const add = async () => {
    const body = await mutate(
      ...([api, owner, 'addContact', input] as const),
      '... on AddContactPayload { contact { id } }',
    );
    return (JSON.parse(body) as { data: { answer: { contact: { id: string } } } }).data.answer
      .contact.id;
  };
  const contactId = await add();
  expect(outcomeOf(await mutate(api, owner, 'removeContact', { contactId }))).toBe('DONE');
  expect(await add()).not.toBe(contactId);
});

test('what the agent may not see any more is not answered again', async () => {
  const { input } = await request('registerLead');
  const register = () =>
    mutate(api, owner, 'registerLead', input, '... on RegisterLeadPayload { lead { id } }');
  const told = await register();
  const { id } = await api.db.prisma.lead.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(told).toContain(globalId('Lead', id));
  const manager = await api.user('MANAGER', { name: 'Manager' });
  const other = await api.user('REP', { name: 'Other' });
  const taken = { leadId: globalId('Lead', id), ownerId: globalId('User', other.id) };
  expect(outcomeOf(await mutate(api, manager, 'reassignLead', taken))).toBe('DONE');
  // Whose the company is now, they are not told.
  expect(outcomeOf(await register())).toBe('CONFLICT');
});

test('a hold that was ended meanwhile is meant anew', async () => {
  const { input } = await request('startHold');
  const start = async () => {
    const body = await mutate(
      api,
      owner,
      'startHold',
      input,
      '... on StartHoldPayload { hold { id } }',
    );
    return (JSON.parse(body) as { data: { answer: { hold: { id: string } } } }).data.answer.hold.id;
  };
  const holdId = await start();
  api.clock.advance({ seconds: 1 });
  expect(outcomeOf(await mutate(api, owner, 'endHold', { holdId }))).toBe('DONE');
  expect(await start()).not.toBe(holdId);
});

test('a refusal says what exists', async () => {
  const { as, input } = await request('createApiToken');
  await mutate(api, as, 'createApiToken', input);
  const { id } = await api.db.prisma.apiToken.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect(await mutate(api, as, 'createApiToken', input)).toContain(globalId('ApiToken', id));
});

test('nothing of the input can be guessed at in what is stored', async () => {
  const { as, input } = await request('addContact');
  await mutate(api, as, 'addContact', { ...input, name: 'Wildgans' });
  const rows = await api.db.prisma.idempotencyKey.findMany({ where: { verb: 'addContact' } });
  expect(JSON.stringify(rows)).not.toContain('Wildgans');
  expect(rows.every(({ key }) => /^[0-9a-f]{64}\.\d{13}$/.test(key))).toBe(true);
});

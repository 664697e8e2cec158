import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { schema } from '../../../src/api/schema.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { type FullLead, insertFullLeads } from '../../support/full-leads.js';
import { insertWebhook } from '../../support/insert-webhook.js';
import { MINIMAL_INPUTS } from '../../support/minimal-inputs.js';
import { mutate } from '../../support/mutate.js';
import { testApi } from '../../support/test-file.js';

const MUTATIONS = Object.values(schema.getMutationType()?.getFields() ?? {});

const api = await testApi();
let admin: ApiUser;
let rep: ApiUser;
let lead: FullLead;

beforeAll(async () => {
  admin = await api.user('ADMIN', { name: 'Admin' });
  rep = await api.user('REP', { name: 'Rep' });
  const [made] = await insertFullLeads(api.db, api.clock.now(), [
    { ownerId: rep.id, actorId: admin.id },
  ]);
  lead = made as FullLead;
});

const HOUR_MS = 3_600_000;
const fromNow = (hours: number) => new Date(api.clock.now().getTime() + hours * HOUR_MS);

/** Values that are wrong in a way of their own, by the name of the field. */
const WRONG: Record<string, () => unknown> = {
  email: () => 'nobody at all',
  phone: () => '+49 1',
  website: () => 'no page',
  country: () => 'Germany',
  currency: () => 'Euro',
  url: () => 'no address',
  estimatedVolume: () => '-1',
  months: () => 0,
  overlapHours: () => -1,
  expectedVersion: () => -1,
  key: () => 'nonsense',
  scopes: () => ['write'],
  types: () => [],
  dueAt: () => fromNow(-1),
  until: () => fromNow(-1),
  expectedShipAt: () => fromNow(-1),
  endsAt: () => fromNow(-1),
  endAt: () => new Date('2150-01-01'),
  startAt: () => new Date('1980-01-01'),
  startsAt: () => new Date('1980-01-01'),
  expiresAt: () => fromNow(-1),
  performedAt: () => fromNow(1),
  registeredAt: () => fromNow(1),
  at: () => fromNow(1),
  companyName: () => ' ',
  city: () => ' ',
  name: () => 'n'.repeat(201),
  idempotencyKey: () => '',
};

/** Wrong for whatever takes it, by its type; undefined if everything of the type is right. */
function wrongFor(type: GraphQLInputType, right: unknown): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const one = wrongFor(bare.ofType, Array.isArray(right) ? right[0] : undefined);
    return one === undefined ? undefined : [one];
  }
  const { name } = getNamedType(bare);
  if (name === 'ID') return 'no id';
  if (name === 'String') return 'ä'.repeat(30_000);
  // An instant of no lead, and half a character.
  if (name === 'DateTime') return '1950-01-01T00:00:00Z';
  if (name === 'Cursor') return 'x'.repeat(2_000);
  if (isInputObjectType(bare)) return wrongFields(bare, right);
  return undefined;
}

function wrongFields(type: GraphQLInputObjectType, right: unknown = {}): object {
  const entries = Object.values(type.getFields()).flatMap(
    ({ name, type: of }): [string, unknown][] => {
      const value = wrongFor(of, Reflect.get(right as object, name));
      if (value !== undefined) return [[name, value]];
      // What has to be there.
      if (!isNonNullType(of)) return [];
      if (getNamedType(of).name === 'Int') return [[name, 1]];
      return isEnumType(of.ofType) ? [[name, of.ofType.getValues()[0]?.name]] : [];
    },
  );
  return { ...(right as object), ...(Object.fromEntries(entries) as object) };
}

async function problemsOf(name: string, input: object): Promise<string[]> {
  const body = await mutate(api, admin, name, input);
  const { data, errors } = JSON.parse(body) as {
    data?: { answer: { problems?: { path: string }[] } };
    errors?: object[];
  };
  expect([name, errors]).toEqual([name, undefined]);
  return (data?.answer.problems ?? []).map(({ path }) => path);
}

async function minimal(name: string): Promise<object> {
  const input = MINIMAL_INPUTS[name];
  if (!input) throw new Error(`Nothing to try ${name} with.`);
  const { id: programId } = await api.user('SERVICE', { name: 'Program' });
  const token = await api.db.prisma.apiToken.findFirstOrThrow({ where: { userId: programId } });
  return input({
    lead,
    actorId: rep.id,
    agentId: rep.id,
    collaboratorId: rep.id,
    programId,
    apiTokenId: token.id,
    ...(await insertWebhook(api.db, rep.id, api.clock.now())),
    now: api.clock.now(),
  });
}

const inputTypeOf = (mutation: (typeof MUTATIONS)[number]) =>
  getNullableType(
    mutation.args.find(({ name }) => name === 'input')?.type,
  ) as GraphQLInputObjectType;

test.each(
  MUTATIONS.map((mutation) => [mutation.name, mutation] as const),
)('%s tells at once whatever it would tell one by one', async (name, mutation) => {
  const right = await minimal(name);
  const fields = Object.values(inputTypeOf(mutation).getFields());
  const faults = fields.flatMap(({ name: field, type }) =>
    [WRONG[field]?.(), wrongFor(type, Reflect.get(right, field))]
      .filter((value) => value !== undefined)
      .map((value) => ({ field, value })),
  );
  // Each alone: what is told of it. Those that only something else makes wrong are told nothing of here.
  const alone = new Map<string, { value: unknown; paths: string[] }>();
  for (const { field, value } of faults) {
    if (alone.has(field)) continue;
    const paths = await problemsOf(name, { ...right, [field]: value });
    if (paths.length > 0) alone.set(field, { value, paths });
  }
  const ids = fields.filter(({ type }) => getNamedType(type).name === 'ID');
  expect([...alone.keys()]).toEqual(expect.arrayContaining(ids.map((field) => field.name)));
  const all = Object.fromEntries([...alone].map(([field, { value }]) => [field, value]));
  const together = await problemsOf(name, { ...right, ...all });
  const wanted = [...alone.values()].flatMap(({ paths }) => paths);
  expect([...new Set(together)].sort()).toEqual([...new Set(wanted)].sort());
  // Each place once.
  expect(together).toHaveLength(new Set(together).size);
});

test('rules between fields are told beside what is wrong with a field in itself', async () => {
  const company = { companyName: 'Hotel Neu', city: 'Ulm' };
  expect(
    (
      await problemsOf('registerLead', {
        ...company,
        ownerId: 'no id',
        stage: 'QUALIFIED',
        registeredAt: fromNow(-24),
        website: 'no page',
        tags: [' '],
        contacts: [{ email: 'nobody' }, {}],
      })
    ).sort(),
  ).toEqual([
    'backdateReason',
    'contacts.0.email',
    'contacts.1.name',
    'ownerId',
    'tags.0',
    'vatId',
    'website',
  ]);
  const leadId = globalId('Lead', lead.id);
  expect(
    (await problemsOf('startHold', { leadId: 'x', reason: 'OTHER', endAt: fromNow(-1) })).sort(),
  ).toEqual(['endAt', 'leadId', 'text']);
  expect(
    (
      await problemsOf('addContact', { leadId, email: 'x', phone: '+49 1', role: 'r'.repeat(101) })
    ).sort(),
  ).toEqual(['email', 'phone', 'role']);
  expect(
    (
      await problemsOf('transitionSample', {
        sampleId: 'x',
        to: 'LOST',
        trackingCode: 'A',
        at: fromNow(1),
      })
    ).sort(),
  ).toEqual(['at', 'sampleId', 'trackingCode']);
  expect((await problemsOf('reassignLeads', { ownerId: 'x' })).sort()).toEqual([
    'filter',
    'ownerId',
  ]);
  expect((await problemsOf('exportDataSubject', { country: 'Germany' })).sort()).toEqual([
    'country',
    'email',
  ]);
});

test('nothing is done with what is wrong, and the same variable is judged wherever it stands', async () => {
  const leads = await api.db.prisma.lead.count();
  const { data } = (await api.execute(
    rep,
    `mutation ($id: ID!, $note: String!) {
      one: logActivity(input: { leadId: $id, kind: NOTE, note: $note }) { ... on ValidationError { problems { path } } }
      two: startHold(input: { leadId: $id, reason: OTHER, text: $note }) { ... on ValidationError { problems { path } } }
    }`,
    { id: 'no id', note: 'ä'.repeat(30_000) },
  )) as { data: Record<string, { problems: { path: string }[] }> };
  expect(data.one?.problems.map(({ path }) => path)).toEqual(['note', 'leadId']);
  expect(data.two?.problems.map(({ path }) => path)).toEqual(['text', 'leadId']);
  expect(await api.db.prisma.lead.count()).toBe(leads);
});

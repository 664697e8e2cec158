import { connect } from 'node:net';
import { getNamedType, isListType, isNonNullType } from 'graphql';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { formatToken } from '../../src/features/api-tokens/api-token.js';
import { newId } from '../../src/platform/db/ids.js';
import { newSecret, secretHash } from '../../src/platform/keys/secret.js';
import { type ApiUser, globalId } from '../support/api.js';
import {
  operationFor,
  type RootField,
  rootFields,
  type Spoil,
  spoiltArgs,
} from '../support/input-places.js';
import { testApi } from '../support/test-file.js';
import { webSocketClient } from '../support/web-socket.js';

const api = await testApi({ started: true });
let url: string;
let admin: ApiUser;
/** Has no scope `read`. */
let writer: ApiUser;

beforeAll(async () => {
  url = api.app.url ?? '';
  admin = await api.user('ADMIN', { name: 'Eva' });
  const program = await api.user('SERVICE', { name: 'CRM' });
  const [id, secret] = [newId(), newSecret()];
  await api.db.prisma.apiToken.create({
    data: {
      id,
      userId: program.id,
      name: 'Writes only',
      secretHash: secretHash(secret),
      scopes: ['registerLead'],
      createdAt: api.clock.now(),
      expiresAt: new Date(api.clock.now().getTime() + 86_400_000),
    },
  });
  writer = { ...program, token: formatToken({ id, secret }) };
});
// Nothing of it is a surprise to the server.
afterEach(() => expect(api.logged).toEqual([]));

interface Told {
  message: string;
  extensions?: { code?: string; problems?: { path: string; message: string }[] };
}
interface Answer {
  status: number | null;
  errors: Told[] | undefined;
  data?: { answer?: { problems?: { path: string; message: string }[] } } | null | undefined;
}

type Ask = (as: ApiUser, query: string, variables: object) => Promise<Answer>;

const overHttp =
  (accept: string): Ask =>
  async (as, query, variables) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json', authorization: `Bearer ${as.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const json = accept === 'text/event-stream' ? /^data: (.+)$/m.exec(text)?.[1] : text;
    return { status: response.status, ...JSON.parse(json ?? '{}') };
  };

const overSocket: Ask = async (as, query, variables) => {
  const client = webSocketClient(url, as.token);
  try {
    const { value } = await client.iterate({ query, variables: { ...variables } }).next();
    return { status: null, errors: value?.errors as never, data: value?.data as never };
  } catch (errors) {
    return { status: null, errors: errors as Told[] };
  } finally {
    await client.dispose();
  }
};

const TRANSPORTS: [string, Ask][] = [
  ['HTTP', overHttp('application/graphql-response+json')],
  ['SSE', overHttp('text/event-stream')],
  ['WebSocket', overSocket],
];

const text =
  (value: string): Spoil =>
  (_place, limit) =>
    limit?.maxLength == null ? undefined : value;

/** What is sent in every place where it can be. */
const HOSTILE: [string, Spoil, string][] = [
  ['the character NUL', text('a\0b'), 'has the character U+0000 at 1, which no text may have'],
  [
    'half a character',
    text('a\ud800'),
    'has half a character (U+D800) at 1, allowed are whole ones',
  ],
  [
    'a text that is too long',
    (_place, limit) => (limit?.maxLength == null ? undefined : 'x'.repeat(limit.maxLength + 1)),
    'is too long, allowed are up to',
  ],
  [
    'a list that is too long',
    (place, limit) => {
      if (limit?.maxItems == null) return undefined;
      const list = isNonNullType(place.type) ? place.type.ofType : place.type;
      const type = getNamedType(place.type);
      if (!isListType(list)) return undefined;
      const entry =
        'getValues' in type ? type.getValues()[0]?.name : 'getFields' in type ? null : 'x';
      return entry === null ? undefined : Array(limit.maxItems + 1).fill(entry);
    },
    'entries, allowed are up to',
  ],
];

/** Mutations return what is wrong, all else fails with it. */
function problemsOf({ errors, data }: Answer): { path: string; message: string }[] {
  if (data?.answer?.problems) return data.answer.problems;
  return errors?.flatMap(({ extensions }) => extensions?.problems ?? []) ?? [];
}

describe.each(HOSTILE)('%s', (_what, spoil, message) => {
  test.each(TRANSPORTS)('is refused by name in every place over %s', async (transport, ask) => {
    const roots = rootFields().filter(({ operation, field }) => {
      // A file comes another way; what is no subscription has nothing to stream.
      return (
        !['importLeads', 'previewImport'].includes(field.name) &&
        (transport !== 'SSE' || operation === 'subscription')
      );
    });
    let places = 0;
    for (const root of roots) {
      const { args, paths } = spoiltArgs(root.field, spoil);
      if (paths.length === 0) continue;
      places += paths.length;
      const answer = await ask(admin, operationFor(root), args);
      const where = `${root.field.name} over ${transport}`;
      // What else is wrong, or missing beside them, is told too.
      const problems = problemsOf(answer).filter(({ path }) => paths.includes(path));
      expect(problems.map(({ path }) => path).sort(), where).toEqual(paths.sort());
      for (const problem of problems) expect(problem.message, where).toContain(message);
      if (root.operation !== 'mutation' && answer.status !== null) {
        // What may be null is, and the rest of the answer counts.
        expect(answer.status, where).toBe(answer.data == null ? 400 : 200);
      }
    }
    if (transport !== 'SSE') expect(places).toBeGreaterThan(10);
  });
});

describe.each([
  ['the year 0', '0000-01-01T00:00:00Z'],
  ['the year 24', '0024-01-01T00:00:00Z'],
  ['a year of five digits, by its offset', '9999-12-31T23:59:59-14:00'],
  ['a day that is none', '2026-02-30T00:00:00Z'],
  ['100,000 letters', 'x'.repeat(100_000)],
])('an instant that is %s', (_what, instant) => {
  test.each(
    TRANSPORTS.filter(([name]) => name !== 'SSE'),
  )('is refused over %s', async (_name, ask) => {
    const spoil: Spoil = (place) =>
      getNamedType(place.type).name === 'DateTime' ? instant : undefined;
    for (const root of rootFields()) {
      const { args, paths } = spoiltArgs(root.field, spoil);
      if (paths.length === 0) continue;
      const { status, errors } = await ask(admin, operationFor(root), args);
      expect(
        errors?.map(({ extensions }) => extensions?.code),
        root.field.name,
      ).toEqual(paths.map(() => 'BAD_USER_INPUT'));
      if (status !== null) expect(status).toBe(400);
    }
  });
});

const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe.each([
  ['nonsense', 'x'],
  ['JSON of another shape', cursor()],
  ['deep JSON', Buffer.from('['.repeat(400)).toString('base64url')],
  ['of no row', cursor('registeredAt desc', '2026-01-01T00:00:00.000Z', 'nonsense')],
  ['of NUL', cursor('registeredAt desc', '2026-01-01T00:00:00.000Z', 'a\0')],
  ['of no instant', cursor('registeredAt desc', 'nonsense', newId())],
  ['of a number for an instant', cursor('registeredAt desc', 5, newId())],
  ['of the year 0', cursor('registeredAt desc', '0000-01-01T00:00:00.000Z', newId())],
  ['of null where there is none', cursor('registeredAt desc', null, newId())],
])('a cursor %s', (_what, after) => {
  const isPaged = ({ operation, field }: RootField) =>
    operation === 'query' && field.args.some(({ name }) => name === 'after');

  test('is refused by name by every connection', async () => {
    const paged = rootFields().filter(isPaged);
    expect(paged.length).toBeGreaterThan(10);
    const ask = overHttp('application/graphql-response+json');
    for (const root of paged) {
      const { status, errors } = await ask(admin, operationFor(root), { after });
      expect([root.field.name, status, errors?.[0]?.extensions?.problems]).toEqual([
        root.field.name,
        400,
        [{ path: 'after', message: expect.stringContaining('is no cursor') }],
      ]);
    }
  });
});

test.each([
  ['a line that is no whole number', 1.5],
  ['a line that no file has', 2 ** 40],
])('a cursor of %s is refused by the report of an import', async (_what, line) => {
  const job = newId();
  await api.db.prisma.importJob.create({
    data: {
      id: job,
      createdById: admin.id,
      fileName: 'leads.csv',
      contentHash: job,
      options: {},
      createdAt: api.clock.now(),
    },
  });
  const query =
    'query ($id: ID!, $after: String) { node(id: $id) { ... on ImportJob { rows(after: $after) { edges { cursor } } } } }';
  const variables = { id: globalId('ImportJob', job), after: cursor('line asc', line, newId()) };
  const { errors } = await api.execute(admin, query, variables);
  expect(errors).toMatchObject([{ extensions: { code: 'VALIDATION' } }]);
});

describe.each(TRANSPORTS)('over %s', (transport, ask) => {
  test.each([
    [
      'a lead that is none',
      () => admin,
      `subscription { leadChanged(id: "${globalId('Lead', newId())}") { cursor } }`,
      'NOT_FOUND',
      404,
    ],
    [
      'a token without the scope `read`',
      () => writer,
      'subscription { events { cursor } }',
      'FORBIDDEN',
      403,
    ],
    [
      'a cursor that is none',
      () => admin,
      'subscription { events(after: "x") { cursor } }',
      'VALIDATION',
      400,
    ],
    [
      'a variable that does not fit',
      () => admin,
      'subscription ($id: ID!) { leadChanged(id: $id) { cursor } }',
      'BAD_USER_INPUT',
      400,
    ],
    ['a field that is none', () => admin, 'subscription { nonsense }', undefined, 400],
  ])('%s is a refusal by name and no failure', async (_what, as, query, code, status) => {
    const answer = await ask(as(), query, {});
    expect(answer.errors).toHaveLength(1);
    if (code) expect(answer.errors?.[0]?.extensions?.code).toBe(code);
    if (transport !== 'WebSocket') expect(answer.status).toBe(status);
  });
});

/** Sends bytes and reads until the connection ends. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('utf8').on('data', (piece) => {
      answer += piece;
    });
    socket.once('error', reject).once('close', () => resolve(answer));
    socket.write(bytes);
  });
}

test.each([
  ['a space', 'GET /graphql', 'a b'],
  ['a port that is none', 'GET /graphql', 'x:99999'],
  ['half an address', 'GET /graphql', '['],
  ['a path', 'GET /graphql', 'a/b'],
  ['a user', 'GET /graphql', 'a@b'],
  ['a percent sign', 'GET /health/live', '%'],
  ['markup', 'POST /graphql', 'x<script>'],
  ['another host in its target', 'GET //evil.example/graphql', 'localhost'],
  ['no path in its target', 'GET http://[/', 'localhost'],
])('a request with %s is answered with 400 and no stack', async (_what, line, host) => {
  const answer = await raw(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 400 /);
  expect(JSON.parse(body)).toEqual({
    errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }],
  });
  expect(answer).not.toMatch(/node_modules|\bat /);
});

describe('a request that is none of GraphQL', () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };
  const query = JSON.stringify({ query: '{ __typename }' });

  test.each([
    ['a map that is no object of lists', form({ operations: query, map: '{"0":5}' })],
    ['a map of no paths', form({ operations: query, map: '{"0":[5]}' })],
    ['operations that are null', form({ operations: 'null', map: '{"0":["a.b"]}' })],
    ['no operations', form({ map: '{}' })],
    ['a map that is no JSON', form({ operations: query, map: '{' })],
    ['JSON that ends early', '{"query":'],
    ['a number', '5'],
    ['null', 'null'],
    ['no document', '{}'],
    ['a document that is a number', '{"query":5}'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[1]}'],
  ])('for %s is a 4xx', async (_what, body) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${admin.token}`,
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      },
      body,
    });
    expect([response.status, await response.json()]).toEqual([
      400,
      { errors: [expect.objectContaining({ message: expect.any(String) })] },
    ]);
  });

  test('for variables in an address that are no JSON is a 4xx', async () => {
    const response = await fetch(`${url}/graphql?query={__typename}&variables=nonsense`, {
      headers: { accept: 'application/graphql-response+json' },
    });
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('BAD_REQUEST'),
    ]);
  });
});

test('an export refuses by name what the query does', async () => {
  for (const city of ['a\0b', 'x'.repeat(101)]) {
    const filter = encodeURIComponent(JSON.stringify({ city }));
    const { status } = await fetch(`${url}/exports/leads.csv?filter=${filter}`, {
      headers: { authorization: `Bearer ${admin.token}` },
    });
    expect(status).toBe(400);
  }
});

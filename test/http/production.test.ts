import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiUser, openTestApi, type TestApi } from '../support/api.js';
import { webSocketClient } from '../support/web-socket.js';

let api: TestApi;
let anna: ApiUser;

beforeAll(async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  api = await openTestApi({
    started: true,
    env: {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://leads.example.com',
      CORS_ORIGINS: 'https://app.example.com',
      JWT_PRIVATE_KEY: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    },
  });
  anna = await api.user('REP', { name: 'Anna' });
});

afterAll(() => api[Symbol.asyncDispose]());

function send(init: RequestInit & { path?: string }): Promise<Response> {
  return api.app.fetch(new Request(`http://localhost${init.path ?? '/graphql'}`, init));
}

function sendJson(query: string, headers: Record<string, string> = {}): Promise<Response> {
  return send({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
}

describe('the schema is closed', () => {
  const asked = [
    '{ __schema { types { name } } }',
    '{ __type(name: "Lead") { name } }',
    '{ ...F } fragment F on Query { s: __schema { types { name } } }',
  ];

  test.each(asked)('to %s, over WebSocket as well', async (query) => {
    const closed = { message: expect.stringContaining('GraphQL introspection has been disabled') };
    expect((await api.execute(anna, query)).errors?.[0]).toMatchObject(closed);
    const client = webSocketClient(api.app.url ?? '', anna.token);
    await expect(client.iterate({ query }).next()).rejects.toContainEqual(
      expect.objectContaining(closed),
    );
    await client.dispose();
  });

  test.each([
    ['{ leeds { edges { cursor } } }', 'Cannot query field "leeds" on type "Query".'],
    ['{ me { nam } }', 'Cannot query field "nam" on type "User".'],
    [
      '{ leads(frist: 1) { edges { cursor } } }',
      'Unknown argument "frist" on field "Query.leads".',
    ],
    ['{ me }', 'Field "me" of type "User" must have a selection of subfields.'],
  ])('nothing is suggested for %s', async (query, message) => {
    const { errors } = await api.execute(anna, query);
    expect(errors?.[0]?.message).toBe(message);
  });

  test('nor for what variables say', async () => {
    const query =
      'query ($status: [LeadStatus!]) { leads(filter: { status: $status }) { edges { cursor } } }';
    const { errors } = await api.execute(anna, query, { status: ['ACTIVES'] });
    expect(errors?.[0]?.message).toMatch(/does not exist in "LeadStatus" enum\.$/);
  });

  test('and there is no playground', async () => {
    const response = await send({ headers: { accept: 'text/html' } });
    expect(await response.text()).not.toContain('<html');
    expect(response.status).not.toBe(200);
  });
});

test('the root is a page that says where the API is, and no token is to be had', async () => {
  const root = await send({ path: '/', headers: { accept: 'text/html' } });
  expect(root.status).toBe(200);
  expect(await root.text()).toContain('<a href="/graphql">/graphql</a>');
  expect((await send({ path: '/playground/token' })).status).toBe(404);
});

const ORDER = '00000000-0000-4000-8000-000000000066';

test('an unexpected error tells no more than its request id, which the answer carries too', async () => {
  await api.db.prisma.$executeRaw`ALTER TABLE activity RENAME COLUMN kind TO kind_`;
  try {
    const response = await sendJson('{ activities { edges { node { kind } } } }', {
      authorization: `Bearer ${anna.token}`,
      'x-request-id': ORDER,
    });
    const { errors } = (await response.json()) as { errors: object[] };
    expect(errors).toEqual([
      {
        message: `Something went wrong here. Please quote request ${ORDER}.`,
        path: ['activities'],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: ORDER },
      },
    ]);
    expect(response.headers.get('x-request-id')).toBe(ORDER);
  } finally {
    await api.db.prisma.$executeRaw`ALTER TABLE activity RENAME COLUMN kind_ TO kind`;
  }
});

test.each([
  ['{"level":50,"msg":"forged"}', false],
  ['a b', false],
  ['erika.mustermann', false],
  ['0221123456', false],
  ['4111111111111111', false],
  ['01890000-0000-7000-8000-00000000000A', true],
  ['4bf92f3577b34da6a3ce929d0e0e4736', true],
  ['01ARZ3NDEKTSV4RRFFQ69G5FAV', true],
])('the request id %s is taken over only if it can be no name or number', async (id, harmless) => {
  const response = await sendJson('{ __typename }', { 'x-request-id': id });
  const answered = response.headers.get('x-request-id') ?? '';
  expect(answered).toMatch(/^[\w.-]{1,64}$/);
  expect(answered === id).toBe(harmless);
});

describe('what another site could send is refused', () => {
  const query = '{ __typename }';
  const form = new URLSearchParams({ query });
  const multipart = new FormData();
  multipart.set('operations', JSON.stringify({ query }));

  test.each<[string, RequestInit & { path?: string }, number]>([
    ['GET', { path: `/graphql?query=${query}` }, 403],
    ['a slash more', { path: `/graphql/?query=${query}` }, 403],
    ['a path that only ends like it', { path: `/x?y=1&query=${query}&z=/graphql` }, 404],
    ['a form', { method: 'POST', body: form }, 403],
    ['an upload', { method: 'POST', body: multipart }, 403],
    ['text', { method: 'POST', body: JSON.stringify({ query }) }, 403],
    ['a form with a password of the browser', formWith('Basic YTpi'), 403],
    ['a form with a token', formWith('Bearer x'), 200],
    [
      'GET with a header that needs a preflight',
      { path: `/graphql?query=${query}`, headers: { 'graphql-require-preflight': '1' } },
      200,
    ],
    ['JSON', { method: 'POST', body: JSON.stringify({ query }), headers: json() }, 200],
  ])('%s', async (_what, init, status) => {
    expect((await send(init)).status).toBe(status);
  });

  function formWith(authorization: string): RequestInit {
    return { method: 'POST', body: form, headers: { authorization } };
  }
  function json() {
    return { 'content-type': 'application/json' };
  }
});

describe('pages of other origins', () => {
  const preflight = (origin: string) =>
    send({
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });
  const allowOrigin = 'access-control-allow-origin';

  test.each([
    'https://app.example.com',
    'https://leads.example.com',
  ])('%s may ask and read, without credentials', async (origin) => {
    const asked = await preflight(origin);
    expect(asked.status).toBe(204);
    expect(asked.headers.get(allowOrigin)).toBe(origin);
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
    const { headers } = await sendJson('{ __typename }', { origin });
    expect(headers.get(allowOrigin)).toBe(origin);
    expect(headers.get('vary')).toContain('Origin');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  test.each([
    'https://evil.example.com',
    'null',
    'https://app.example.com.evil.com',
  ])('%s may not', async (origin) => {
    const asked = await preflight(origin);
    expect([asked.status, asked.headers.get(allowOrigin)]).toEqual([403, null]);
    const { headers } = await sendJson('{ __typename }', { origin });
    expect(headers.get(allowOrigin)).toBeNull();
  });
});

test.each([
  '/',
  '/health/live',
  '/graphql',
  '/nowhere',
])('the answer to %s has the headers that keep browsers in check', async (path) => {
  const { headers } = await send({ path, redirect: 'manual' });
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'x-request-id': expect.stringMatching(/^[\w.-]+$/),
  });
});

import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ApiUser } from '../support/api.js';
import { testApi } from '../support/test-file.js';

const api = await testApi();
let anna: ApiUser;

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  api.app.fetch(new Request(`http://localhost${path}`, { headers, redirect: 'manual' }));

describe('health', () => {
  test('it is live and, with a database, ready', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'live' });
    expect(await (await get('/health/ready')).json()).toEqual({ status: 'ready' });
  });
});

test('the root leads to the playground', async () => {
  const response = await get('/');
  expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
});

test('the playground comes whole from here, with worked examples', async () => {
  const response = await get('/graphql', { accept: 'text/html' });
  const html = await response.text();
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(html).toContain('LeadsByDeadline');
  expect(html).toContain('mutation LogActivity');
  expect(html).toContain('subscription Live');
  expect(html).not.toMatch(/<(?:script|link)[^>]+(?:src|href)="https?:/);
});

test('the playground travels packed, and once: then its tag is enough', async () => {
  const accept = { accept: 'text/html' };
  const plain = await get('/graphql', accept);
  const html = await plain.text();
  const packed = await get('/graphql', { ...accept, 'accept-encoding': 'gzip, br' });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  const bytes = Buffer.from(await packed.arrayBuffer());
  expect(bytes.length).toBeLessThan(html.length / 3);
  expect(gunzipSync(bytes).toString()).toBe(html);
  const etag = packed.headers.get('etag') ?? '';
  const again = await get('/graphql', { ...accept, 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await get('/graphql', { ...accept, 'if-none-match': '"old"' })).status).toBe(200);
});

test('longer answers travel packed to who takes that, short ones as they are', async () => {
  const ask = (query: string, encoding: string) =>
    api.app.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-encoding': encoding },
        body: JSON.stringify({ query }),
      }),
    );
  const names = '{ __schema { types { name } } }';
  const plain = await ask(names, 'identity');
  expect(plain.headers.get('content-encoding')).toBeNull();
  const packed = await ask(names, 'gzip');
  expect([packed.status, packed.headers.get('content-encoding')]).toEqual([200, 'gzip']);
  expect(packed.headers.get('vary')).toContain('Accept-Encoding');
  expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(await plain.text());
  const short = await ask('{ __typename }', 'gzip');
  expect(short.headers.get('content-encoding')).toBeNull();
  expect(await short.json()).toMatchObject({ data: { __typename: 'Query' } });
});

describe('beside GraphQL', () => {
  test('a path that leads nowhere is a problem for programs and a page for people', async () => {
    const response = await get('/nowhere');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect([response.status, await response.json()]).toEqual([
      404,
      {
        type: 'about:blank',
        title: 'Not Found',
        status: 404,
        detail: 'There is nothing at "/nowhere"; the API is at /graphql.',
        code: 'NOT_FOUND',
      },
    ]);
    const page = await get('/nowhere', { accept: 'text/html' });
    expect([page.status, page.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    expect(await page.text()).toContain('There is nothing here');
  });

  test('a method that a path does not take is named', async () => {
    const response = await api.app.fetch(
      new Request('http://localhost/health/live', { method: 'DELETE' }),
    );
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await response.json()).toMatchObject({
      detail: '/health/live takes GET, HEAD, not DELETE.',
    });
  });

  test('the sign for the tab of a browser is kept for a day', async () => {
    const response = await get('/favicon.ico');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
  });

  test('no token is offered to a playground but in the demo', async () => {
    const response = await get('/playground/token');
    expect([response.status, await response.text()]).toEqual([204, '']);
  });
});

describe('signing in', () => {
  const ME = '{ me { name role } }';

  test('a token says who acts', async () => {
    expect(await api.query(anna, ME)).toEqual({ me: { name: 'Anna', role: 'REP' } });
  });

  test('without one nothing is told but the schema', async () => {
    expect(await api.execute(null, '{ __schema { queryType { name } } }')).toEqual({
      data: { __schema: { queryType: { name: 'Query' } } },
    });
    expect(
      await api.execute(null, `{ ...F } fragment F on Query { __typename me { name } }`),
    ).toEqual({
      errors: [
        {
          message: 'Send a token: Authorization: Bearer <token>',
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    });
  });

  test.each([
    ['no Bearer', 'Basic abc', 'The Authorization header is not of the form "Bearer <token>".'],
    ['no JWT', 'Bearer abc', 'The token does not count: it is malformed or not for here.'],
  ])('%s is refused', async (_what, authorization, message) => {
    const response = await api.app.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query: ME }),
      }),
    );
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  test('a token that has expired or is for nobody is refused', async () => {
    const { issuer } = api.app;
    const now = api.clock.now();
    const expired = (await issuer?.sign(anna.email, now, -1000)) ?? '';
    const stranger = (await issuer?.sign('eve@example.com', now)) ?? '';
    const gone = await api.user('REP', { name: 'Gone', active: false });
    const messageFor = async (token: string) =>
      (await api.execute({ ...anna, token }, ME)).errors?.[0]?.message;
    expect(await messageFor(expired)).toBe('The token has expired; sign in again.');
    expect(await messageFor(stranger)).toBe('The token is for nobody who may sign in here.');
    expect(await messageFor(gone.token)).toBe('The token is for nobody who may sign in here.');
  });
});

test('an unexpected error is masked and stands in the log under its request id', async () => {
  await api.db.prisma.$executeRaw`ALTER TABLE activity RENAME COLUMN kind TO kind_`;
  try {
    const result = await api.execute(anna, '{ activities { edges { node { kind } } } }');
    const [error] = result.errors ?? [];
    const requestId = error?.extensions?.requestId;
    expect(error?.message).toBe(`Something went wrong here. Please quote request ${requestId}.`);
    expect(api.logged.some((line) => line.includes(String(requestId)))).toBe(true);
  } finally {
    await api.db.prisma.$executeRaw`ALTER TABLE activity RENAME COLUMN kind_ TO kind`;
  }
});

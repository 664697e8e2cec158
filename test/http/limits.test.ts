import { request } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { Client } from 'graphql-ws';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { limitSubscriptions } from '../../src/api/kit/limit-subscriptions.js';
import { createLiveSessions } from '../../src/features/sign-in/live-sessions.js';
import { createHttpServer } from '../../src/http/server.js';
import type { Yoga } from '../../src/http/yoga.js';
import { createMemoryLimiter } from '../../src/platform/limits/limiter-memory.js';
import { createThrottle } from '../../src/platform/limits/throttle.js';
import { createLog } from '../../src/platform/ops/log.js';
import { parseConfig } from '../../src/run/config.js';
import { type ApiUser, openTestApi } from '../support/api.js';
import { testApi } from '../support/test-file.js';
import { openingStatus, webSocketClient } from '../support/web-socket.js';

const api = await testApi({
  started: true,
  env: {
    // Tests stand at addresses of their own.
    TRUST_PROXY: '1',
    MAX_QUERY_DEPTH: '5',
    MAX_QUERY_ALIASES: '3',
    MAX_QUERY_DIRECTIVES: '3',
    MAX_QUERY_TOKENS: '60',
    MAX_QUERY_COST: '500',
    MAX_BODY_BYTES: '5000',
    RATE_LIMIT_IDENTITY: '20',
    RATE_LIMIT_ADDRESS: '40',
    RATE_LIMIT_GUESSES: '3',
    MAX_SOCKETS_PER_IDENTITY: '2',
    MAX_SOCKETS_PER_ADDRESS: '3',
    MAX_SUBSCRIPTIONS_PER_SOCKET: '5',
    MAX_SUBSCRIPTIONS_PER_IDENTITY: '7',
    CORS_ORIGINS: 'https://app.example.com,https://wall.example.com',
  },
});
let url: string;
let anna: ApiUser;
const clients: Client[] = [];

beforeAll(async () => {
  url = api.app.url ?? '';
  anna = await api.user('REP', { name: 'Anna' });
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  // Buckets fill up again; tokens live on.
  api.clock.advance({ minutes: 1 });
});

interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: any answer
  body: any;
}

let lastAddress = 0;
const newAddress = () => `203.0.113.${++lastAddress}`;

async function post(
  body: object | string,
  {
    as = anna,
    address = newAddress(),
    headers = {},
  }: { as?: ApiUser | null; address?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await api.app.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        'x-forwarded-for': address,
        ...(as ? { authorization: `Bearer ${as.token}` } : {}),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
  return { status: response.status, headers: response.headers, body: await response.json() };
}

function client(as: ApiUser | null = anna, address = newAddress()): Client {
  const made = webSocketClient(url, as?.token ?? null, { 'x-forwarded-for': address });
  clients.push(made);
  return made;
}

/** The errors of an operation over WebSocket, refused as a whole or answered. */
async function errorsOverSocket(socket: Client, query: string): Promise<unknown> {
  try {
    const { value } = await socket.iterate({ query }).next();
    return value?.errors;
  } catch (errors) {
    return errors;
  }
}

describe('documents', () => {
  const nested = '{ leads { edges { node { owner { id { a } } } } } }';
  test.each([
    ['too deep', nested, 'QUERY_TOO_COMPLEX', 'The operation nests 6 fields, allowed are 5.'],
    [
      'with too many aliases',
      'query Four { a: __typename b: __typename c: __typename d: __typename }',
      'QUERY_TOO_COMPLEX',
      'The operation Four has 4 aliases, allowed are 3.',
    ],
    [
      'with too many directives',
      '{ __typename @a @a @a @a }',
      'QUERY_TOO_COMPLEX',
      'The operation has 4 directives, allowed are 3.',
    ],
    [
      'with too many tokens',
      `{ ${'id '.repeat(60)} }`,
      undefined,
      'Syntax Error: Document contains more that 60 tokens. Parsing aborted.',
    ],
    [
      'that cost too much',
      '{ leads(first: 100) { edges { node { contacts { id } } } } }',
      'QUERY_TOO_COSTLY',
      'The operation costs 1101, allowed are 500: ask for fewer things at a time.',
    ],
  ])('%s are refused, over WebSocket as well', async (_what, query, code, message) => {
    const expected = { message, ...(code ? { extensions: { code } } : {}) };
    const { status, body } = await post({ query });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([expected]);
    expect(await errorsOverSocket(client(), query)).toMatchObject([expected]);
  });

  test('every result tells what it cost, and what it might', async () => {
    const query = 'query ($n: Int) { leads(first: $n) { edges { node { id } } } }';
    const { body } = await post({ query, variables: { n: 7 } });
    expect(body.extensions).toEqual({ cost: { requested: 8, limit: 500 } });
    const { value } = await client()
      .iterate({ query, variables: { n: 3 } })
      .next();
    expect(value?.extensions).toEqual({ cost: { requested: 4, limit: 500 } });
    const refused = await post({ query, variables: { n: 500 } });
    expect(refused.body).toMatchObject({
      errors: [{ extensions: { code: 'QUERY_TOO_COSTLY' } }],
      extensions: { cost: { requested: 501, limit: 500 } },
    });
  });

  test('several operations in one body are refused', async () => {
    expect((await post([{ query: '{ me { id } }' }])).status).toBe(400);
  });
});

describe('bodies', () => {
  const tooLarge = { extensions: { code: 'BODY_TOO_LARGE' } };

  test('too large are refused by what they say, and by what comes', async () => {
    const body = JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(5000) } });
    const said = await post(body, { headers: { 'content-length': String(body.length) } });
    expect([said.status, said.body.errors]).toMatchObject([413, [tooLarge]]);
    const came = await post(body);
    expect([came.status, came.body.errors]).toMatchObject([413, [tooLarge]]);
  });

  test('that never end are refused before they do', async () => {
    const endless = request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': newAddress() },
    });
    endless.on('error', () => {});
    endless.write(' '.repeat(6000));
    const status = await new Promise((resolve) => {
      endless.once('response', ({ statusCode }) => resolve(statusCode));
    });
    endless.destroy();
    expect(status).toBe(413);
  });

  async function upload(form: FormData): Promise<{ status: number; body: unknown }> {
    const response = await api.app.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { authorization: `Bearer ${anna.token}`, 'x-forwarded-for': newAddress() },
        body: form,
      }),
    );
    return { status: response.status, body: await response.json() };
  }

  function formWith(files: readonly Blob[]): FormData {
    const query = 'mutation ($file: File!) { importLeads(input: { file: $file }) { __typename } }';
    const form = new FormData();
    form.set('operations', JSON.stringify({ query, variables: { file: null } }));
    form.set('map', JSON.stringify({ 0: ['variables.file'] }));
    files.forEach((file, at) => void form.set(String(at), file, `${at}.csv`));
    return form;
  }

  test('bring one file, of a size that is taken', async () => {
    const small = new Blob(['Firma;Ort\nHotel;Ulm\n']);
    expect(await upload(formWith([small]))).toMatchObject({
      status: 200,
      body: { data: { importLeads: { __typename: 'ImportLeadsPayload' } } },
    });
    expect(await upload(formWith([small, small]))).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringContaining('Files limit exceeded: 1') }] },
    });
    const large = new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]);
    expect((await upload(formWith([large]))).status).toBe(413);
    const huge = new Blob([new Uint8Array(11 * 1024 * 1024)]);
    expect(await upload(formWith([huge]))).toMatchObject({
      status: 413,
      body: { errors: [tooLarge] },
    });
  });
});

describe('rates', () => {
  const ME = { query: '{ me { id } }' };

  test('are told in every answer, and end with 429 and when to come again', async () => {
    const bert = await api.user('REP', { name: 'Bert' });
    const first = await post(ME, { as: bert });
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'ratelimit-policy': '20;w=60',
      'ratelimit-limit': '20',
      'ratelimit-remaining': '19',
      'ratelimit-reset': '3',
    });
    for (let i = 0; i < 19; i++) expect((await post(ME, { as: bert })).status).toBe(200);
    const refused = await post(ME, { as: bert });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('3');
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
    expect(refused.body.errors).toEqual([
      {
        message: 'Too many operations; try again in 3 s.',
        extensions: { code: 'TOO_MANY_REQUESTS', retryAfter: 3 },
      },
    ]);
    expect(await errorsOverSocket(client(bert), ME.query)).toMatchObject([
      { extensions: { code: 'TOO_MANY_REQUESTS', retryAfter: 3 } },
    ]);
    expect((await post(ME)).status, 'somebody else').toBe(200);
    api.clock.advance({ seconds: 3 });
    expect((await post(ME, { as: bert })).status, 'later').toBe(200);
  });

  test('count more for what costs more', async () => {
    const query = '{ leads(first: 100) { edges { node { owner { id } contacts: __typename } } } }';
    const carl = await api.user('REP', { name: 'Carl' });
    const { headers } = await post({ query }, { as: carl });
    expect(headers.get('ratelimit-remaining')).toBe('17');
  });

  test('count exports as well, by identity and by address', async () => {
    const dina = await api.user('REP', { name: 'Dina' });
    const take = (address: string, as = dina) =>
      api.app.fetch(
        new Request('http://localhost/exports/leads.csv', {
          headers: { authorization: `Bearer ${as.token}`, 'x-forwarded-for': address },
        }),
      );
    const taken = await take(newAddress());
    expect([taken.status, taken.headers.get('ratelimit-remaining')]).toEqual([200, '0']);
    const refused = await take(newAddress());
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.json()).toMatchObject({
      status: 429,
      code: 'TOO_MANY_REQUESTS',
      retryAfter: 60,
    });
    const address = newAddress();
    for (let n = 0; n < 40; n++) await post('nonsense', { as: null, address });
    expect((await take(address, anna)).status).toBe(429);
  });

  test('count by address whoever asks, and whatever', async () => {
    const address = newAddress();
    const statuses = await Promise.all(
      Array.from({ length: 41 }, () => post('nonsense', { as: null, address })),
    );
    expect(statuses.map(({ status }) => status).sort()).toEqual([...Array(40).fill(400), 429]);
    expect(await openingStatus(url, { 'x-forwarded-for': address })).toBe(429);
    expect((await post(ME)).status, 'from elsewhere').toBe(200);
  });

  test('count messages over WebSocket as well', async () => {
    const socket = client(null);
    const answers = await Promise.all(
      Array.from({ length: 41 }, () => errorsOverSocket(socket, '{ nonsense')),
    );
    const codes = answers.map((errors) => (errors as GraphQLError[])[0]?.extensions?.code);
    // The socket itself counted once.
    expect(codes.filter((code) => code === 'TOO_MANY_REQUESTS')).toHaveLength(2);
  });

  test('let an address try few tokens, but go on with those that it had', async () => {
    const address = newAddress();
    const guess = (token: string) => post(ME, { as: { ...anna, token }, address });
    expect((await post(ME, { address })).status).toBe(200);
    const tries = await Promise.all(['a', 'b', 'c', 'd'].map(guess));
    expect(tries.map(({ status }) => status).sort()).toEqual([401, 401, 401, 429]);
    expect((await guess('e')).headers.get('retry-after')).toBe('20');
    expect((await post(ME, { address })).status, 'with the token it had').toBe(200);
    const dora = await api.user('REP', { name: 'Dora' });
    expect((await post(ME, { as: dora, address })).status, 'with a new one').toBe(429);
    expect((await post(ME, { as: dora })).status, 'from elsewhere').toBe(200);
  });

  test('take one token that comes many times at once for one try, and a bad one for many', async () => {
    const wall = await api.user('WALLBOARD', { name: 'Wall of an office' });
    const address = newAddress();
    const tenOf = (token: string) =>
      Promise.all(
        Array.from({ length: 10 }, async () => {
          const { status } = await post(ME, { as: { ...wall, token }, address });
          return status;
        }),
      );
    expect(await tenOf(wall.token)).toEqual(Array(10).fill(200));
    expect((await tenOf('nonsense')).toSorted()).toEqual([
      ...Array(3).fill(401),
      ...Array(7).fill(429),
    ]);
  });

  test('let an address try few feedback links, however they are packed', async () => {
    const submit = (alias: string) =>
      `${alias}: submitSampleFeedback(input: { token: "x", items: [] }) { __typename }`;
    const address = newAddress();
    const guesses = async (...aliases: string[]) =>
      (
        await post(
          { query: `mutation { ${aliases.map(submit).join(' ')} }` },
          { as: null, address },
        )
      ).status;
    expect([await guesses('a', 'b'), await guesses('a', 'b'), await guesses('a')]).toEqual([
      200, 429, 200,
    ]);
  });
});

describe('sockets', () => {
  test.each([
    ['no browser', undefined, 101],
    ['a page from here', 'here', 101],
    ['a page that is allowed', 'https://app.example.com', 101],
    ['a page from elsewhere', 'https://evil.example.com', 403],
    ['a page without an origin', 'null', 403],
  ])('of %s', async (_whose, origin, status) => {
    const headers = { 'x-forwarded-for': newAddress() };
    const shown = origin === 'here' ? url : origin;
    expect(await openingStatus(url, { ...headers, ...(shown && { origin: shown }) })).toBe(status);
  });

  test('that do not say who they are are closed', async () => {
    const config = parseConfig({ PORT: '0', SOCKET_INIT_TIMEOUT_MS: '1' });
    const silent = async (): Promise<never> => {
      throw new Error('Nobody says anything.');
    };
    const server = createHttpServer({
      config,
      // What never comes to an operation needs nothing that executes one.
      yoga: (() => {}) as unknown as Yoga,
      authenticate: silent,
      throttle: createThrottle(
        createMemoryLimiter({ clock: api.clock.now }),
        config.limits.perMinute,
      ),
      sessions: createLiveSessions({
        hub: { observe: () => () => {} },
        reauthorize: async () => null,
        clock: api.clock.now,
        log: createLog('silent'),
      }),
      log: createLog('silent'),
    });
    const address = (await server.start()).replace('http', 'ws');
    const socket = new WebSocket(`${address}/graphql`, 'graphql-transport-ws');
    const code = await new Promise((resolve) => socket.once('close', resolve));
    await server.stop();
    expect(code).toBe(4408);
  });

  const connected = async (socket: Client) => {
    const { value } = await socket.iterate({ query: '{ me { name } }' }).next();
    return value?.data;
  };

  /** The clients close a socket that does nothing. */
  const kept = (socket: Client) => {
    void socket.iterate({ query: 'subscription { events { cursor } }' }).next();
  };

  test('of one identity are so many, until one is closed', async () => {
    const emil = await api.user('REP', { name: 'Emil' });
    const [first, second] = [client(emil), client(emil)];
    kept(first);
    kept(second);
    await expect.poll(() => api.app.followers).toBe(2);
    await expect(connected(client(emil))).rejects.toMatchObject({
      code: 1013,
      reason: '2 sockets are open, more are not allowed',
    });
    await first.dispose();
    await expect.poll(() => api.app.followers).toBe(1);
    expect(await connected(client(emil))).toEqual({ me: { name: 'Emil' } });
  });

  test('of one address are so many, whoever they are', async () => {
    const address = newAddress();
    for (const name of ['Fritz', 'Gerd', 'Hans'])
      kept(client(await api.user('REP', { name }), address));
    await expect.poll(() => api.app.followers).toBe(3);
    expect(await openingStatus(url, { 'x-forwarded-for': address })).toBe(429);
    expect(await openingStatus(url, { 'x-forwarded-for': newAddress() })).toBe(101);
    await clients.shift()?.dispose();
    await expect.poll(() => openingStatus(url, { 'x-forwarded-for': address })).toBe(101);
  });

  test('of pages of any host are refused once it is known where the server is', async () => {
    await using known = await openTestApi({
      started: true,
      env: { PUBLIC_URL: 'https://leads.example.com' },
    });
    const opening = (origin: string) =>
      openingStatus(known.app.url ?? '', { origin, host: 'evil.example.com' });
    // A name of anybody's that leads here, as DNS rebinding makes one.
    expect(await opening('http://evil.example.com')).toBe(403);
    expect(await opening('https://leads.example.com')).toBe(101);
  });

  test('whose subscription ends twice is counted off once', () => {
    const count = limitSubscriptions({ perIdentity: 2, bytesPerIdentity: 20 });
    const end = count('anna', 10);
    count('anna', 10);
    end();
    end();
    count('anna', 10);
    expect(() => count('anna', 1)).toThrow('You have 2 subscriptions open already');
    expect(() => count('bert', 21)).toThrow('more than 20 bytes');
  });

  test('carry so many subscriptions, and an identity so many over all', async () => {
    const ida = await api.user('REP', { name: 'Ida' });
    const subscribe = (socket: Client) =>
      socket.iterate({ query: 'subscription { events { cursor } }' });
    const [first, second] = [client(ida), client(ida)];
    const open = Array.from({ length: 5 }, () => subscribe(first));
    for (const flow of open) void flow.next();
    await expect.poll(() => api.app.followers).toBe(5);
    expect((await subscribe(first).next()).value?.errors).toEqual([
      {
        message:
          'This connection has 5 subscriptions open already, more are not allowed: end one first.',
        extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
      },
    ]);
    void subscribe(second).next();
    void subscribe(second).next();
    await expect.poll(() => api.app.followers).toBe(7);
    expect((await subscribe(second).next()).value?.errors).toMatchObject([
      { message: expect.stringContaining('You have 7 subscriptions open already') },
    ]);
    await open[0]?.return?.();
    await expect.poll(() => api.app.followers).toBe(6);
    void subscribe(second).next();
    await expect.poll(() => api.app.followers).toBe(7);
  });
});

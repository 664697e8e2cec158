import { connect, type Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type ApiUser, openTestApi, type TestApi } from '../support/api.js';
import { readSse } from '../support/sse.js';
import { testApi } from '../support/test-file.js';

// What clients send and do not finish, or leave behind: it is counted, and has its end.
const api = await testApi({
  started: true,
  env: {
    // Tests stand at addresses of their own.
    TRUST_PROXY: '1',
    MAX_BODY_BYTES: '20000',
    MAX_ANONYMOUS_BODY_BYTES: '1000',
    MAX_PENDING_BYTES_PER_ADDRESS: '24000',
    MAX_UPLOADS_PER_ADDRESS: '1',
    MAX_SUBSCRIPTION_BYTES_PER_SOCKET: '1000',
    MAX_SUBSCRIPTION_BYTES_PER_IDENTITY: '1500',
  },
});
let anna: ApiUser;
const opened: { destroy(): void }[] = [];

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
});
function leaveAll(): void {
  for (const each of opened.splice(0)) each.destroy();
}
afterEach(leaveAll);

/** A server of one test. Its clients leave before it stops, which would give what they have begun its time. */
async function openOwn(env: Record<string, string> = {}): Promise<TestApi> {
  const own = await openTestApi({ started: true, env });
  const stop = own[Symbol.asyncDispose];
  own[Symbol.asyncDispose] = () => {
    leaveAll();
    return stop.call(own);
  };
  return own;
}

let lastAddress = 0;
const newAddress = () => `203.0.113.${++lastAddress}`;

interface Sent {
  readonly at?: TestApi;
  readonly as?: ApiUser | null;
  readonly address?: string;
  readonly type?: string;
  /** Chunked if left out. */
  readonly length?: number;
  readonly body?: string;
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'multipart/form-data; boundary=x';

/** Sends a request and a body that need not be all; the answer resolves when its head is there. */
function send({
  at = api,
  as = anna,
  address = newAddress(),
  type = JSON_TYPE,
  length,
  body = '',
}: Sent) {
  const { hostname, port } = new URL(at.app.url ?? '');
  const socket = connect(Number(port), hostname);
  opened.push(socket);
  const heads = [
    'POST /graphql HTTP/1.1',
    'Host: localhost',
    `Content-Type: ${type}`,
    `X-Forwarded-For: ${address}`,
    'GraphQL-Require-Preflight: 1',
    ...(as ? [`Authorization: Bearer ${as.token}`] : []),
    length === undefined ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`,
  ];
  const first = length === undefined && body ? `${body.length.toString(16)}\r\n${body}\r\n` : body;
  const answer = new Promise<{ status: number; code: string | undefined }>((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (piece) => {
      text += piece;
      const status = /^HTTP\/1\.1 (\d+)/.exec(text)?.[1];
      if (status && text.includes('}')) {
        resolve({ status: Number(status), code: /"code":"(\w+)"/.exec(text)?.[1] });
      }
    });
    socket.once('error', reject);
  });
  answer.catch(() => {});
  socket.write(`${heads.join('\r\n')}\r\n\r\n${first}`);
  return { socket, answer };
}

type Begun = ReturnType<typeof send>;

const QUERY = '{"query":"{ __typename }"}';

/** Whether a whole request of the address is answered, or why not. */
const askFrom = (address: string, as: ApiUser | null = anna) =>
  send({ address, as, length: QUERY.length, body: QUERY }).answer;

/**
 * Until an address is full: of a body that has begun and a whole one after it, the whole one may be read first, and the
 * other be refused; then another begins.
 */
async function untilFull(begin: () => Begun, ask: () => Begun['answer']): Promise<Begun[]> {
  const begun = [begin()];
  await expect
    .poll(async () => {
      const { code } = await ask();
      if (code !== 'TOO_MUCH_AT_ONCE') begun.push(begin());
      return code;
    })
    .toBe('TOO_MUCH_AT_ONCE');
  return begun;
}

const PART = '--x\r\ncontent-disposition: form-data; name="0"; filename="a.csv"\r\n\r\n';

describe('a client that has not signed in', () => {
  test.each([
    ['without a token', null],
    ['with one that does not count', 'nonsense'],
  ])('sends no file: %s it is told so before the file is there', async (_how, token) => {
    const as = token === null ? null : { ...anna, token };
    const { answer } = send({ as, type: FORM_TYPE, body: PART });
    expect(await answer).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });

  test('sends less JSON than one that has', async () => {
    const body = JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(1_500) } });
    const sent = { length: body.length, body };
    expect(await send({ ...sent, as: null }).answer).toEqual({
      status: 413,
      code: 'BODY_TOO_LARGE',
    });
    expect(await send({ body, as: null }).answer).toEqual({ status: 413, code: 'BODY_TOO_LARGE' });
    expect(await send(sent).answer).toMatchObject({ status: 200 });
  });

  test('leaves room for those that have', async () => {
    const address = newAddress();
    // A quarter of what an address may send.
    const begin = () => send({ as: null, address, length: 1_000, body: ' '.repeat(999) });
    for (let n = 0; n < 5; n++) begin();
    await untilFull(begin, () => askFrom(address, null));
    expect(await askFrom(address)).toMatchObject({ status: 200 });
  });
});

describe('bodies that have begun', () => {
  test.each([
    ['tell their length', 15_000],
    ['do not', undefined],
  ])('are counted by address, where they %s', async (_how, length) => {
    const address = newAddress();
    const body = ' '.repeat(14_000);
    const query = `${QUERY}${body}`;
    const ask = () => send({ address, length: query.length, body: query }).answer;
    const begun = await untilFull(
      () => send({ address, ...(length === undefined ? {} : { length }), body }),
      ask,
    );
    expect(await ask()).toEqual({ status: 429, code: 'TOO_MUCH_AT_ONCE' });
    expect(await askFrom(newAddress()), 'from elsewhere').toMatchObject({ status: 200 });
    for (const { socket } of begun) socket.destroy();
    await expect.poll(async () => (await ask()).status).toBe(200);
  });

  test('with a file are counted by address', async () => {
    const address = newAddress();
    const ask = () => {
      const whole = send({ address, type: FORM_TYPE, body: `${PART}\r\n--x--\r\n` });
      whole.socket.write('0\r\n\r\n');
      return whole.answer;
    };
    const begun = await untilFull(() => send({ address, type: FORM_TYPE, body: PART }), ask);
    for (const { socket } of begun) socket.destroy();
    await expect.poll(async () => (await ask()).status).toBe(400);
  });

  test.each([
    ['JSON of a length', { type: JSON_TYPE, length: 100 }],
    ['JSON in chunks', { type: JSON_TYPE }],
    ['a file of a length', { type: FORM_TYPE, length: 100 }],
    ['a file in chunks', { type: FORM_TYPE }],
  ])('have their time: %s', async (_what, sent) => {
    await using slow = await openOwn({ REQUEST_TIMEOUT_MS: '20', UPLOAD_TIMEOUT_MS: '20' });
    const as = await slow.user('REP', { name: 'Anna' });
    expect(await send({ at: slow, as, ...sent, body: '{' }).answer).toEqual({
      status: 408,
      code: 'REQUEST_TIMEOUT',
    });
  });
});

test('an address has so many connections, WebSockets not counted, and those of a proxy neither', async () => {
  await using small = await openOwn({ MAX_CONNECTIONS_PER_ADDRESS: '2' });
  const { hostname, port } = new URL(small.app.url ?? '');
  const open = async (): Promise<Socket> => {
    const socket = connect(Number(port), hostname);
    opened.push(socket);
    await new Promise((resolve) => socket.once('connect', resolve));
    return socket;
  };
  const ended = (socket: Socket) =>
    new Promise((resolve) => socket.once('close', () => resolve('closed')).resume());
  const first = await open();
  await open();
  expect(await ended(await open())).toBe('closed');
  const gone = ended(first);
  first.destroy();
  await gone;
  const address = `${small.app.url?.replace('http', 'ws')}/graphql`;
  const openWebSocket = async () => {
    const socket = new WebSocket(address, 'graphql-transport-ws');
    opened.push({ destroy: () => socket.terminate() });
    return new Promise((resolve) => {
      socket.once('open', () => resolve('open')).once('error', () => resolve('refused'));
    });
  };
  // The place of the first one may not be free at once; each WebSocket gives it back.
  for (let n = 0; n < 3; n++) await expect.poll(openWebSocket).toBe('open');
  for (let n = 0; n < 4; n++) send({ body: '{' });
  expect(await askFrom(newAddress()), 'behind a proxy').toMatchObject({ status: 200 });
});

interface Message {
  type: string;
  payload?: { errors?: { message: string; extensions?: { code?: string } }[] };
}

async function openSocket(as: ApiUser | null, address = newAddress(), at = api) {
  const socket = new WebSocket(
    `${at.app.url?.replace('http', 'ws')}/graphql`,
    'graphql-transport-ws',
    {
      headers: { 'x-forwarded-for': address },
    },
  );
  opened.push({ destroy: () => socket.terminate() });
  const received: Message[] = [];
  socket.on('message', (data) => void received.push(JSON.parse(String(data))));
  const closed = new Promise<[number, string]>((resolve) => {
    socket.once('close', (code, reason) => resolve([code, String(reason)]));
  });
  await new Promise((resolve) => socket.once('open', resolve));
  if (as) {
    const payload = { authorization: `Bearer ${as.token}` };
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
    await expect.poll(() => received[0]?.type).toBe('connection_ack');
    received.length = 0;
  }
  return { socket, received, closed };
}

/** The beginning of a message that goes on, and does not. */
const begin = (socket: WebSocket, bytes: number) => socket.send('x'.repeat(bytes), { fin: false });

describe('a message over WebSocket that is not finished', () => {
  test('is short from a client that has not said who it is', async () => {
    const { socket, closed } = await openSocket(null);
    begin(socket, 17 * 1024);
    expect(await closed).toEqual([1009, 'The message is too large']);
  });

  test('is no larger for being sent in small pieces', async () => {
    const { socket, closed } = await openSocket(anna);
    begin(socket, 1);
    for (let n = 0; n < 20_000; n++) socket.send('', { fin: false });
    // Its frames count as well.
    expect((await closed)[0]).toBe(1013);
  });

  test('is counted by address, over all sockets', async () => {
    const address = newAddress();
    const [first, second] = [await openSocket(anna, address), await openSocket(anna, address)];
    begin(first.socket, 15_000);
    first.socket.ping();
    await new Promise((resolve) => first.socket.once('pong', resolve));
    begin(second.socket, 15_000);
    expect(await second.closed).toEqual([1013, 'Too much is coming in at once']);
    const elsewhere = await openSocket(anna);
    begin(elsewhere.socket, 15_000);
    elsewhere.socket.ping();
    await new Promise((resolve) => elsewhere.socket.once('pong', resolve));
  });

  test('has its time', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await using slow = await openOwn();
      const as = await slow.user('REP', { name: 'Anna' });
      const { socket, closed } = await openSocket(as, newAddress(), slow);
      begin(socket, 100);
      socket.ping();
      await new Promise((resolve) => socket.once('pong', resolve));
      vi.advanceTimersByTime(12_000);
      vi.advanceTimersByTime(12_000);
      expect(await closed).toEqual([1013, 'The message did not come in time']);
    } finally {
      vi.useRealTimers();
    }
  });
});

const subscribe = (id: string, query: string, variables: object) =>
  JSON.stringify({ id, type: 'subscribe', payload: { query, variables } });

const EVENTS = 'subscription { events { cursor } }';

describe('a subscription', () => {
  test('keeps no variable that it does not declare, over WebSocket and SSE', async () => {
    const { socket, received } = await openSocket(anna);
    for (let n = 0; n < 20; n++) {
      socket.send(subscribe(`${n}`, EVENTS, { unused: 'x'.repeat(10_000) }));
      await expect.poll(() => api.app.followers).toBe(n + 1);
    }
    const flow = await readSse(`${api.app.url}/graphql`, anna.token, {
      query: EVENTS,
      variables: { unused: 'x'.repeat(10_000) },
    });
    await expect.poll(() => api.app.followers).toBe(21);
    // Each is told where it begins, and none that it is too much.
    const payload = { data: null, extensions: { start: expect.anything() } };
    await expect
      .poll(() => received)
      .toEqual(Array.from({ length: 20 }, (_, n) => ({ id: `${n}`, type: 'next', payload })));
    flow.close();
    socket.close();
    await expect.poll(() => api.app.followers).toBe(0);
  });

  test('is refused when its connection, or its identity, would keep too much', async () => {
    const types = 'subscription ($t: [EventType!]) { events(types: $t) { cursor } }';
    const variables = { t: Array(24).fill('LEAD_REGISTERED') };
    const bert = await api.user('REP', { name: 'Bert' });
    const [first, second] = [await openSocket(bert), await openSocket(bert)];
    first.socket.send(subscribe('1', types, variables));
    await expect.poll(() => api.app.followers).toBe(1);
    first.socket.send(subscribe('2', types, variables));
    const refusal = (received: Message[]) =>
      received.flatMap(({ payload }) => payload?.errors ?? [])[0];
    await expect
      .poll(() => refusal(first.received))
      .toMatchObject({
        message: expect.stringContaining(
          'this connection has open would have more than 1000 bytes',
        ),
        extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
      });
    second.socket.send(subscribe('1', types, variables));
    await expect.poll(() => api.app.followers).toBe(2);
    const third = await openSocket(bert);
    third.socket.send(subscribe('1', types, variables));
    await expect
      .poll(() => refusal(third.received))
      .toMatchObject({
        message: expect.stringContaining('you have open would have more than 1500 bytes'),
        extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
      });
    first.socket.send(JSON.stringify({ id: '1', type: 'complete' }));
    await expect.poll(() => api.app.followers).toBe(1);
    third.received.length = 0;
    third.socket.send(subscribe('2', types, variables));
    await expect.poll(() => api.app.followers).toBe(2);
    for (const { socket } of [first, second, third]) socket.close();
    await expect.poll(() => api.app.followers).toBe(0);
  });

  test('has an id of at most 128 characters', async () => {
    const { socket, received, closed } = await openSocket(anna);
    socket.send(subscribe('i'.repeat(128), '{ __typename }', {}));
    await expect.poll(() => received).toHaveLength(2);
    socket.send(subscribe('i'.repeat(129), '{ __typename }', {}));
    expect(await closed).toEqual([4400, 'An id has 129 characters, allowed are 128']);
  });
});

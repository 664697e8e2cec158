import { connect } from 'node:net';
import type { Client } from 'graphql-ws';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { AS_SYSTEM } from '../../src/domain/actor.js';
import { append, commitNumbered, range } from '../platform/events/event-setup.js';
import type { ApiUser } from '../support/api.js';
import { openTestDatabase } from '../support/database.js';
import { readSse } from '../support/sse.js';
import { testApi } from '../support/test-file.js';
import { webSocketClient } from '../support/web-socket.js';

const api = await testApi({
  database: await openTestDatabase({ reused: false }),
  started: true,
  env: { MAX_SOCKETS_PER_IDENTITY: '300', MAX_SUBSCRIPTIONS_PER_IDENTITY: '1000' },
});
let url: string;
let wall: ApiUser;
const clients: Client[] = [];
const sockets: WebSocket[] = [];

beforeAll(async () => {
  url = api.app.url ?? '';
  wall = await api.user('WALLBOARD', { name: 'Wall' });
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  for (const socket of sockets.splice(0)) socket.terminate();
  await followers(0);
});

const EVENTS = /* GraphQL */ `
  subscription ($after: Cursor) { events(after: $after) { cursor type payload } }
`;
interface Told {
  events: { cursor: string; payload: { n: number } };
}

async function followers(count: number): Promise<void> {
  await expect.poll(() => api.app.followers, { timeout: 20_000 }).toBe(count);
}

/** Events that carry `n`, committed by the application itself. */
async function publish(from: number, to: number): Promise<void> {
  await commitNumbered(api.app.db, from, to);
}

const MANY = 1_000;

/** Ten megabytes in so many events: enough to fill the buffers of the system too. */
async function publishMany(): Promise<void> {
  const padding = range(1, 100).map(() => 'x'.repeat(97));
  const events = range(1, MANY).map((n) => ({
    type: 'ACTIVITY_LOGGED' as const,
    payload: { n, padding },
  }));
  await api.app.db.transaction((tx) => append(tx, events), AS_SYSTEM);
}

/** A socket that speaks the protocol by itself, so that it can stop reading. */
async function subscribeRaw(): Promise<{ socket: WebSocket; told: number[] }> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  sockets.push(socket);
  const told: number[] = [];
  await new Promise((resolve) => socket.once('open', resolve));
  const acknowledged = new Promise((resolve) => socket.once('message', resolve));
  const payload = { authorization: `Bearer ${wall.token}` };
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  await acknowledged;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data));
    if (message.type === 'next' && message.payload.data)
      told.push(message.payload.data.events.payload.n);
  });
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: EVENTS } }));
  return { socket, told };
}

test('200 sockets get the same event from one execution', async () => {
  const opened = await Promise.all(range(1, 200).map(() => subscribeRaw()));
  await followers(200);
  let questions = 0;
  const stop = api.db.onQuery((sql) => {
    if (sql.startsWith('/* subscribers */')) questions += 1;
  });
  await publish(1, 1);
  await expect
    .poll(() => opened.map(({ told }) => told), { timeout: 20_000 })
    .toEqual(opened.map(() => [1]));
  stop();
  expect(questions).toBe(1);
});

test('those who begin at different places share what is the same, and each gets its own rest', async () => {
  const cursors: string[] = [];
  const first = webSocketClient(url, wall.token);
  clients.push(first);
  const flow = first.iterate<Told>({ query: EVENTS });
  const reading = (async () => {
    while (cursors.length < 3) {
      const { value } = await flow.next();
      cursors.push(value?.data?.events.cursor ?? '');
    }
  })();
  await followers(1);
  await publish(1, 3);
  await reading;
  const rests = await Promise.all(
    cursors.map(async (after, n) => {
      const client = webSocketClient(url, wall.token);
      clients.push(client);
      const rest: number[] = [];
      const events = client.iterate<Told>({ query: EVENTS, variables: { after } });
      if (n === 2) await publish(4, 4);
      while (rest.at(-1) !== 4) {
        const { value } = await events.next();
        rest.push(value?.data?.events.payload.n ?? -1);
      }
      return rest;
    }),
  );
  expect(rests).toEqual([[2, 3, 4], [3, 4], [4]]);
});

describe('a socket that stops reading', () => {
  test('costs bounded memory, delays nobody, and gets the rest when it reads again', async () => {
    const stalled = await subscribeRaw();
    const quick = await subscribeRaw();
    await followers(2);
    stalled.socket.pause();
    await publishMany();
    await expect.poll(() => quick.told.length, { timeout: 50_000 }).toBe(MANY);
    expect(quick.told).toEqual(range(1, MANY));
    expect(stalled.told.length).toBeLessThan(MANY);
    stalled.socket.resume();
    await expect.poll(() => stalled.told.length, { timeout: 50_000 }).toBe(MANY);
    expect(stalled.told).toEqual(range(1, MANY));
  });
});

test('a burst of 20,000 events reaches everyone, in order', async () => {
  const opened = await Promise.all(range(1, 5).map(() => subscribeRaw()));
  await followers(5);
  for (let n = 1; n <= 20_000; n += 2_000) await publish(n, n + 1_999);
  await expect
    .poll(() => opened.map(({ told }) => told.length), { timeout: 55_000 })
    .toEqual(opened.map(() => 20_000));
  for (const { told } of opened) expect(told).toEqual(range(1, 20_000));
});

describe('over SSE', () => {
  test('a client that says what it saw last continues behind it, whatever its query says', async () => {
    const flow = await readSse(`${url}/graphql`, wall.token, { query: EVENTS });
    await followers(1);
    await publish(1, 3);
    const first = (await flow.next()) as { data: Told };
    expect(flow.lastEventId).toBe(first.data.events.cursor);
    await flow.next();
    const lastEventId = flow.lastEventId ?? '';
    flow.close();
    await followers(0);

    const variables = { after: first.data.events.cursor };
    const again = await readSse(
      `${url}/graphql`,
      wall.token,
      { query: EVENTS, variables },
      { 'last-event-id': lastEventId },
    );
    await publish(4, 4);
    expect(await again.next()).toMatchObject({ data: { events: { payload: { n: 3 } } } });
    expect(await again.next()).toMatchObject({ data: { events: { payload: { n: 4 } } } });
    again.close();
  });

  test('a client that reads nothing is let go after a minute, and one that a quiet log leaves waiting is not', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const minute = async () => {
      for (let pings = 0; pings < 5; pings += 1) {
        vi.advanceTimersByTime(12_000);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    try {
      const { hostname, port } = new URL(url);
      const body = JSON.stringify({ query: EVENTS });
      const stalled = connect(Number(port), hostname);
      const isClosed = new Promise((resolve) => stalled.once('close', resolve));
      stalled.on('error', () => {}); // cut off
      stalled.write(
        `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${wall.token}\r\n` +
          'accept: text/event-stream\r\ncontent-type: application/json\r\n' +
          `content-length: ${body.length}\r\n\r\n${body}`,
      );
      const patient = await readSse(`${url}/graphql`, wall.token, { query: EVENTS });
      await followers(2);
      await minute();
      await minute();
      expect(api.app.followers).toBe(2);

      await publishMany();
      for (let n = 1; n <= MANY; n += 1) {
        expect(await patient.next()).toMatchObject({ data: { events: { payload: { n } } } });
      }
      await minute();
      await followers(1);
      stalled.resume();
      await isClosed;
      await minute();
      expect(api.app.followers).toBe(1);
      patient.close();
    } finally {
      vi.useRealTimers();
    }
  });

  test('what was never an event id is refused as a cursor is', async () => {
    const flow = await readSse(
      `${url}/graphql`,
      wall.token,
      { query: EVENTS },
      { 'last-event-id': 'nonsense' },
    );
    expect(await flow.next()).toMatchObject({
      errors: [{ message: expect.stringContaining('"nonsense" is no cursor') }],
    });
  });
});

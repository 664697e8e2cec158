import { once } from 'node:events';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type ApiUser, globalId, openTestApi } from '../../support/api.js';
import { testApi } from '../../support/test-file.js';

// graphql-transport-ws as it is spoken on the wire, without a client library that would never say anything wrong.
const api = await testApi({ started: true, env: { SOCKET_INIT_TIMEOUT_MS: '2000' } });
let anna: ApiUser;
const sockets: WebSocket[] = [];

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await expect.poll(() => api.app.followers).toBe(0);
});

interface Message {
  type: string;
  id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: any answer
  payload?: any;
}

async function open(protocol = ['graphql-transport-ws'], at = api) {
  const socket = new WebSocket(`${at.app.url?.replace('http', 'ws')}/graphql`, protocol);
  sockets.push(socket);
  const received: Message[] = [];
  socket.on('message', (data) => void received.push(JSON.parse(String(data))));
  const closed = new Promise<[number, string]>((resolve) =>
    socket.once('close', (code, reason) => resolve([code, String(reason)])),
  );
  await once(socket, 'open');
  const send = (message: object | string) =>
    socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  return { socket, received, closed, send };
}

async function openAs(user: ApiUser, at = api) {
  const connection = await open(undefined, at);
  const payload = { authorization: `Bearer ${user.token}` };
  connection.send({ type: 'connection_init', payload });
  await expect.poll(() => connection.received).toEqual([{ type: 'connection_ack' }]);
  connection.received.length = 0;
  return connection;
}

const subscribe = (id: string, query: string, more: object = {}) => ({
  id,
  type: 'subscribe',
  payload: { query, ...more },
});
const EVENTS = 'subscription { events { cursor } }';

describe('a client', () => {
  test('of another protocol is told so', async () => {
    // `ws` itself lets none through that was not agreed on; one that names none gets to us.
    const { closed } = await open([]);
    expect(await closed).toEqual([4406, 'Subprotocol not acceptable']);
  });

  test('that does not say who it is in time is closed, no other', async () => {
    const { send, received } = await openAs(anna);
    const { closed } = await open();
    expect(await closed).toEqual([4408, 'Connection initialisation timeout']);
    send({ type: 'ping' });
    await expect.poll(() => received).toEqual([{ type: 'pong' }]);
  });

  test('that says so twice is closed', async () => {
    const { send, closed } = await openAs(anna);
    send({ type: 'connection_init' });
    expect(await closed).toEqual([4429, 'Too many initialisation requests']);
  });

  test('that asks before it was let in is closed', async () => {
    const { send, closed } = await open();
    send({ type: 'connection_init', payload: { authorization: `Bearer ${anna.token}` } });
    send(subscribe('1', EVENTS));
    expect(await closed).toEqual([4401, 'Unauthorized']);
    expect(api.app.sessions).toBe(0);
  });

  test('that uses an id twice at once is closed, and nothing goes on', async () => {
    const { send, closed } = await openAs(anna);
    send(subscribe('one', EVENTS));
    send(subscribe('one', EVENTS));
    expect(await closed).toEqual([4409, 'Subscriber for one already exists']);
  });

  test('whose id fits into no reason is closed all the same', async () => {
    const { send, closed } = await openAs(anna);
    const id = 'ü'.repeat(60);
    send(subscribe(id, EVENTS));
    send(subscribe(id, EVENTS));
    expect(await closed).toEqual([4409, 'Subscriber already exists']);
  });

  test.each([
    ['no JSON', 'nonsense'],
    ['no object', 'null'],
    ['nothing known', '{"type":"start"}'],
    ['only the server’s to say', '{"type":"complete"}'],
    ['only the server’s to say', '{"type":"next","id":"1","payload":{}}'],
    ['without a query', '{"type":"subscribe","id":"1","payload":{}}'],
    ['without an id', '{"type":"subscribe","payload":{"query":"{ __typename }"}}'],
  ])('that says what is %s is closed', async (_what, text) => {
    const { send, closed } = await openAs(anna);
    send(text);
    expect(await closed).toEqual([4400, 'Invalid message received']);
  });
});

describe('an operation', () => {
  test('that is a query is answered, and complete', async () => {
    const { send, received } = await openAs(anna);
    send(subscribe('q', '{ me { name } }'));
    await expect.poll(() => received).toHaveLength(2);
    expect(received).toEqual([
      {
        id: 'q',
        type: 'next',
        payload: { data: { me: { name: 'Anna' } }, extensions: expect.anything() },
      },
      { id: 'q', type: 'complete' },
    ]);
  });

  test('that is none is answered by an error alone, and its id is free again', async () => {
    const { send, received } = await openAs(anna);
    send(subscribe('x', '{ nothing }'));
    await expect.poll(() => received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      id: 'x',
      type: 'error',
      payload: [{ message: /nothing/ }],
    });
    send(subscribe('x', '{ me { name } }'));
    await expect
      .poll(() => received.map(({ type }) => type))
      .toEqual(['error', 'next', 'complete']);
  });

  test('that names none of several is told so as over HTTP', async () => {
    const { send, received } = await openAs(anna);
    const query = 'query A { __typename } query B { __typename }';
    send(subscribe('n', query));
    send(subscribe('m', query, { operationName: 'C' }));
    await expect.poll(() => received).toHaveLength(4);
    const messages = received.flatMap(({ payload }) => payload?.errors?.[0]?.message ?? []);
    expect(messages.toSorted()).toEqual([
      'Must provide operation name if query contains multiple operations.',
      'Unknown operation named "C".',
    ]);
  });

  test('that its client ends before it has begun leaves nothing behind', async () => {
    const { send, received } = await openAs(anna);
    send(subscribe('gone', EVENTS));
    send({ id: 'gone', type: 'complete' });
    send({ id: 'never', type: 'complete' });
    send(subscribe('after', '{ __typename }'));
    await expect.poll(() => received.map(({ id }) => id)).toEqual(['after', 'after']);
    await expect.poll(() => api.app.followers).toBe(0);
  });

  test('goes by what its client may see by now, not by when the socket was opened', async () => {
    const admin = await api.user('ADMIN');
    const bert = await api.user('REP', { name: 'Bert' });
    const { registerLead } = await api.query<{ registerLead: { lead: { id: string } } }, unknown>(
      admin,
      `mutation ($ownerId: ID!) {
        registerLead(input: { companyName: "Hotel Spaet", city: "Ulm", ownerId: $ownerId }) {
          ... on RegisterLeadPayload { lead { id } }
        }
      }`,
      { ownerId: globalId('User', anna.id) },
    );
    const leadId = registerLead.lead.id;
    const { send, received } = await openAs(bert);
    const lead = async (id: string) => {
      received.length = 0;
      send(subscribe(id, `{ lead(id: "${leadId}") { companyName } }`));
      await expect.poll(() => received).toHaveLength(2);
      return received[0]?.payload.data?.lead ?? null;
    };
    expect(await lead('before')).toBeNull();
    await api.query(
      anna,
      `mutation ($leadId: ID!, $userId: ID!) {
        addCollaborator(input: { leadId: $leadId, userId: $userId, role: VIEW }) { __typename }
      }`,
      { leadId, userId: globalId('User', bert.id) },
    );
    expect(await lead('after')).toEqual({ companyName: 'Hotel Spaet' });
  });

  test('that computes numbers is told on and on, and ended by its client', async () => {
    const { send, received } = await openAs(anna);
    send(subscribe('d', 'subscription { dashboard { __typename } }'));
    await expect.poll(() => received.map(({ type }) => type)).toEqual(['next']);
    send({ id: 'd', type: 'complete' });
    send(subscribe('after', '{ __typename }'));
    await expect.poll(() => received.map(({ id }) => id)).toEqual(['d', 'after', 'after']);
  });
});

test('a server that stops answers what was asked, and begins nothing more', async () => {
  await using stopping = await openTestApi({ started: true });
  const dora = await stopping.user('REP', { name: 'Dora' });
  const idle = await openAs(dora, stopping);
  idle.send(subscribe('events', EVENTS));
  await expect.poll(() => stopping.app.followers).toBe(1);
  const busy = await openAs(dora, stopping);
  const begun = new Promise<void>((resolve) => {
    const stop = stopping.db.onQuery((sql) => {
      if (!/INSERT INTO "?(public"?\."?)?lead"? /i.test(sql)) return;
      stop();
      resolve();
    });
  });
  busy.send(
    subscribe(
      'register',
      'mutation { registerLead(input: { companyName: "Hotel Last", city: "Ulm" }) { __typename } }',
    ),
  );
  await begun;
  const stopped = stopping.app.stop();
  busy.send(subscribe('late', '{ __typename }'));
  expect(await idle.closed).toEqual([1001, 'Going away']);
  expect(idle.received).toMatchObject([
    { id: 'events', type: 'next', payload: { data: null, extensions: { start: {} } } },
  ]);
  expect(await busy.closed).toEqual([1001, 'Going away']);
  expect(busy.received).toMatchObject([
    { id: 'register', payload: { data: { registerLead: { __typename: 'RegisterLeadPayload' } } } },
    { id: 'register', type: 'complete' },
  ]);
  await stopped;
});

test('nothing is read from a client that does not read what it is answered', async () => {
  const { socket, received } = await openAs(anna);
  const ping = JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(256 * 1024) } });
  const pings = 200;
  let taken = 0;
  function send(left: number): void {
    if (left === 0) return;
    socket.send(ping, () => {
      taken += 1;
      send(left - 1);
    });
  }
  socket.pause();
  send(pings);
  // The system takes some megabytes, the server a quarter of one; the rest stays with the client.
  let before = Number.NaN;
  const isStuck = () => {
    const wasTaken = before;
    before = taken;
    return taken > 0 && taken === wasTaken;
  };
  await expect.poll(isStuck, { interval: 250, timeout: 20_000 }).toBe(true);
  expect(taken).toBeLessThan(pings / 2);
  socket.resume();
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(pings);
});

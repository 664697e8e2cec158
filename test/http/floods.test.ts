import { Agent, request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { ApiUser } from '../support/api.js';
import { testApi } from '../support/test-file.js';

const api = await testApi({ started: true });
let anna: ApiUser;
const sockets: WebSocket[] = [];

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate();
});

interface Message {
  type: string;
  id?: string;
  payload?: { errors?: { extensions?: { code?: string } }[] };
}

/** A socket that has said who it is, without a client library that would know better than to flood. */
async function openSocket(): Promise<{ socket: WebSocket; received: Message[] }> {
  const address = `${api.app.url?.replace('http', 'ws')}/graphql`;
  const socket = new WebSocket(address, 'graphql-transport-ws');
  sockets.push(socket);
  const received: Message[] = [];
  socket.on('message', (data) => void received.push(JSON.parse(String(data))));
  await new Promise((resolve) => socket.once('open', resolve));
  const payload = { authorization: `Bearer ${anna.token}` };
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  await expect.poll(() => received[0]?.type).toBe('connection_ack');
  return { socket, received };
}

const closedWith = (socket: WebSocket) =>
  new Promise<number>((resolve) => socket.once('close', resolve));

describe('over WebSocket', () => {
  test('of 5,000 subscriptions on one socket 4,900 are refused, and the rest go on', async () => {
    const { socket, received } = await openSocket();
    const payload = { query: 'subscription { events { cursor } }' };
    for (let id = 0; id < 5000; id++) {
      socket.send(JSON.stringify({ type: 'subscribe', id: String(id), payload }));
    }
    const refused = () =>
      received.filter(({ payload: told }) =>
        told?.errors?.some(({ extensions }) => extensions?.code === 'TOO_MANY_SUBSCRIPTIONS'),
      ).length;
    await expect.poll(refused, { timeout: 55_000 }).toBe(4900);
    expect(api.app.followers).toBe(100);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.terminate();
    await expect.poll(() => api.app.followers, { timeout: 10_000 }).toBe(0);
  });

  test('a message that is too large closes the socket, and nothing is printed', async () => {
    const printed = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
    const { socket } = await openSocket();
    const closed = closedWith(socket);
    socket.send(JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(1024 * 1024) } }));
    expect(await closed).toBe(1009);
    for (const spy of printed) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
    expect(api.logged).toEqual([]);
  });

  test.each([
    ['no JSON', '{', 4400],
    ['no message', '[]', 4400],
    ['deep JSON', '['.repeat(500_000), 4400],
  ])('%s closes the socket', async (_what, text, code) => {
    const { socket } = await openSocket();
    const closed = closedWith(socket);
    socket.send(text);
    expect(await closed).toBe(code);
  });
});

function send(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${api.app.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${anna.token}`, ...headers },
    body,
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** JSON that nests so deep, closed again. */
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('a body', () => {
  test('that is compressed is not unpacked, whatever it would become', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));
    expect(bomb.byteLength).toBeLessThan(100_000);
    const before = process.memoryUsage().rss;
    const { status } = await send(bomb, { ...JSON_TYPE, 'content-encoding': 'gzip' });
    expect(status).toBe(415);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  test.each([
    [
      'variables that nobody declared',
      `{"query":"{ __typename }","variables":{"x":${nested(200_000)}}}`,
      200,
    ],
    [
      'a variable that is a text',
      `{"query":"query ($s: String) { leads(filter: { search: $s }) { edges { cursor } } }","variables":{"s":${nested(200_000)}}}`,
      200,
    ],
    ['the whole of it', nested(200_000), 400],
  ])('that nests 200,000 deep in %s is answered as any other', async (_where, body, status) => {
    const response = await send(body, { ...JSON_TYPE, accept: 'application/json' });
    expect(response.status).toBe(status);
    expect(JSON.stringify(await response.json())).not.toContain('INTERNAL_SERVER_ERROR');
  });
});

test('a body that was refused before it was there blocks nobody behind it', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (body: string, sent: object) =>
    new Promise<[number | undefined, boolean]>((resolve, reject) => {
      const headers = { ...JSON_TYPE, 'content-length': body.length, ...sent };
      const asking = request(
        `${api.app.url}/graphql`,
        { method: 'POST', agent, headers },
        (res) => {
          res.resume().once('end', () => resolve([res.statusCode, asking.reusedSocket]));
        },
      );
      asking.once('error', reject).end(body);
    });
  const type = 'multipart/form-data; boundary=x';
  const part = '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n';
  const headers = { 'content-type': type, 'graphql-require-preflight': '1' };
  const authorization = `Bearer ${anna.token}`;
  const large = part + 'x'.repeat(4 * 1024 * 1024);
  expect(await ask(large, { ...headers, authorization })).toEqual([400, false]);
  expect(await ask('{"query":"{ __typename }"}', {})).toEqual([200, true]);
  // Nothing of it is read; whether the client takes its connection for the next is for the client to say.
  expect((await ask(large, headers))[0]).toBe(401);
  expect((await ask('{"query":"{ __typename }"}', {}))[0]).toBe(200);
  agent.destroy();
});

describe('a form', () => {
  const operations = JSON.stringify({ query: '{ __typename }' });

  test('of thousands of fields is refused', async () => {
    const form = new FormData();
    form.set('operations', operations);
    for (let n = 0; n < 5000; n++) form.set(`field${n}`, 'x');
    expect((await send(form)).status).toBe(400);
  });

  test('with a field larger than a body may be is refused', async () => {
    const form = new FormData();
    form.set(
      'operations',
      JSON.stringify({ query: `{ __typename } #${'x'.repeat(2 * 1024 * 1024)}` }),
    );
    form.set('map', '{}');
    expect((await send(form)).status).toBe(400);
  });

  test('whose boundary never comes is refused', async () => {
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await send(`--x\r\n${'a'.repeat(100_000)}`, type)).status).toBe(400);
  });
});

test('the server goes on after all that', async () => {
  const { data } = await api.execute<{ me: { name: string } }, unknown>(anna, '{ me { name } }');
  expect(data).toEqual({ me: { name: 'Anna' } });
  expect(api.logged).toEqual([]);
});

import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { HEARTBEAT_MS } from '../../src/platform/events/pulse.js';
import { commitNumbered } from '../platform/events/event-setup.js';
import { type ApiUser, START } from '../support/api.js';
import { positionOf } from '../support/cursors.js';
import { readSse } from '../support/sse.js';
import { testApi } from '../support/test-file.js';
import { webSocketClient } from '../support/web-socket.js';

const api = await testApi({ started: true });
let wall: ApiUser;
beforeAll(async () => {
  wall = await api.user('WALLBOARD');
});
afterEach(() => vi.useRealTimers());

const FIELDS = '{ serverTime buildId cursor intervalSeconds }';

interface Told {
  heartbeat: { serverTime: string; buildId: string; cursor: string; intervalSeconds: number };
}

test('a query tells the time, the build and the end of the log, from which events go on', async () => {
  await commitNumbered(api.app.db, 1, 3);
  const headNow = async () => {
    const { heartbeat } = await api.query<Told, unknown>(wall, `{ heartbeat ${FIELDS} }`);
    return positionOf(heartbeat.cursor);
  };
  await expect.poll(headNow, { timeout: 20_000 }).toBe(3);
  const { heartbeat } = await api.query<Told, unknown>(wall, `{ heartbeat ${FIELDS} }`);
  expect(heartbeat).toEqual({
    serverTime: new Date(START).toISOString(),
    buildId: 'development',
    cursor: expect.any(String),
    intervalSeconds: HEARTBEAT_MS / 1000,
  });
  await commitNumbered(api.app.db, 4, 4);
  const flow = await readSse(`${api.app.url}/graphql`, wall.token, {
    query: 'subscription ($after: Cursor) { events(after: $after) { payload } }',
    variables: { after: heartbeat.cursor },
  });
  expect(await flow.next()).toEqual({ data: { events: { payload: { n: 4 } } } });
  flow.close();
});

test('a subscription beats at once and then at its interval, over WebSocket and SSE alike', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const query = `subscription { heartbeat ${FIELDS} }`;
  const client = webSocketClient(api.app.url ?? '', wall.token);
  const socket = client.iterate<Told>({ query });
  const stream = await readSse(`${api.app.url}/graphql`, wall.token, { query });
  const beat = { data: { heartbeat: { buildId: 'development' } } };
  for (let nth = 0; nth < 3; nth += 1) {
    const both = Promise.all([socket.next(), stream.next()]);
    let came = false;
    both.then(() => {
      came = true;
    });
    await vi.waitFor(() => {
      if (nth > 0) vi.advanceTimersByTime(HEARTBEAT_MS);
      expect(came).toBe(true);
    });
    const [overSocket, overStream] = await both;
    expect(overSocket.value).toMatchObject(beat);
    expect(overStream).toMatchObject(beat);
  }
  stream.close();
  await client.dispose();
});

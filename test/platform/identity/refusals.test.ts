import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openTestApi, type TestApi } from '../../support/api.js';
import { makeUser } from '../../support/factories.js';
import { type Keys, newKeys, REFUSED } from './bad-tokens.js';
import {
  HERE,
  type IdentityProvider,
  NOW,
  newKey,
  sign,
  startIdentityProvider,
} from './identity-provider.js';

let provider: IdentityProvider;
let keys: Keys;
let api: TestApi;

beforeAll(async () => {
  [provider, keys] = await Promise.all([startIdentityProvider(), newKeys()]);
  await provider.publish(keys.ec, keys.rsa);
  api = await openTestApi({
    started: true,
    env: { JWKS_URL: provider.url.href, JWT_ISSUER: HERE.issuer },
  });
  api.clock.set(NOW.toISOString());
  await makeUser(api.db, { email: 'anna@example.com' });
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});

const query = '{ me { email } }';

async function post(token: string, accept: string): Promise<Response> {
  return api.app.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query: accept === 'text/event-stream' ? 'subscription { events { cursor } }' : query,
      }),
    }),
  );
}

/** The code that the socket was closed with, or what was answered. */
async function overWebSocket(token: string): Promise<unknown> {
  const client = createClient({
    url: `${api.app.url?.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  });
  try {
    return (await client.iterate({ query }).next()).value;
  } catch (error) {
    return (error as { code: number }).code;
  } finally {
    await client.dispose();
  }
}

describe('the application refuses, over HTTP, SSE and WebSocket alike', () => {
  test.each(REFUSED)('%s', async (_what, makeToken, message) => {
    const token = await makeToken(keys);
    const answer = await post(token, 'application/json');
    expect([answer.status, await answer.json()]).toMatchObject([
      401,
      { errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] },
    ]);
    const flow = await (await post(token, 'text/event-stream')).text();
    expect(flow).toContain('UNAUTHENTICATED');
    expect(flow).toContain(message);
    expect(await overWebSocket(token)).toBe(4403);
  });
});

describe('it lets in', () => {
  const data = { me: { email: 'anna@example.com' } };

  test.each(['ec', 'rsa'] as const)('a good token by the %s key', async (name) => {
    const token = await sign(keys[name]);
    expect(await (await post(token, 'application/json')).json()).toMatchObject({ data });
    expect(await overWebSocket(token)).toMatchObject({ data });
  });

  test('a token by a key that came by rotation, and no longer one by the key that went', async () => {
    const next = await newKey('next');
    await provider.publish(next);
    // Keys are asked for again at most every 30 s, and at least every five minutes.
    api.clock.advance({ minutes: 5, seconds: 30 });
    expect(await overWebSocket(await sign(next))).toMatchObject({ data });
    expect(await overWebSocket(await sign(keys.ec))).toBe(4403);
    const before = provider.requests;
    for (let n = 0; n < 5; n++) await overWebSocket(await sign(next, { jti: String(n) }));
    expect(provider.requests, 'kept, not fetched for each token').toBe(before);
  });
});

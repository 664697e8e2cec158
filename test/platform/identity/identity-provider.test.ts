import { createClient } from 'graphql-ws';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type App, createApp } from '../../../src/run/app.js';
import { parseConfig } from '../../../src/run/config.js';
import { testClock } from '../../support/clock.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { makeUser } from '../../support/factories.js';
import {
  HERE,
  type IdentityProvider,
  NOW,
  newKey,
  type SigningKey,
  sign,
  startIdentityProvider,
} from './identity-provider.js';

const clock = testClock(NOW.toISOString());
let provider: IdentityProvider;
let key: SigningKey;
let db: TestDatabase;
let app: App;

beforeAll(async () => {
  [provider, key, db] = await Promise.all([
    startIdentityProvider(),
    newKey('key'),
    openTestDatabase(),
  ]);
  await provider.publish(key);
  const config = parseConfig({
    NODE_ENV: 'production',
    PORT: '0',
    JWKS_URL: provider.url.href,
    JWT_ISSUER: HERE.issuer,
    JWT_EMAIL_CLAIM: 'preferred_username',
    JWT_ROLE_CLAIM: 'resource_access.leadwarden.roles',
    JWT_TERRITORY_CLAIM: 'region',
  });
  const log = pino({ level: 'silent' });
  app = await createApp(config, { database: db, clock: clock.now, log, background: false });
  await app.start();
});

afterAll(async () => {
  await app.stop();
  await db[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});

const tokenOf = (name: string, roles: string[], claims: object = {}, by = key) =>
  sign(by, {
    email: undefined,
    preferred_username: `${name}@example.com`,
    resource_access: { leadwarden: { roles } },
    ...claims,
  });

const ME = '{ me { email role territory } }';

const extensions = { cost: { requested: 1, limit: 100_000 } };

async function overHttp(token: string) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: ME }),
  });
  return { status: response.status, body: await response.json() };
}

async function overWebSocket(token: string): Promise<unknown> {
  const client = createClient({
    url: `${app.url?.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  });
  try {
    return (await client.iterate({ query: ME }).next()).value;
  } catch (error) {
    return (error as { code: number }).code;
  } finally {
    await client.dispose();
  }
}

test('the provider says who it is and what they may do, alike over HTTP and WebSocket', async () => {
  await makeUser(db, { email: 'anna@example.com', role: 'REP' });
  const token = await tokenOf('anna', ['user', 'Manager'], { region: 'NORD' });
  const data = { me: { email: 'anna@example.com', role: 'MANAGER', territory: 'NORD' } };
  expect(await overHttp(token)).toEqual({ status: 200, body: { data, extensions } });
  expect(await overWebSocket(token)).toEqual({ data, extensions });
});

test('what does not count is refused alike over HTTP and WebSocket', async () => {
  const tokens = await Promise.all([
    tokenOf('stranger', ['ADMIN']),
    tokenOf('anna', ['user']),
    tokenOf('anna', ['MANAGER']),
    tokenOf('anna', ['ADMIN'], { aud: 'elsewhere' }),
    tokenOf('anna', ['ADMIN'], {}, await newKey('key')),
  ]);
  for (const token of tokens) {
    const { status, body } = await overHttp(token);
    expect([status, body]).toMatchObject([
      401,
      { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    ]);
    expect(await overWebSocket(token)).toBe(4403);
  }
});

test('somebody new comes in once the setting says so', async () => {
  await db.prisma.setting.create({ data: { key: 'provisionRole', value: 'REP' } });
  const token = await tokenOf('nora', ['auditor'], { name: 'Nora Neu' });
  const data = { me: { email: 'nora@example.com', role: 'AUDITOR', territory: null } };
  expect(await overHttp(token)).toEqual({ status: 200, body: { data, extensions } });
});

test('a provider that is away is no reason to call a token bad', async () => {
  const unknown = await tokenOf('anna', ['MANAGER'], { region: 'NORD' }, await newKey('new'));
  clock.advance({ minutes: 1 });
  provider.answer({ status: 503 });
  expect(await overHttp(unknown)).toMatchObject({
    status: 503,
    body: { errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
  });
  expect(await overWebSocket(unknown)).toBe(1013);
});

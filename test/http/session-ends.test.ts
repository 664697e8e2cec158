import { type Client, createClient } from 'graphql-ws';
import { pino } from 'pino';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { AS_SYSTEM } from '../../src/domain/actor.js';
import { appendEvents, type EventRow } from '../../src/platform/events/append-event.js';
import { createApp } from '../../src/run/app.js';
import { parseConfig } from '../../src/run/config.js';
import { type ApiUser, globalId } from '../support/api.js';
import { readSse } from '../support/sse.js';
import { testApi } from '../support/test-file.js';
import { withoutStart } from '../support/web-socket.js';

const api = await testApi({ started: true });
let url: string;
let admin: ApiUser;
let crm: ApiUser;
const clients: Client[] = [];
const quiet = pino({ level: 'silent' });

beforeAll(async () => {
  url = `${api.app.url}/graphql`;
  admin = await api.user('ADMIN', { name: 'Admin' });
  crm = await api.user('SERVICE', { name: 'Crm' });
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
});

const EVENTS = 'subscription { events { type } }';

/** Somebody who sees all events of leads, on a socket of their own. */
function connect(as: ApiUser, at = url) {
  const closes: { code: number; reason: string }[] = [];
  const client = createClient({
    url: at.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: true,
    connectionParams: { authorization: `Bearer ${as.token}` },
    on: { closed: (event) => void closes.push(event as { code: number; reason: string }) },
  });
  clients.push(client);
  return { closes, events: withoutStart(client.iterate({ query: EVENTS })) };
}

async function followers(count: number): Promise<void> {
  await expect.poll(() => api.app.followers, { timeout: 10_000 }).toBe(count);
}

async function mutate(document: string, variables: object): Promise<void> {
  const result = await api.query<Record<string, { __typename: string }>, unknown>(
    admin,
    document,
    variables,
  );
  expect(Object.values(result)[0]?.__typename).toMatch(/Payload$/);
}

const update = (id: string, change: string) =>
  mutate(`mutation ($id: ID!) { updateUser(input: { userId: $id, ${change} }) { __typename } }`, {
    id: globalId('User', id),
  });

async function apiToken(): Promise<ApiUser & { tokenId: string }> {
  const { createApiToken } = await api.query<
    { createApiToken: { token: string; apiToken: { id: string } } },
    unknown
  >(
    admin,
    /* GraphQL */ `
      mutation ($id: ID!) {
        createApiToken(input: { userId: $id, name: "CRM", scopes: ["read"] }) {
          ... on CreateApiTokenPayload { token apiToken { id } }
        }
      }
    `,
    { id: globalId('User', crm.id) },
  );
  return { ...crm, token: createApiToken.token, tokenId: createApiToken.apiToken.id };
}

const revoke = ({ tokenId }: { tokenId: string }) =>
  mutate('mutation ($id: ID!) { revokeApiToken(input: { apiTokenId: $id }) { __typename } }', {
    id: tokenId,
  });

/** Everything in one commit: nobody gets in between. */
async function happen(...events: Pick<EventRow, 'type' | 'payload'>[]): Promise<void> {
  const rows = events.map((event) => ({ ...event, occurredAt: api.clock.now(), actorId: null }));
  await api.app.db.transaction((tx) => appendEvents(tx, rows), AS_SYSTEM);
}

const REVOKED = { code: 4403, reason: 'The token was revoked or the user changed' };

let serial = 0;
async function newUser(): Promise<ApiUser> {
  serial += 1;
  return api.user('MANAGER', { name: `Manager${serial}` });
}

/** By the clock, which stands until it is told otherwise: there is time to connect. */
async function expiringIn50Ms({ email }: ApiUser): Promise<string> {
  const now = api.clock.advance({ ms: 950 });
  return (await api.app.issuer?.sign(email, now, 1000)) ?? '';
}

describe('a WebSocket is closed with 4403', () => {
  test.each([
    ['the user is deactivated', newUser, (who: ApiUser) => update(who.id, 'active: false')],
    ['the user gets another role', newUser, (who: ApiUser) => update(who.id, 'role: REP')],
    [
      'the user gets another territory',
      newUser,
      (who: ApiUser) => update(who.id, 'territory: "NORD"'),
    ],
    [
      'the API token is revoked',
      apiToken,
      (who: ApiUser) => revoke(who as ApiUser & { tokenId: string }),
    ],
  ])('as soon as %s, without any other event', async (_what, somebody, happens) => {
    const who = await somebody();
    const { closes, events } = connect(who);
    const next = events.next();
    await followers(1);
    const refused = expect(next).rejects.toMatchObject(REVOKED);
    await happens(who);
    await refused;
    expect(closes).toMatchObject([REVOKED]);
    await followers(0);
  });

  test('and no event comes after the one that ends it, although it was asked for', async () => {
    const who = await newUser();
    const { events } = connect(who);
    const next = events.next();
    await followers(1);
    const refused = expect(next).rejects.toMatchObject(REVOKED);
    await api.db.prisma.user.update({ where: { id: who.id }, data: { active: false } });
    await happen(
      { type: 'USER_CHANGED', payload: { userId: who.id } },
      { type: 'LEADS_PSEUDONYMIZED', payload: { count: 1 } },
    );
    await refused;
    await followers(0);
  });

  test('when the user changed unheard, at the next event, or that of a second later', async () => {
    const who = await newUser();
    const { events } = connect(who);
    const next = events.next();
    await followers(1);
    const refused = expect(next).rejects.toMatchObject(REVOKED);
    await api.db.prisma.user.update({ where: { id: who.id }, data: { active: false } });
    await happen({ type: 'LEADS_PSEUDONYMIZED', payload: { count: 1 } });
    await refused;
    await followers(0);
  });

  test('when its token expires', async () => {
    const who = await newUser();
    const token = await expiringIn50Ms(who);
    const { events } = connect({ ...who, token });
    const next = events.next();
    await followers(1);
    const refused = expect(next).rejects.toMatchObject({
      code: 4403,
      reason: 'The token has expired',
    });
    api.clock.advance({ ms: 50 });
    await refused;
    await followers(0);
  });

  test('by whichever process holds it', async () => {
    const config = parseConfig({ NODE_ENV: 'production', PORT: '0' });
    const overrides = { database: api.db, clock: api.clock.now, log: quiet, background: false };
    const other = await createApp(config, overrides);
    await other.start();
    try {
      const program = await apiToken();
      const { events } = connect(program, `${other.url}/graphql`);
      const next = events.next();
      await expect.poll(() => other.followers, { timeout: 10_000 }).toBe(1);
      const refused = expect(next).rejects.toMatchObject(REVOKED);
      await revoke(program);
      await refused;
    } finally {
      await other.stop();
    }
  });

  test('also one on which nothing runs', async () => {
    const who = await newUser();
    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: false,
      onNonLazyError: () => {},
      connectionParams: { authorization: `Bearer ${who.token}` },
    });
    clients.push(client);
    const closed = new Promise((resolve) => client.on('closed', resolve));
    await new Promise((resolve) => client.on('connected', resolve));
    await update(who.id, 'active: false');
    expect(await closed).toMatchObject(REVOKED);
  });
});

describe('a WebSocket stays open', () => {
  test('when only a name changes, and when another token of the same program is revoked', async () => {
    const [kept, gone] = [await apiToken(), await apiToken()];
    const { closes, events } = connect(kept);
    const next = events.next();
    await followers(1);
    await revoke(gone);
    await update(crm.id, 'name: "CRM system"');
    await happen({ type: 'LEADS_PSEUDONYMIZED', payload: { count: 1 } });
    expect(await next).toMatchObject({
      value: { data: { events: { type: 'LEADS_PSEUDONYMIZED' } } },
    });
    expect(closes).toEqual([]);
    await events.return?.();
    await followers(0);
  });
});

describe('a flow over SSE ends', () => {
  test('as soon as the user is deactivated', async () => {
    const who = await newUser();
    const flow = await readSse(url, who.token, { query: EVENTS });
    await followers(1);
    const ended = expect(flow.next()).rejects.toThrow('The flow has ended.');
    await update(who.id, 'active: false');
    await ended;
    await followers(0);
  });

  test('as soon as the API token is revoked', async () => {
    const program = await apiToken();
    const flow = await readSse(url, program.token, { query: EVENTS });
    await followers(1);
    const ended = expect(flow.next()).rejects.toThrow('The flow has ended.');
    await revoke(program);
    await ended;
    await followers(0);
  });

  test('when the token expires', async () => {
    const who = await newUser();
    const token = await expiringIn50Ms(who);
    const flow = await readSse(url, token, { query: EVENTS });
    await followers(1);
    const ended = expect(flow.next()).rejects.toThrow('The flow has ended.');
    api.clock.advance({ ms: 50 });
    await ended;
    await followers(0);
  });
});

test('programs sign in by the same tokens over a WebSocket, a bad one closes it', async () => {
  const program = await apiToken();
  const good = connect(program);
  const next = good.events.next();
  await followers(1);
  await good.events.return?.();
  await expect(next).resolves.toMatchObject({ done: true });
  const bad = connect({ ...program, token: `${program.token.slice(0, -1)}~` });
  await expect(bad.events.next()).rejects.toMatchObject({ code: 4403 });
});

test('nothing is kept of sessions that have ended', async () => {
  const flow = await readSse(url, admin.token, { query: EVENTS });
  const { events } = connect(admin);
  const next = events.next();
  await followers(2);
  expect(api.app.sessions).toBe(2);
  flow.close();
  await events.return?.();
  await next;
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  await expect.poll(() => api.app.sessions, { timeout: 10_000 }).toBe(0);
});

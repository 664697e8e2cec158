import type { Client } from 'graphql-ws';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ApiUser, globalId } from '../support/api.js';
import { readSse } from '../support/sse.js';
import { testApi } from '../support/test-file.js';
import { isStart, webSocketClient as openClient } from '../support/web-socket.js';

const api = await testApi({ started: true });
let url: string;
let anna: ApiUser;
let bert: ApiUser;
const clients: Client[] = [];

beforeAll(async () => {
  url = api.app.url ?? '';
  anna = await api.user('REP', { name: 'Anna' });
  bert = await api.user('REP', { name: 'Bert' });
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
});

const EVENTS = /* GraphQL */ `
  subscription ($after: Cursor, $types: [EventType!]) {
    events(after: $after, types: $types) { __typename cursor type lead { companyName } }
  }
`;

interface EventsResult {
  events: {
    __typename: string;
    cursor: string;
    type: string;
    lead: { companyName: string } | null;
  };
}

function webSocketClient(as: ApiUser | null): Client {
  const client = openClient(url, as?.token ?? null);
  clients.push(client);
  return client;
}

async function register(as: ApiUser, companyName: string): Promise<string> {
  const { registerLead } = await api.query<
    { registerLead: { __typename: string; lead: { id: string } } },
    unknown
  >(
    as,
    /* GraphQL */ `
      mutation ($companyName: String!) {
        registerLead(input: { companyName: $companyName, city: "Berlin" }) {
          __typename
          ... on UserError { message }
          ... on RegisterLeadPayload { lead { id } }
        }
      }
    `,
    { companyName },
  );
  expect(registerLead.__typename).toBe('RegisterLeadPayload');
  return registerLead.lead.id;
}

/** Resolves once the server follows the log for so many subscribers. */
async function followers(count: number): Promise<void> {
  await expect.poll(() => api.app.followers, { timeout: 10_000 }).toBe(count);
}

describe('over a WebSocket', () => {
  test('an agent is told of their own leads, and of nobody else’s', async () => {
    const events = webSocketClient(anna).iterate<EventsResult>({
      query: EVENTS,
      variables: { types: ['LEAD_REGISTERED'] },
    });
    const first = events.next();
    await followers(1);
    await register(bert, 'Hotel Fremd');
    await register(anna, 'Hotel Eigen');
    expect((await first).value).toMatchObject({
      data: {
        events: {
          __typename: 'LeadEvent',
          type: 'LEAD_REGISTERED',
          lead: { companyName: 'Hotel Eigen' },
        },
      },
    });
    await events.return?.();
    await followers(0);
  });

  test('whoever comes back with a cursor misses nothing and gets nothing twice', async () => {
    const variables = { types: ['LEAD_REGISTERED'] };
    const before = webSocketClient(anna).iterate<EventsResult>({ query: EVENTS, variables });
    const seen = before.next();
    await followers(1);
    await register(anna, 'Hotel Vorher');
    const cursor = (await seen).value?.data?.events.cursor;
    await before.return?.();
    await followers(0);
    await register(anna, 'Hotel Verpasst');

    const after = webSocketClient(anna).iterate<EventsResult>({
      query: EVENTS,
      variables: { ...variables, after: cursor },
    });
    const missed = await after.next();
    const live = after.next();
    await register(anna, 'Hotel Danach');
    expect([missed, await live].map(({ value }) => value?.data?.events.lead?.companyName)).toEqual([
      'Hotel Verpasst',
      'Hotel Danach',
    ]);
    await after.return?.();
    await followers(0);
  });

  test('a cursor that is none is refused before anything flows', async () => {
    const events = webSocketClient(anna).iterate({ query: EVENTS, variables: { after: 'x' } });
    expect((await events.next()).value).toMatchObject({
      errors: [{ extensions: { code: 'VALIDATION' } }],
    });
  });

  test('queries run as over HTTP', async () => {
    const result = await webSocketClient(anna).iterate({ query: '{ me { name } }' }).next();
    expect(result.value?.data).toEqual({ me: { name: 'Anna' } });
  });

  test('syntax errors and anonymous subscribers are told so, and the socket stays', async () => {
    const client = webSocketClient(null);
    await expect(client.iterate({ query: '{ me' }).next()).rejects.toMatchObject([
      { message: 'Syntax Error: Expected Name, found <EOF>.' },
    ]);
    const anonymous = await client.iterate({ query: EVENTS }).next();
    expect(anonymous.value).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  test('a bad token closes the socket with 4403', async () => {
    const client = webSocketClient({ ...anna, token: 'nonsense' });
    await expect(client.iterate({ query: '{ me { name } }' }).next()).rejects.toMatchObject({
      code: 4403,
    });
  });

  test('a socket carries a hundred subscriptions; what is too many is told so', async () => {
    const client = webSocketClient(anna);
    const refusals = await new Promise<unknown[]>((resolve) => {
      const told: unknown[] = [];
      for (let i = 0; i < 300; i++) {
        client.subscribe(
          { query: EVENTS },
          {
            next: (result) => {
              // A hundred are told where they begin.
              if (isStart(result)) return;
              told.push(result.errors?.[0]?.extensions);
              if (told.length === 200) resolve(told);
            },
            error: () => {},
            complete: () => {},
          },
        );
      }
    });
    expect(refusals).toEqual(Array(200).fill({ code: 'TOO_MANY_SUBSCRIPTIONS' }));
    await followers(100);
    await client.dispose();
    await followers(0);
  });

  test('the socket is closed when the user may no longer act as before', async () => {
    const carl = await api.user('REP', { name: 'Carl' });
    const events = webSocketClient(carl).iterate({ query: EVENTS });
    const next = events.next();
    await followers(1);
    const refused = expect(next).rejects.toMatchObject({ code: 4403 });
    await api.db.prisma.user.update({ where: { id: carl.id }, data: { active: false } });
    const manager = await api.user('ADMIN');
    await api.query(
      manager,
      /* GraphQL */ `
        mutation ($ownerId: ID!) {
          registerLead(input: { companyName: "Hotel Spaet", city: "Ulm", ownerId: $ownerId }) {
            __typename
          }
        }
      `,
      { ownerId: globalId('User', anna.id) },
    );
    await refused;
    await followers(0);
  });
});

describe('over SSE', () => {
  test('events arrive as they happen, and the connection can be closed', async () => {
    const flow = await readSse(`${url}/graphql`, anna.token, { query: EVENTS });
    await followers(1);
    const id = await register(anna, 'Hotel Strom');
    expect(await flow.next()).toMatchObject({
      data: { events: { type: 'LEAD_REGISTERED', lead: { companyName: 'Hotel Strom' } } },
    });
    flow.close();
    await followers(0);
    expect(id).toBeTruthy();
  });

  test('one lead can be followed; a lead one may not see cannot', async () => {
    const id = await register(anna, 'Hotel Einzeln');
    const document = /* GraphQL */ `
      subscription ($id: ID!) { leadChanged(id: $id) { type } }
    `;
    const foreign = await readSse(`${url}/graphql`, bert.token, {
      query: document,
      variables: { id },
    });
    expect(await foreign.next()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    const flow = await readSse(`${url}/graphql`, anna.token, {
      query: document,
      variables: { id },
    });
    await followers(1);
    await api.query(
      anna,
      /* GraphQL */ `
        mutation ($id: ID!) { releaseLead(input: { leadId: $id }) { __typename } }
      `,
      { id },
    );
    expect(await flow.next()).toEqual({ data: { leadChanged: { type: 'LEAD_RELEASED' } } });
    flow.close();
    await followers(0);
  });
});

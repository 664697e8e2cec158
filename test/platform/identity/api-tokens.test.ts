import { inspect } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatToken } from '../../../src/features/api-tokens/api-token.js';
import { newId } from '../../../src/platform/db/ids.js';
import { newSecret } from '../../../src/platform/keys/secret.js';
import { type ApiUser, globalId, START } from '../../support/api.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();
let admin: ApiUser;
let auditor: ApiUser;
let rep: ApiUser;
let crm: ApiUser;

beforeAll(async () => {
  admin = await api.user('ADMIN', { name: 'Admin' });
  auditor = await api.user('AUDITOR', { name: 'Auditor' });
  rep = await api.user('REP', { name: 'Rep' });
  crm = await api.user('SERVICE', { name: 'Crm' });
});

const EVERYTHING = { depth: null, maxArrayLength: null, maxStringLength: null };

const CREATE = /* GraphQL */ `
  mutation ($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      __typename
      ... on UserError { message }
      ... on CreateApiTokenPayload {
        token
        replayed
        apiToken { id name scopes expiresAt revokedAt lastUsedAt user { name } createdBy { name } }
      }
    }
  }
`;

const REVOKE = /* GraphQL */ `
  mutation ($id: ID!) {
    revokeApiToken(input: { apiTokenId: $id }) {
      __typename
      ... on UserError { message }
      ... on RevokeApiTokenPayload { apiToken { revokedAt } }
    }
  }
`;

interface Created {
  __typename: string;
  message?: string;
  token: string | null;
  replayed: boolean;
  apiToken: { id: string };
}

/** Each is another request: the clock stands still. */
let made = 0;

async function create(input: object = {}, as: ApiUser = admin): Promise<Created> {
  const { createApiToken } = await api.query<{ createApiToken: Created }, unknown>(as, CREATE, {
    input: { userId: globalId('User', crm.id), name: `CRM ${made++}`, scopes: ['read'], ...input },
  });
  return createApiToken;
}

async function programWith(...scopes: string[]): Promise<ApiUser & { tokenId: string }> {
  const { token, apiToken } = await create({ scopes });
  return { ...crm, token: token ?? '', tokenId: apiToken.id };
}

const revoke = (id: string, as = admin) =>
  api.query<{ revokeApiToken: { __typename: string; message?: string } }, unknown>(as, REVOKE, {
    id,
  });

const ME = '{ me { name role } }';

describe('an API token', () => {
  test('is told once, signs a program in, and is listed without its secret', async () => {
    const created = await create({
      name: 'Nightly sync',
      scopes: ['read', 'registerLead', 'read'],
    });
    expect(created).toEqual({
      __typename: 'CreateApiTokenPayload',
      token: expect.stringMatching(/^lwt_[0-9a-f]{32}_[\w-]{43}$/),
      replayed: false,
      apiToken: {
        id: expect.any(String),
        name: 'Nightly sync',
        scopes: ['read', 'registerLead'],
        expiresAt: '2027-03-01T09:00:00.000Z',
        revokedAt: null,
        lastUsedAt: null,
        user: { name: 'Crm' },
        createdBy: { name: 'Admin' },
      },
    });
    const program = { ...crm, token: created.token ?? '' };
    expect(await api.query(program, ME)).toEqual({ me: { name: 'Crm', role: 'SERVICE' } });

    const list = '{ apiTokens(first: 1) { edges { node { name lastUsedAt } } } }';
    const expected = {
      apiTokens: {
        edges: [{ node: { name: 'Nightly sync', lastUsedAt: api.clock.now().toISOString() } }],
      },
    };
    expect(await api.query(admin, list)).toEqual(expected);
    expect(await api.query(auditor, list)).toEqual(expected);
    expect(await api.query(rep, list)).toEqual({ apiTokens: { edges: [] } });
    expect(
      await api.query(rep, 'query ($id: ID!) { node(id: $id) { id } }', {
        id: created.apiToken.id,
      }),
    ).toEqual({ node: null });
  });

  test('leaves no secret in the database, the audit trail or the log', async () => {
    const { token } = await create();
    const secret = token?.slice(-43) ?? '';
    const rows = await Promise.all([
      api.db.prisma.apiToken.findMany(),
      api.db.prisma.auditEntry.findMany(),
      api.db.prisma.domainEvent.findMany(),
    ]);
    expect(inspect([rows, api.logged], EVERYTHING)).not.toContain(secret);
    expect(rows[1].map(({ action }) => action)).toContain('createApiToken');
  });

  test('sent again with its idempotency key is not told again', async () => {
    const input = { name: 'Once', idempotencyKey: 'once' };
    const [first, again] = [await create(input), await create(input)];
    expect(again).toMatchObject({
      token: null,
      replayed: true,
      apiToken: { id: first.apiToken.id },
    });
  });

  test('is recorded as used once a minute', async () => {
    const program = await programWith('read');
    const used = async () => {
      await api.query(program, ME);
      return api.query(
        admin,
        'query ($id: ID!) { node(id: $id) { ... on ApiToken { lastUsedAt } } }',
        { id: program.tokenId },
      );
    };
    const first = api.clock.now().toISOString();
    expect(await used()).toEqual({ node: { lastUsedAt: first } });
    api.clock.advance({ seconds: 59 });
    expect(await used()).toEqual({ node: { lastUsedAt: first } });
    api.clock.advance({ seconds: 1 });
    expect(await used()).toEqual({ node: { lastUsedAt: api.clock.now().toISOString() } });
  });

  test.each([
    ['no scope', { scopes: [] }, 'is empty, allowed are one or more of read, registerLead'],
    [
      'a scope that is none',
      { scopes: ['write'] },
      '"write" given, allowed is one of read, registerLead',
    ],
    [
      'what programs may not do',
      { scopes: ['createUser'] },
      '"createUser" given, which no program may: it decides who may sign in',
    ],
    ['no name', { name: ' ' }, 'name: is empty'],
    [
      'an expiry that has passed',
      { expiresAt: START },
      'given, allowed is later than now, up to 2027',
    ],
    [
      'more than a year',
      { expiresAt: '2028-01-01T00:00:00Z' },
      'given, allowed is later than now, up to 2027',
    ],
  ])('is not made with %s', async (_what, input, message) => {
    expect(await create(input)).toMatchObject({
      __typename: 'ValidationError',
      message: expect.stringContaining(message),
    });
  });

  test('is made by admins, for programs', async () => {
    expect(await create({}, auditor)).toMatchObject({ __typename: 'ForbiddenError' });
    expect(await create({ userId: globalId('User', rep.id) })).toMatchObject({
      __typename: 'ConflictError',
      message: 'The user is REP; API tokens are for active SERVICE users.',
    });
  });
});

describe('refused alike, whatever is wrong with it', () => {
  async function refusalOf(token: string) {
    const { errors } = await api.execute({ ...crm, token }, ME);
    return errors;
  }
  const REFUSAL = [
    { message: 'The API token does not count.', extensions: { code: 'UNAUTHENTICATED' } },
  ];

  test.each([
    ['no form', async () => 'lwt_x'],
    ['an unknown id', async () => formatToken({ id: newId(), secret: newSecret() })],
    [
      'a wrong secret',
      async () => {
        const { token } = await programWith('read');
        return `${token.slice(0, -43)}${newSecret()}`;
      },
    ],
    [
      'the secret of another token',
      async () => {
        const [one, other] = [await programWith('read'), await programWith('read')];
        return `${one.token.slice(0, -43)}${other.token.slice(-43)}`;
      },
    ],
    [
      'a revoked one',
      async () => {
        const { token, tokenId } = await programWith('read');
        await revoke(tokenId);
        return token;
      },
    ],
    [
      'one that has expired',
      async () => {
        const expiresAt = new Date(api.clock.now().getTime() + 1000).toISOString();
        const { token } = await create({ expiresAt });
        api.clock.advance({ seconds: 1 });
        return token ?? '';
      },
    ],
    [
      'one of a program that is not active',
      async () => {
        const old = await api.user('SERVICE', { name: 'Old' });
        const { token } = await create({ userId: globalId('User', old.id) });
        await api.db.prisma.user.update({ where: { id: old.id }, data: { active: false } });
        return token ?? '';
      },
    ],
    [
      'one of a program that has become a person',
      async () => {
        const bot = await api.user('SERVICE', { name: 'Bot' });
        const { token } = await create({ userId: globalId('User', bot.id) });
        await api.db.prisma.user.update({ where: { id: bot.id }, data: { role: 'ADMIN' } });
        return token ?? '';
      },
    ],
  ])('%s', async (_what, token) => {
    expect(await refusalOf(await token())).toEqual(REFUSAL);
  });

  test('a program cannot sign in by a JWT, which has no scopes', async () => {
    const token = (await api.app.issuer?.sign(crm.email, api.clock.now())) ?? '';
    expect((await api.execute({ ...crm, token }, ME)).errors?.[0]?.message).toBe(
      'The token is for nobody who may sign in here.',
    );
  });

  test('it is revoked once, by admins', async () => {
    const { tokenId } = await programWith('read');
    expect(await revoke(tokenId, rep)).toMatchObject({
      revokeApiToken: { __typename: 'ForbiddenError' },
    });
    expect(await revoke(tokenId)).toEqual({
      revokeApiToken: {
        __typename: 'RevokeApiTokenPayload',
        apiToken: { revokedAt: api.clock.now().toISOString() },
      },
    });
    expect(await revoke(tokenId)).toMatchObject({
      revokeApiToken: { __typename: 'ConflictError' },
    });
  });
});

describe('scopes', () => {
  const register = (companyName: string, asked: string) => /* GraphQL */ `
    mutation {
      registerLead(input: {
        companyName: "${companyName}", city: "Ulm", ownerId: "OWNER"
      }) {
        __typename
        ... on UserError { message }
        ... on RegisterLeadPayload { ${asked} }
      }
    }
  `;
  const asked = (as: ApiUser, document: string) =>
    api.execute(as, document.replace('OWNER', globalId('User', rep.id)));
  const NO_READ = {
    message:
      'The token has no scope `read`: it may ask for `me`, use the verbs in its scopes, and ask for the ids of what those change.',
    extensions: { code: 'FORBIDDEN' },
  };

  test('with `read` a program reads and changes nothing', async () => {
    const reader = await programWith('read');
    expect(await api.query(reader, '{ leads { edges { node { id } } } }')).toMatchObject({
      leads: {},
    });
    expect((await asked(reader, register('Hotel Lesen', 'lead { id }'))).data).toEqual({
      registerLead: {
        __typename: 'ForbiddenError',
        message: 'The token may not registerLead, its scopes are read',
      },
    });
  });

  test('with a verb it does that, and hears which thing it was done to', async () => {
    const writer = await programWith('registerLead');
    expect(
      (await asked(writer, register('Hotel Schreiben', 'lead { __typename id }'))).data,
    ).toEqual({
      registerLead: {
        __typename: 'RegisterLeadPayload',
        lead: { __typename: 'Lead', id: expect.any(String) },
      },
    });
    expect(await api.query(writer, '{ __typename me { name } }')).toMatchObject({
      me: { name: 'Crm' },
    });
  });

  test('a verb that is a query has a scope of its own, and needs it', async () => {
    const check = '{ checkLeadConflict(input: { companyName: "Hotel Frage", city: "Ulm" }) }';
    const checker = await programWith('checkLeadConflict');
    expect(await api.query(checker, check)).toEqual({ checkLeadConflict: 'FREE' });
    expect(
      (await api.execute(checker, `{ ${check.slice(2, -1)} leads { edges { node { id } } } }`))
        .errors,
    ).toMatchObject([NO_READ]);
    const writer = await programWith('registerLead');
    expect((await api.execute(writer, check)).errors).toMatchObject([
      { message: 'The token may not checkLeadConflict, its scopes are registerLead' },
    ]);
  });

  test.each([
    ['a list', '{ leads { edges { node { id } } } }'],
    ['a list beside `me`', '{ me { name } leads { pageInfo { hasNextPage } } }'],
    ['a node', `{ node(id: "${globalId('User', newId())}") { id } }`],
    [
      'a list through a fragment',
      '{ ...F } fragment F on Query { users { edges { node { name } } } }',
    ],
    ['a list by another name', '{ me: leads { edges { node { companyName } } } }'],
    ['what a mutation leads to', register('Hotel Neugier', 'lead { companyName }')],
    [
      'the same through a fragment',
      `${register('Hotel Neugier', 'lead { ...F }')} fragment F on Lead { city }`,
    ],
    ['a subscription', 'subscription { events { id } }'],
  ])('without `read` a program may not ask for %s, and nothing is done', async (_what, document) => {
    const writer = await programWith('registerLead');
    const { errors, data } = await asked(writer, document);
    expect({ errors, data }).toEqual({ errors: [NO_READ], data: undefined });
    expect(await api.db.prisma.lead.count({ where: { companyName: 'Hotel Neugier' } })).toBe(0);
  });

  test('other operations in the document do not matter', async () => {
    const writer = await programWith('registerLead');
    const response = await api.app.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${writer.token}` },
        body: JSON.stringify({
          query: 'query A { me { name } } query B { leads { pageInfo { hasNextPage } } }',
          operationName: 'A',
        }),
      }),
    );
    expect(await response.json()).toMatchObject({ data: { me: { name: 'Crm' } } });
  });
});

import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/domain/error-codes.js';
import { errorsPage } from '../../src/run/print-errors.js';
import type { ApiUser } from '../support/api.js';
import { testApi } from '../support/test-file.js';
import { webSocketClient } from '../support/web-socket.js';

const api = await testApi({ started: true });
let anna: ApiUser;

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
});

const ME = '{"query":"{ me { id } }"}';
const [UNKNOWN, UNSUPPORTED, UNALLOWED] = [
  'UNAUTHENTICATED',
  'UNSUPPORTED_MEDIA_TYPE',
  'METHOD_NOT_ALLOWED',
];
const text = { 'content-type': 'text/html' };

const DOCUMENTS: [which: string, payload: { query: string; variables?: object }, code: string][] = [
  ['is no GraphQL', { query: '{ me {' }, 'GRAPHQL_PARSE_FAILED'],
  ['asks for what there is not', { query: '{ me { wage } }' }, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'brings a variable of another type',
    { query: 'query ($n: Int) { leads(first: $n) { edges { cursor } } }', variables: { n: 'ten' } },
    'BAD_USER_INPUT',
  ],
  [
    'brings an enum value that there is not',
    {
      query: 'query ($s: LeadStatus!) { leads(filter: {status: [$s]}) { edges { cursor } } }',
      variables: { s: 'GONE' },
    },
    'BAD_USER_INPUT',
  ],
  [
    'brings an instant that is none',
    { query: '{ explainProtection(leadId: "x", at: "yesterday") { text } }' },
    'BAD_USER_INPUT',
  ],
  ['brings an id that is none', { query: '{ lead(id: "x") { id } }' }, 'VALIDATION'],
  ['lacks a variable', { query: 'query ($id: ID!) { lead(id: $id) { id } }' }, 'BAD_USER_INPUT'],
];

describe('an operation that', () => {
  test.each(
    DOCUMENTS,
  )('%s has a code, over HTTP and WebSocket alike', async (_w, payload, code) => {
    const overHttp = await api.execute(anna, payload.query, payload.variables);
    expect(overHttp.errors?.map(({ extensions }) => extensions?.code)).toEqual([code]);
    const client = webSocketClient(api.app.url ?? '', anna.token);
    const { query, variables = {} } = payload;
    const errors = await client
      .iterate({ query, variables: { ...variables } })
      .next()
      .then(
        ({ value }) => value?.errors,
        (refused: unknown) => refused,
      );
    expect(errors).toMatchObject([{ extensions: { code } }]);
    await client.dispose();
  });
});

type Sent = RequestInit & { path?: string; as?: null };

describe('a request', () => {
  const json = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
  };
  const form = new FormData();
  form.set('map', '{}');
  test.each<[which: string, request: Sent, status: number, code: string]>([
    ['that is no JSON', { method: 'POST', headers: json, body: '{' }, 400, 'BAD_REQUEST'],
    ['without a query', { method: 'POST', headers: json, body: '{}' }, 400, 'BAD_REQUEST'],
    [
      'for an operation that the document has not',
      {
        method: 'POST',
        headers: json,
        body: '{"query":"query A { me { id } } query B { me { id } }","operationName":"C"}',
      },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['with a form that lacks its operations', { method: 'POST', body: form }, 400, 'BAD_REQUEST'],
    ['without a token', { method: 'POST', headers: json, body: ME, as: null }, 401, UNKNOWN],
    ['in a form that is not taken', { method: 'POST', headers: text, body: ME }, 415, UNSUPPORTED],
    ['by another method', { method: 'PUT', headers: json, body: ME }, 405, 'BAD_REQUEST'],
    [
      'that takes nothing there is',
      { method: 'POST', headers: { ...json, accept: 'image/png' }, body: ME },
      406,
      'NOT_ACCEPTABLE',
    ],
    ['to a route by another method', { method: 'POST', path: '/health/live' }, 405, UNALLOWED],
    ['to an address where nothing is', { path: '/leads' }, 404, 'NOT_FOUND'],
  ])('%s is refused with a code', async (_which, {
    path = '/graphql',
    as,
    ...init
  }, status, code) => {
    const headers = new Headers(init.headers);
    if (as !== null) headers.set('authorization', `Bearer ${anna.token}`);
    const response = await api.app.fetch(
      new Request(`http://localhost${path}`, { ...init, headers }),
    );
    const isProblem = response.headers.get('content-type') === 'application/problem+json';
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status,
      body: isProblem ? { status, code } : { errors: [{ extensions: { code } }] },
    });
    expect(Object.keys(ERROR_CODES)).toContain(code);
  });
});

test('docs/errors.md is the tables; `npm run docs` writes it', async () => {
  expect(await readFile('docs/errors.md', 'utf8')).toBe(errorsPage());
});

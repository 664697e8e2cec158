import { beforeAll, describe, expect, test } from 'vitest';
import type { ApiUser } from '../support/api.js';
import { testApi } from '../support/test-file.js';

const api = await testApi();
let anna: ApiUser;
let german: ApiUser;

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
  german = await api.user('REP', { name: 'Hans' });
  await api.db.prisma.user.update({ where: { id: german.id }, data: { locale: 'de' } });
});

function ask(as: ApiUser | null, path: string, language: string | null, body?: object) {
  return api.app.fetch(
    new Request(`http://localhost${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        'content-type': 'application/json',
        ...(as ? { authorization: `Bearer ${as.token}` } : {}),
        ...(language === null ? {} : { 'accept-language': language }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
}

const REGISTER = `mutation { registerLead(input: { companyName: " ", city: "Ulm" }) {
  ... on UserError { code message detail } ... on ValidationError { problems { path message } } } }`;
const ENGLISH = 'companyName: is empty, allowed is a text';
const GERMAN = 'companyName: ist leer, erlaubt ist ein Text';

describe('errors that mutations return are in the language', () => {
  test.each<[string, () => ApiUser, string | null, string]>([
    ['of the user', () => german, null, GERMAN],
    ['of the user, if the client names none there is', () => german, 'fr, *', GERMAN],
    ['that the client asks for', () => german, 'fr, en;q=0.8, de;q=0.5', ENGLISH],
    ['that the client asks for, whatever the user reads', () => anna, 'de-AT', GERMAN],
  ])('%s', async (_which, as, language, message) => {
    const response = await ask(as(), '/graphql', language, { query: REGISTER });
    const { data } = (await response.json()) as { data: { registerLead: object } };
    expect(data.registerLead).toEqual({
      code: 'VALIDATION',
      message,
      detail: ENGLISH,
      problems: [{ path: 'companyName', message: message.slice('companyName: '.length) }],
    });
  });
});

test('errors that are thrown keep their code, and say in English what they are about', async () => {
  const query = '{ leads(first: 101) { totalCount } }';
  const response = await ask(german, '/graphql', null, { query });
  expect(await response.json()).toMatchObject({
    errors: [
      {
        message: 'first: 101 angegeben, erlaubt ist 0 bis 100',
        extensions: { code: 'VALIDATION', detail: 'first: 101 is given, allowed is 0 to 100' },
      },
    ],
  });
});

test('routes beside GraphQL answer problems', async () => {
  const response = await ask(anna, '/exports/leads.csv?filtr={}', 'de');
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toEqual({
    type: 'about:blank',
    title: 'Eine Eingabe verletzt eine Regel.',
    status: 400,
    code: 'VALIDATION',
    detail: expect.stringContaining('filtr: '),
    problems: [{ path: 'filtr', message: expect.stringContaining('is no parameter') }],
  });
  const unknown = await ask(null, '/exports/leads.csv', null);
  expect([unknown.status, await unknown.json()]).toMatchObject([
    401,
    { title: 'No token, or an invalid one.', status: 401, code: 'UNAUTHENTICATED' },
  ]);
});

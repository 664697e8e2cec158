import { beforeAll, expect, test } from 'vitest';
import type { ApiUser } from '../../support/api.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();

let south: ApiUser;
let manager: ApiUser;
let ida: ApiUser;

const register = (as: ApiUser, input: string) =>
  api.query(
    as,
    `mutation { registerLead(input: { ${input} }) {
      ... on RegisterLeadPayload { lead { id } } ... on UserError { message } } }`,
  );
const explain = (as: ApiUser, input: string) =>
  api.execute(
    as,
    `{ explainConflict(input: { ${input} }) {
      verdict hidden matches { lead { companyName city } certain why { by words } } } }`,
  );

beforeAll(async () => {
  south = await api.user('REP', { name: 'Sara', territory: 'SOUTH' });
  const north = await api.user('REP', { name: 'Nils', territory: 'NORTH' });
  manager = await api.user('MANAGER', { name: 'Mia', territory: 'SOUTH' });
  ida = await api.user('ADMIN', { name: 'Ida' });
  await register(
    south,
    'companyName: "Landgasthof Zum Goldenen Anker GmbH", city: "Köln-Mülheim", contacts: [{ name: "Jo", email: "jo@anker.example" }]',
  );
  await register(
    north,
    'companyName: "Fischhaus", city: "Kiel", contacts: [{ name: "Jo", email: "koch@anker.example" }], overrideReason: "Sister house"',
  );
});

const ASKED = 'companyName: "Gasthof Goldener Anker", city: "Köln", email: "chef@anker.example"';
const ANKER = {
  lead: { companyName: 'Landgasthof Zum Goldenen Anker GmbH', city: 'Köln-Mülheim' },
  certain: true,
  why: [
    { by: 'NAME', words: ['goldener', 'anker'] },
    { by: 'CITY', words: [] },
    { by: 'DOMAIN', words: [] },
  ],
};

test('an admin sees which leads a company is or may be, and why', async () => {
  const { data, errors } = await explain(ida, ASKED);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    explainConflict: {
      verdict: 'PROTECTED',
      hidden: 0,
      matches: [
        ANKER,
        {
          lead: { companyName: 'Fischhaus', city: 'Kiel' },
          certain: false,
          why: [{ by: 'DOMAIN', words: [] }],
        },
      ],
    },
  });
});

test('a manager sees those of the territory, and how many there are elsewhere', async () => {
  const { data } = await explain(manager, ASKED);
  expect(data).toEqual({ explainConflict: { verdict: 'PROTECTED', hidden: 1, matches: [ANKER] } });
});

test('agents are told nothing', async () => {
  const { errors } = await explain(south, ASKED);
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('each one counts as a check', async () => {
  const count = () => api.db.prisma.conflictCheck.count({ where: { actorId: manager.id } });
  const before = await count();
  await explain(manager, ASKED);
  expect(await count()).toBe(before + 1);
});

test('what is wrong with the question is named', async () => {
  const { errors } = await explain(ida, 'companyName: " ", city: "Ulm", phone: "12"');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION' });
});

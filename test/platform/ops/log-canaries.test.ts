import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { ValidationError } from '../../../src/domain/errors.js';
import { createLog } from '../../../src/platform/ops/log.js';
import type { ApiUser } from '../../support/api.js';
import { testApi } from '../../support/test-file.js';

const CANARY = 'Kanarienvogel';

const api = await testApi();
let anna: ApiUser;

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
});

const REGISTER = /* GraphQL */ `
  mutation ($contact: ContactInput!) {
    registerLead(input: { companyName: "Hotel Gelb", city: "Ulm", contacts: [$contact] }) {
      __typename
    }
  }
`;

const contact = {
  name: CANARY,
  email: `${CANARY}@example.com`,
  phone: '+49 731 4711471',
  role: CANARY,
};

function canariesLogged(): string[] {
  return api.logged.filter((line) => /kanarienvogel|4711471/i.test(line));
}

test.each([
  [
    'a row that breaks a constraint',
    `ADD CONSTRAINT canary CHECK (name <> '${CANARY}')`,
    'DROP CONSTRAINT canary',
  ],
  ['a column that is not there', 'RENAME COLUMN role TO role_', 'RENAME COLUMN role_ TO role'],
  [
    'a value that does not fit',
    'ALTER COLUMN role TYPE integer USING 0',
    'ALTER COLUMN role TYPE text',
  ],
])('%s leaves no personal datum in the log', async (_what, breaks, mends) => {
  await api.db.prisma.$executeRawUnsafe(`ALTER TABLE contact ${breaks}`);
  try {
    const before = api.logged.length;
    const { errors } = await api.execute(anna, REGISTER, { contact });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(errors)).not.toContain(CANARY);
    expect(api.logged.length).toBeGreaterThan(before);
    expect(canariesLogged()).toEqual([]);
  } finally {
    await api.db.prisma.$executeRawUnsafe(`ALTER TABLE contact ${mends}`);
  }
});

test('neither do inputs that are refused, nor tokens', async () => {
  const long = CANARY.repeat(100);
  await api.execute(anna, REGISTER, { contact: { ...contact, name: long } });
  await api.execute(anna, REGISTER, { contact: { ...contact, unknown: CANARY } });
  await api.execute(anna, `{ me { name(${CANARY}: 1) } }`);
  await api.execute({ ...anna, token: CANARY }, '{ me { name } }');
  expect(canariesLogged()).toEqual([]);
  expect(api.logged.some((line) => line.includes(anna.token))).toBe(false);
});

test('a value forges no line and no colour: nothing in it is obeyed', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const text = 'x\r\n{"level":30,"msg":"forged"}\u2028\u001b[2J\u009b31m\u007f\u202etxet';
  log.info({ text, err: new Error(text) }, text);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).toMatch(/^[\x20-\x7e]+$/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ text, msg: text });
});

test('an error of our own, which quotes what was given, is logged without that', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const id = '019b2f3c-0000-7000-8000-000000000001';
  const message = `"${CANARY}@x" is no address; “${CANARY}” is too long; "${id}" owns the lead`;
  log.error({ err: new ValidationError([{ path: 'email', message }]) });
  expect(lines[0]).not.toContain(CANARY);
  expect(JSON.parse(lines[0] ?? '').err.message).toBe(
    `email: … is no address; … is too long; "${id}" owns the lead`,
  );
});

test('an error keeps what helps to find it: kind, code, place and cause', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const cause = Object.assign(new pg.DatabaseError(`bad input: "${CANARY}"`, 0, 'error'), {
    name: 'DatabaseError',
    code: '22P02',
    detail: CANARY,
  });
  log.error({ err: new TypeError('could not read', { cause }) });
  expect(lines[0]).not.toContain(CANARY);
  expect(JSON.parse(lines[0] ?? '').err).toMatchObject({
    type: 'TypeError',
    message: 'could not read',
    stack: expect.stringContaining('log-canaries.test.ts'),
    cause: { type: 'DatabaseError', code: '22P02', message: 'bad input: …' },
  });
});

test('neither do values of queries that the database or the program cannot read', async () => {
  const before = api.logged.length;
  const cursor = Buffer.from(JSON.stringify([CANARY, CANARY])).toString('base64url');
  for (const query of [
    `{ leads(after: "${cursor}") { edges { node { id } } } }`,
    `{ leads(after: "${CANARY}") { edges { node { id } } } }`,
    `{ node(id: "${Buffer.from(`Lead:${CANARY}`).toString('base64')}") { id } }`,
    `{ eventLog(after: "${CANARY}") { edges { node { id } } } }`,
  ]) {
    await api.execute(anna, query);
  }
  expect(canariesLogged()).toEqual([]);
  expect(api.logged.length).toBeGreaterThanOrEqual(before);
});

test.each([
  [() => JSON.parse(CANARY), 'SyntaxError: a text could not be read'],
  [() => BigInt(CANARY), 'SyntaxError: a text could not be read'],
  [
    () => {
      throw Object.assign(
        new Error(`Error creating UUID, invalid character: found \`${CANARY}\` at 1`),
        {
          name: 'PrismaClientKnownRequestError',
        },
      );
    },
    'Error creating UUID, invalid character: found … at 1',
  ],
  [
    () => {
      throw Object.assign(new Error(`relation "contact" holds "${CANARY}"`), {
        name: 'DatabaseError',
      });
    },
    'relation "contact" holds …',
  ],
])('what a library quotes is not logged, names of the schema are', (fail, said) => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  try {
    fail();
  } catch (err) {
    log.error({ err });
  }
  expect(lines[0]).not.toContain(CANARY);
  const { type, message } = JSON.parse(lines[0] ?? '').err;
  expect(`${type}: ${message}`).toContain(said);
});

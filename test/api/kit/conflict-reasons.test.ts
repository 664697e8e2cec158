import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { CONFLICT_REASONS } from '../../../src/domain/conflict-reasons.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { mutate } from '../../support/mutate.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();
let anna: ApiUser;
let bert: ApiUser;

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna' });
  bert = await api.user('REP', { name: 'Bert' });
});

/** What the mutation answers: its reason if it is a conflict. */
async function answer(as: ApiUser, name: string, input: object): Promise<object> {
  const body = JSON.parse(await mutate(api, as, name, input)) as { data: { answer: object } };
  return body.data.answer;
}

async function register(companyName: string): Promise<string> {
  await answer(anna, 'registerLead', { companyName, city: 'Ulm' });
  const { id } = await api.db.prisma.lead.findFirstOrThrow({ where: { companyName } });
  return globalId('Lead', id);
}

test('the company that another agent protects: COMPANY_PROTECTED', async () => {
  await register('Hotel Adler');
  expect(
    await answer(bert, 'registerLead', { companyName: 'Hotel Adler', city: 'Ulm' }),
  ).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT', reason: 'COMPANY_PROTECTED' });
});

test('a lead that was changed meanwhile: STALE_VERSION', async () => {
  const leadId = await register('Hotel Bär');
  const input = { leadId, expectedVersion: 1, source: 'Messe' };
  expect(await answer(anna, 'updateLead', input)).toEqual({ __typename: 'UpdateLeadPayload' });
  expect(await answer(anna, 'updateLead', input)).toMatchObject({ reason: 'STALE_VERSION' });
});

test('an idempotency key with another input: KEY_REUSED', async () => {
  const leadId = await register('Hotel Dachs');
  const input = { leadId, kind: 'NOTE', idempotencyKey: 'k1' };
  await answer(anna, 'logActivity', input);
  expect(await answer(anna, 'logActivity', { ...input, kind: 'OFFER' })).toMatchObject({
    reason: 'KEY_REUSED',
  });
});

test('a hold that has ended: HOLD_ENDED', async () => {
  const leadId = await register('Hotel Esel');
  await answer(anna, 'startHold', { leadId, reason: 'SUPPLY_ISSUE' });
  api.clock.advance({ hours: 1 });
  const { id } = await api.db.prisma.hold.findFirstOrThrow();
  const holdId = globalId('Hold', id);
  await answer(anna, 'endHold', { holdId });
  expect(await answer(anna, 'endHold', { holdId })).toMatchObject({ reason: 'HOLD_ENDED' });
});

test('every reason that the schema tells is one that some verb gives', async () => {
  const files = await readdir('src', { recursive: true });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.includes('generated'));
  const texts = await Promise.all(
    sources
      .filter((file) => file !== 'conflict-reasons.ts')
      .map((file) => readFile(`src/${file}`, 'utf8')),
  );
  const code = texts.join('\n');
  const unused = Object.keys(CONFLICT_REASONS).filter((reason) => !code.includes(`'${reason}'`));
  expect(unused).toEqual([]);
});

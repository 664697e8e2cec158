import { beforeEach, describe, expect, test } from 'vitest';
import { ConflictError } from '../../../src/domain/errors.js';
import { importLeads } from '../../../src/features/imports/import-leads.js';
import { claimLead } from '../../../src/features/ownership/claim-lead.js';
import { convertLead } from '../../../src/features/ownership/convert-lead.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { reassignLead } from '../../../src/features/ownership/reassign-lead.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { reopenLead } from '../../../src/features/ownership/reopen-lead.js';
import { registerLead } from '../../../src/features/registration/register-lead.js';
import { updateLead } from '../../../src/features/registration/update-lead.js';
import type { SettingKey } from '../../../src/platform/settings/registry.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeLead, seedUsers } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { csv, outcome, worker } from '../imports/importing.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
type Users = Awaited<ReturnType<typeof seedUsers>>;
let users: Users;

const as = (who: keyof Users) => contextFor(db, users[who], clock.now());
const set = (key: SettingKey, value: number) => db.prisma.setting.create({ data: { key, value } });
const COMPANY = { companyName: 'Hotel Adler', city: 'Ulm' };

beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  users = await seedUsers(db);
});

/** Throws as a verb would what the report says of the only row. */
async function importOne(companyName = COMPANY.companyName, who: 'rep' | 'manager' = 'rep') {
  // The same file once more would answer what it answered before.
  const row = `${companyName};${COMPANY.city};${clock.now().toISOString()}`;
  await importLeads(as(who), { ...csv('Firma;Ort;Quelle', row), ownerIds: [users.rep.id] });
  await worker(db, clock).kick();
  const [reported] = (await outcome(db)).rows;
  const problems = reported?.problems as unknown as { code: 'LEAD_LIMIT'; message: string }[];
  const [problem] = reported?.outcome === 'CREATED' ? [] : problems;
  if (problem) throw new ConflictError(problem.message, problem.code);
}

/** Ways in which the agent `rep` can gain a lead: first what is there, then the verb. */
const GAINS = {
  registerLead: async () => () => registerLead(as('rep'), COMPANY),
  importLeads: async () => () => importOne(),
  claimLead: async () => {
    const { id: leadId } = await makeLead(as('otherRep'));
    await releaseLead(as('otherRep'), { leadId });
    return () => claimLead(as('rep'), { leadId });
  },
  reassignLead: async () => {
    const { id: leadId } = await makeLead(as('otherRep'));
    return () => reassignLead(as('manager'), { leadId, ownerId: users.rep.id });
  },
  reopenLead: async () => {
    const { id: leadId } = await makeLead(as('otherRep'));
    await markLeadLost(as('otherRep'), { leadId });
    return () => reopenLead(as('manager'), { leadId, ownerId: users.rep.id });
  },
} satisfies Record<string, () => Promise<() => Promise<unknown>>>;

describe('the most leads that an agent may have', () => {
  test.each(Object.entries(GAINS))('hold for %s', async (_verb, prepare) => {
    await set('maxProtectedLeads', 2);
    await makeLead(as('rep'));
    const gain = await prepare();
    await makeLead(as('rep'));
    await expect(gain()).rejects.toMatchObject({ reason: 'LEAD_LIMIT' });
    const owned = { ownerId: users.rep.id, status: 'ACTIVE' };
    expect(await db.prisma.lead.count({ where: owned })).toBe(2);
  });

  test.each(Object.entries(GAINS))('leave room for %s below it', async (_verb, prepare) => {
    await set('maxProtectedLeads', 2);
    await makeLead(as('rep'));
    await (await prepare())();
    const owned = { ownerId: users.rep.id, status: 'ACTIVE' };
    expect(await db.prisma.lead.count({ where: owned })).toBe(2);
  });

  test('hold for what a manager gives to an agent only if the settings say so', async () => {
    await set('maxProtectedLeads', 1);
    await db.prisma.setting.create({ data: { key: 'maxProtectedLeadsOnReassign', value: false } });
    await makeLead(as('rep'));
    for (const prepare of [GAINS.reassignLead, GAINS.reopenLead]) await (await prepare())();
    const owned = { ownerId: users.rep.id, status: 'ACTIVE' };
    expect(await db.prisma.lead.count({ where: owned })).toBe(3);
    await expect(makeLead(as('rep'))).rejects.toMatchObject({ reason: 'LEAD_LIMIT' });
  });

  test('hold among the rows of a file', async () => {
    await set('maxProtectedLeads', 2);
    await importLeads(as('rep'), csv('Firma;Ort', 'Adler;Ulm', 'Bär;Bonn', 'Chamäleon;Celle'));
    await worker(db, clock).kick();
    expect((await outcome(db)).rows).toMatchObject([
      { outcome: 'CREATED' },
      { outcome: 'CREATED' },
      { outcome: 'REJECTED', problems: [{ code: 'LEAD_LIMIT' }] },
    ]);
  });

  test('hold when an agent gains several at the same moment, whichever way', async () => {
    await set('maxProtectedLeads', 1);
    const gains = [];
    for (const prepare of [GAINS.registerLead, GAINS.claimLead, GAINS.reassignLead]) {
      gains.push(await prepare());
    }
    const results = await Promise.allSettled(gains.map((gain) => gain()));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

/** The same, for a company that the agent had before. */
const RETURNS = {
  registerLead: () => registerLead(as('rep'), COMPANY),
  'registerLead by a manager': () =>
    registerLead(as('manager'), { ...COMPANY, ownerId: users.rep.id }),
  importLeads: () => importOne(),
  claimLead: (leadId) => claimLead(as('rep'), { leadId }),
  reopenLead: (leadId) => reopenLead(as('manager'), { leadId }),
} satisfies Record<string, (leadId: string) => Promise<unknown>>;

describe('the cool-down of a former owner', () => {
  beforeEach(() => set('reclaimCoolDownDays', 7));

  test.each(Object.entries(RETURNS))('holds for %s', async (_verb, comeBack) => {
    const { leadId } = await registerLead(as('rep'), COMPANY);
    await releaseLead(as('rep'), { leadId });
    clock.advance({ days: 6 });
    await expect(comeBack(leadId)).rejects.toMatchObject({
      reason: 'COOL_DOWN',
      message: 'Its former owner can claim the lead again from 2026-03-08T09:00:00.000Z on.',
    });
    clock.advance({ days: 1 });
    await comeBack(leadId);
  });

  test('holds for another lead of the same company, which is in the pool too', async () => {
    const former = await registerLead(as('rep'), COMPANY);
    await releaseLead(as('rep'), { leadId: former.leadId });
    const { leadId } = await registerLead(as('otherRep'), COMPANY);
    await releaseLead(as('otherRep'), { leadId });
    await expect(claimLead(as('rep'), { leadId })).rejects.toMatchObject({ reason: 'COOL_DOWN' });
  });

  const GASTHOF = { companyName: 'Gasthof Haselmaus', city: 'Memmingen', postalCode: '87700' };

  test.each([
    { companyName: 'Gasthof Haselmaus K' },
    { postalCode: '87754' },
    { country: 'AT', postalCode: null },
  ])('holds for what is possibly the same company: %o', async (changed) => {
    const { leadId } = await registerLead(as('rep'), GASTHOF);
    await releaseLead(as('rep'), { leadId });
    const again = () => registerLead(as('rep'), { ...GASTHOF, ...changed });
    await expect(again()).rejects.toMatchObject({ reason: 'COOL_DOWN' });
    clock.advance({ days: 7 });
    await again();
  });

  test('holds for a lead that was reassigned after it came from the pool', async () => {
    const { leadId } = await registerLead(as('rep'), COMPANY);
    await releaseLead(as('rep'), { leadId });
    await claimLead(as('otherRep'), { leadId });
    const back = () => reassignLead(as('manager'), { leadId, ownerId: users.rep.id });
    await expect(back()).rejects.toMatchObject({ reason: 'COOL_DOWN' });
    clock.advance({ days: 7 });
    await back();
  });

  test.each([
    'registerLead',
    'claimLead',
  ] as const)('is none of another agent’s: %s', async (verb) => {
    const { leadId } = await registerLead(as('rep'), COMPANY);
    await releaseLead(as('rep'), { leadId });
    await (verb === 'claimLead'
      ? claimLead(as('otherRep'), { leadId })
      : registerLead(as('otherRep'), COMPANY));
  });

  test('does not follow what a manager took away or a customer that came', async () => {
    const { leadId } = await registerLead(as('rep'), COMPANY);
    await reassignLead(as('manager'), { leadId, ownerId: users.otherRep.id });
    await reassignLead(as('manager'), { leadId, ownerId: users.rep.id });
    await convertLead(as('rep'), { leadId });
    await reopenLead(as('manager'), { leadId });
  });
});

/** Companies that lie in the pool, where another agent left them. */
const POOLED = ['Hotel Adler', 'Gasthof Bergblick', 'Kantine Seeufer'] as const;
type Pooled = { companyName: string; leadId: string };

async function fillPool(): Promise<[Pooled, Pooled, Pooled]> {
  const pooled: Pooled[] = [];
  for (const companyName of POOLED) {
    const { leadId } = await registerLead(as('otherRep'), { companyName, city: 'Ulm' });
    await releaseLead(as('otherRep'), { leadId });
    pooled.push({ companyName, leadId });
  }
  return pooled as [Pooled, Pooled, Pooled];
}

/** Ways in which the agent `rep` can take a company out of the pool. */
const CLAIMS = {
  claimLead: ({ leadId }) => claimLead(as('rep'), { leadId }),
  registerLead: ({ companyName }) => registerLead(as('rep'), { companyName, city: 'Ulm' }),
  importLeads: ({ companyName }) => importOne(companyName),
  updateLead: async ({ companyName }) => {
    const { id: leadId } = await makeLead(as('rep'));
    await updateLead(as('rep'), { leadId, expectedVersion: 1, companyName, city: 'Ulm' });
  },
} satisfies Record<string, (pooled: Pooled) => Promise<unknown>>;

describe('the leads that an agent may take out of the pool in a day', () => {
  test.each(Object.entries(CLAIMS))('are limited for %s', async (_verb, claim) => {
    await set('claimsPerDay', 1);
    const [first, second] = await fillPool();
    await claimLead(as('rep'), { leadId: first.leadId });
    await expect(claim(second)).rejects.toMatchObject({
      reason: 'CLAIM_LIMIT',
      message:
        '1 leads a day can be claimed from the pool; the next one from 2026-03-01T23:00:00.000Z on.',
    });
    clock.set('2026-03-01T23:00:00Z');
    await claim(second);
  });

  test.each(Object.entries(CLAIMS))('count %s', async (_verb, claim) => {
    await set('claimsPerDay', 1);
    const [first, second] = await fillPool();
    await claim(first);
    const another = claimLead(as('rep'), { leadId: second.leadId });
    await expect(another).rejects.toMatchObject({ reason: 'CLAIM_LIMIT' });
  });

  test('hold among the rows of a file', async () => {
    await set('claimsPerDay', 1);
    await fillPool();
    const rows = [...POOLED, 'Mensa Neustadt'].map((companyName) => `${companyName};Ulm`);
    await importLeads(as('rep'), csv('Firma;Ort', ...rows));
    await worker(db, clock).kick();
    expect((await outcome(db)).rows).toMatchObject([
      { outcome: 'CREATED' },
      { outcome: 'REJECTED', problems: [{ code: 'CLAIM_LIMIT' }] },
      { outcome: 'REJECTED', problems: [{ code: 'CLAIM_LIMIT' }] },
      { outcome: 'CREATED' },
    ]);
  });

  test('hold when an agent takes several at the same moment, whichever way', async () => {
    await set('claimsPerDay', 1);
    const [first, second, third] = await fillPool();
    const results = await Promise.allSettled([
      CLAIMS.registerLead(first),
      CLAIMS.registerLead(second),
      CLAIMS.updateLead(third),
      CLAIMS.claimLead(third),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('do not hold for what a manager gives to an agent, nor count it', async () => {
    await set('claimsPerDay', 1);
    const [first, second, third] = await fillPool();
    const { companyName } = first;
    await registerLead(as('manager'), { companyName, city: 'Ulm', ownerId: users.rep.id });
    await importOne(second.companyName, 'manager');
    await reopenLead(as('manager'), { leadId: third.leadId, ownerId: users.rep.id });
    const owned = { ownerId: users.rep.id, status: 'ACTIVE' };
    expect(await db.prisma.lead.count({ where: owned })).toBe(3);
    const { leadId } = await registerLead(as('otherRep'), { companyName: 'Imbiss', city: 'Bonn' });
    await releaseLead(as('otherRep'), { leadId });
    await claimLead(as('rep'), { leadId });
  });

  test('hold for a manager who takes for themselves', async () => {
    await set('claimsPerDay', 1);
    const [first, second] = await fillPool();
    await claimLead(as('manager'), { leadId: first.leadId });
    const { companyName } = second;
    const another = registerLead(as('manager'), { companyName, city: 'Ulm' });
    await expect(another).rejects.toMatchObject({ reason: 'CLAIM_LIMIT' });
  });

  test('do not tell that a person was known at a company of another name', async () => {
    await set('claimsPerDay', 0);
    const contacts = [{ name: 'Eva Kern', email: 'eva.kern@gmx.de' }];
    const { leadId } = await registerLead(as('otherRep'), { ...COMPANY, contacts });
    await releaseLead(as('otherRep'), { leadId });
    await registerLead(as('rep'), { companyName: 'Kantine Seeufer', city: 'Bonn', contacts });
  });

  test('do not count a lead that is renamed to what it was already', async () => {
    await fillPool();
    const { leadId } = await registerLead(as('rep'), COMPANY);
    await set('claimsPerDay', 1);
    await updateLead(as('rep'), { leadId, expectedVersion: 1, companyName: 'Hotel Adler GmbH' });
  });
});

test('a former owner does not turn another lead into the company that they have to wait for', async () => {
  await set('reclaimCoolDownDays', 7);
  const { leadId } = await registerLead(as('rep'), COMPANY);
  await releaseLead(as('rep'), { leadId });
  const other = await registerLead(as('rep'), { companyName: 'Kantine Seeufer', city: 'Bonn' });
  const renamed = updateLead(as('rep'), { leadId: other.leadId, expectedVersion: 1, ...COMPANY });
  await expect(renamed).rejects.toMatchObject({ reason: 'COOL_DOWN' });
});

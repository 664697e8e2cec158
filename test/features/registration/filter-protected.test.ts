import { beforeAll, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import type { ApiUser } from '../../support/api.js';
import { makeUser } from '../../support/factories.js';
import { testApi } from '../../support/test-file.js';
import { type DueLeadOverrides, makeDueLeads, nightlyRunner } from '../jobs/nightly.js';

const api = await testApi();
const { db, clock } = api;

let manager: ApiUser;
const by = { actor: SYSTEM_ACTOR, requestId: null };

beforeAll(async () => {
  manager = await api.user('MANAGER');
  const owner = await makeUser(db);
  const make = (leads: readonly DueLeadOverrides[]) =>
    makeDueLeads(db, owner.id, clock.now(), leads);
  await make([{ assignedAt: '2025-08-30T09:00:00Z', companyName: 'Pooled' }]);
  await nightlyRunner(db, clock).runNow({ job: 'protection-expiry', asOf: clock.now(), by });
  await make([
    { assignedAt: '2026-01-05T09:00:00Z', companyName: 'Warned' },
    { assignedAt: '2026-02-20T09:00:00Z', companyName: 'Fresh' },
    { assignedAt: '2025-08-20T09:00:00Z', companyName: 'Over, not yet in the pool' },
  ]);
  await db.prisma.lead.updateMany({
    where: { companyName: { not: 'Fresh' } },
    data: { warnedAt: new Date('2026-02-27T00:00:00Z') },
  });
});

async function names(field: 'leads' | 'pool', filter: string): Promise<string[]> {
  const { [field]: page } = await api.query<
    Record<string, { edges: { node: { companyName: string } }[] }>,
    never
  >(manager, `{ ${field}(filter: { ${filter} }) { edges { node { companyName } } } }`);
  return (page?.edges ?? []).map(({ node }) => node.companyName).sort();
}

test.each([
  ['warned: true', ['Warned']],
  ['warned: false', ['Fresh']],
  ['progressDueBefore: "2027-01-01T00:00:00Z"', ['Fresh', 'Warned']],
  ['progressDueBefore: "2026-03-10T00:00:00Z"', ['Warned']],
  ['progressDueBefore: "2027-01-01T00:00:00Z", status: [EXPIRED]', []],
])('leads(filter: { %s }) lists only what is under protection', async (filter, expected) => {
  expect(await names('leads', filter)).toEqual(expected);
});

test('the dates that a lead in the pool ended with are found where they are asked for', async () => {
  const beforeNow = 'expiresBefore: "2026-03-01T09:00:00Z"';
  expect(await names('leads', beforeNow)).toEqual(['Over, not yet in the pool']);
  expect(await names('leads', `${beforeNow}, status: [EXPIRED]`)).toEqual(['Pooled']);
  expect(await names('pool', beforeNow)).toEqual(['Pooled']);
  expect(await names('pool', 'warned: true')).toEqual([]);
});

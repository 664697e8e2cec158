import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matchKeysOf, findProtected } from '../../src/leads/find-protected.js';
import { deliverFollowUps } from '../../src/reminders/deliver-follow-ups.js';
import { claimDueEmail } from '../../src/outbox/claim-email.js';
import { turnHolds } from '../../src/holds/turn-holds.js';
import { projectLeads } from '../../src/leads/project-leads.js';
import type { JobName } from '../../src/jobs/define-job.js';
import { nightlyRunner, systemContext } from '../jobs/nightly.js';
import { type ApiUser, globalId, openTestApi } from '../support/api.js';
import { fullScans, statementsOf } from '../support/full-scans.js';
import { bulkId, seedBulk } from '../support/seed-bulk.js';

const LEADS = 100_000;

const api = await openTestApi();
const { db, clock } = api;
afterAll(() => api[Symbol.asyncDispose]());

const rep = await api.user('REP');
const rareRep = await api.user('REP', { name: 'Rare' });
const readers: Record<string, ApiUser> = {
  'an agent': rep,
  'an agent with few leads': rareRep,
  'a manager of a territory': await api.user('MANAGER', { territory: 'T3' }),
  'a manager of a small territory': await api.user('MANAGER', { name: 'Small', territory: 'T rare' }),
  'an admin': await api.user('ADMIN'),
};

beforeAll(async () => {
  const others = await Promise.all(
    Array.from({ length: 39 }, async (_, n) => (await api.user('REP', { name: `Rep${n}` })).id),
  );
  await seedBulk(db, {
    total: LEADS,
    now: clock.now(),
    reps: [rep.id, ...others],
    rareRep: rareRep.id,
  });
}, 120_000);

async function expectNoFullScans(work: () => Promise<unknown>) {
  const statements = await statementsOf(db, work);
  expect(statements).not.toEqual([]);
  const found = await fullScans(db, statements);
  if (found.length > 0) throw new Error(found.join('\n\n'));
}

const PAGE = 'edges { cursor node { id } } pageInfo { hasNextPage endCursor }';

const TYPES: Record<string, string> = {
  filter: 'LeadFilter',
  orderBy: 'LeadOrder',
};

import { beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/actor.js';
import { type Actor, SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { NotFoundError } from '../../../src/domain/errors.js';
import { lockLead } from '../../../src/features/leads/lock-lead.js';
import { pooledLeads, visibleLeads } from '../../../src/features/leads/visibility.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { inTransaction } from '../../../src/platform/verbs/context.js';
import { globalId } from '../../support/api.js';
import { contextFor, makeLead, makeUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const leadOf: Record<string, string> = {};
const nameOf = (id: string) => Object.keys(leadOf).find((name) => leadOf[name] === id) ?? id;

beforeAll(async () => {
  for (const territory of ['NORTH', 'SOUTH', null]) {
    const agent = await makeUser(db, { territory });
    actors[`agent of ${territory}`] = agent;
    leadOf[`${territory}`] = (await makeLead(contextFor(db, agent))).id;
    const pooled = await makeLead(contextFor(db, agent));
    await releaseLead(contextFor(db, agent), { leadId: pooled.id });
    leadOf[`${territory}, pooled`] = pooled.id;
  }
  for (const role of ['ADMIN', 'AUDITOR', 'WALLBOARD', 'SERVICE'] satisfies Role[]) {
    actors[role] = await makeUser(db, { role });
  }
  actors['manager of all'] = await makeUser(db, { role: 'MANAGER' });
  actors['manager of NORTH'] = await makeUser(db, { role: 'MANAGER', territory: 'NORTH' });
});

const actors: Record<string, Actor> = { SYSTEM: SYSTEM_ACTOR };
const EVERYTHING = ['NORTH', 'NORTH, pooled', 'SOUTH', 'SOUTH, pooled', 'null', 'null, pooled'];

test.each([
  ['agent of NORTH', ['NORTH']],
  ['agent of null', ['null']],
  ['manager of NORTH', ['NORTH', 'NORTH, pooled']],
  ['manager of all', EVERYTHING],
  ['ADMIN', EVERYTHING],
  ['AUDITOR', EVERYTHING],
  ['WALLBOARD', EVERYTHING],
  ['SERVICE', EVERYTHING],
  ['SYSTEM', EVERYTHING],
])('%s sees %j', async (who, expected) => {
  const actor = actors[who] ?? SYSTEM_ACTOR;
  const leads = await db.prisma.lead.findMany({ where: visibleLeads(actor) });
  expect(leads.map(({ id }) => nameOf(id)).sort()).toEqual(expected);
});

test('the pool holds what was given back', async () => {
  const leads = await db.prisma.lead.findMany({ where: pooledLeads });
  expect(leads.map(({ id }) => nameOf(id)).sort()).toEqual([
    'NORTH, pooled',
    'SOUTH, pooled',
    'null, pooled',
  ]);
});

test('what one may not see is not found, in the same words as what does not exist', async () => {
  const ctx = contextFor(db, actors['agent of NORTH'] ?? SYSTEM_ACTOR);
  const lock = (id: string) => inTransaction(ctx, (tx) => lockLead(tx, id, 'logActivity'));
  const refusal = (id: string) =>
    lock(id).catch((error: Error) => error.message.replace(globalId('Lead', id), 'ID'));
  const missing = '01a20b5f-5598-7236-ab62-00bfb2c059ae';
  await expect(lock(leadOf.SOUTH ?? '')).rejects.toThrow(NotFoundError);
  expect(await refusal(leadOf.SOUTH ?? '')).toBe(await refusal(missing));
  expect((await lock(leadOf.NORTH ?? '')).id).toBe(leadOf.NORTH);
});

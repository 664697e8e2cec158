import { afterAll, beforeAll, expect, test } from 'vitest';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { type ApiUser, globalId, openTestApi } from '../../support/api.js';
import { contextFor, makeLead } from '../../support/factories.js';

const api = await openTestApi();
afterAll(() => api[Symbol.asyncDispose]());

let anna: ApiUser;
let bert: ApiUser;
let north: ApiUser;
let admin: ApiUser;

const as = (user: ApiUser, territory: string) =>
  contextFor(
    api.db,
    { ...user, role: 'REP', name: user.email, territory, scopes: null },
    api.clock.now(),
  );
const LOADS = `{ agentLoads {
  agent { name } protected unworked gained expired expiredUnworked { met of share } capacity room } }`;
const loads = async (reader: ApiUser) =>
  (await api.query<{ agentLoads: object[] }, never>(reader, LOADS)).agentLoads;

beforeAll(async () => {
  anna = await api.user('REP', { name: 'Anna', territory: 'NORTH' });
  bert = await api.user('REP', { name: 'Bert', territory: 'SOUTH' });
  north = await api.user('MANAGER', { name: 'Nora', territory: 'NORTH' });
  admin = await api.user('ADMIN');
  const annas = [];
  for (let n = 0; n < 4; n += 1) annas.push(await makeLead(as(anna, 'NORTH')));
  await makeLead(as(bert, 'SOUTH'));
  api.clock.advance({ days: 3 });
  const performedAt = api.clock.now();
  const work = (leadId: string) =>
    logActivity(as(anna, 'NORTH'), { leadId, kind: 'QUALIFIED_CALL', performedAt });
  await work(annas[0]?.id ?? '');
  // Two protections that the clock ended, one of them worked on.
  await work(annas[1]?.id ?? '');
  for (const lead of annas.slice(1, 3)) await releaseLead(as(anna, 'NORTH'), { leadId: lead.id });
  await api.db.prisma.ownership.updateMany({
    where: { endReason: 'RELEASED' },
    data: { endReason: 'NO_PROGRESS' },
  });
  await api.db.prisma.setting.create({ data: { key: 'maxProtectedLeads', value: 3 } });
});

const ANNA = {
  agent: { name: 'Anna' },
  protected: 2,
  unworked: 1,
  gained: 4,
  expired: 2,
  expiredUnworked: { met: 1, of: 2, share: 0.5 },
  capacity: 3,
  room: 1,
};
const BERT = {
  agent: { name: 'Bert' },
  protected: 1,
  unworked: 1,
  gained: 1,
  expired: 0,
  expiredUnworked: { met: 0, of: 0, share: null },
  capacity: 3,
  room: 2,
};

test('a manager sees how many leads the agents of the territory hold without working on them', async () => {
  expect(await loads(north)).toEqual([ANNA]);
  expect(await loads(admin)).toEqual([ANNA, BERT]);
  expect(await loads(anna)).toEqual([]);
});

test('each number leads to the list that it counts', async () => {
  const count = async (reader: ApiUser, filter: string) => {
    const { leads, dashboard } = await api.query<
      { leads: { edges: object[] }; dashboard: { unworkedLeads: number } },
      never
    >(reader, `{ leads(filter: { ${filter} }) { edges { cursor } } dashboard { unworkedLeads } }`);
    return [leads.edges.length, dashboard.unworkedLeads];
  };
  expect(await count(north, 'unworked: true')).toEqual([1, 1]);
  expect(await count(admin, 'unworked: true')).toEqual([2, 2]);
  expect(await count(admin, `unworked: true, ownerId: "${globalId('User', anna.id)}"`)).toEqual([
    1, 2,
  ]);
  expect((await count(north, 'unworked: false'))[0]).toBe(1);
});

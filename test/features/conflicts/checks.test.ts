import { beforeEach, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/actor.js';
import { AS_SYSTEM } from '../../../src/domain/actor.js';
import { readCheckers } from '../../../src/features/conflicts/read-checkers.js';
import { conflictCheckRetention } from '../../../src/features/jobs/conflict-check-retention.js';
import { createRunner } from '../../../src/features/jobs/runner.js';
import { loadActor } from '../../../src/features/sign-in/load-actor.js';
import { newId } from '../../../src/platform/db/ids.js';
import { createLog } from '../../../src/platform/ops/log.js';
import type { ApiUser } from '../../support/api.js';
import { testApi } from '../../support/test-file.js';
import { keyRing } from '../imports/importing.js';

const api = await testApi();
const { db, clock } = api;

let nth = 0;
let rep: ApiUser;
beforeEach(async () => {
  nth++;
  clock.set('2026-03-01T09:00:00Z');
  await db.prisma.conflictCheck.deleteMany();
  await db.prisma.setting.deleteMany();
  rep = await api.user('REP', { name: `Rep${nth}`, territory: 'SOUTH' });
});

const limitTo = (value: number) =>
  db.prisma.setting.create({ data: { key: 'conflictChecksPerDay', value } });
const check = (company: string) =>
  `checkLeadConflict(input: { companyName: "${company}", city: "Ulm", email: "chef@${company.toLowerCase().replace(' ', '-')}.example" })`;
/** As many aliases of one request. */
const checks = (count: number) =>
  `{ ${Array.from({ length: count }, (_, n) => `c${n}: ${check(`haus${nth}x${n}`)}`).join(' ')} }`;
const register = (companyName: string) => `mutation {
  registerLead(input: { companyName: "${companyName}", city: "Ulm" }) {
    __typename ... on ConflictError { reason }
  }
}`;
const checkers = async (as: ApiUser) => {
  const { data, errors } = await api.execute(
    as,
    `{
    conflictCheckers {
      user { name } checks refusals importedRows companies free protected existingCustomers
      possiblySame registered lastAt
    }
  }`,
  );
  expect(errors).toBeUndefined();
  return (data as { conflictCheckers: unknown[] }).conflictCheckers;
};

test('each alias of a request counts, up to what a local day allows', async () => {
  await limitTo(5);
  const first = await api.execute(rep, checks(3));
  expect(Object.values((first.data as object | null | undefined) ?? {})).toEqual([
    'FREE',
    'FREE',
    'FREE',
  ]);
  const second = await api.execute(rep, checks(4));
  // The first refusal empties the answer, and ends it.
  expect(second.errors).toBeDefined();
  expect(await db.prisma.conflictCheck.count({ where: { actorId: rep.id } })).toBe(5);
  expect(second.errors?.[0]?.message).toBe(
    '5 checks a day are allowed; the next one from 2026-03-01T23:00:00.000Z on.',
  );
  expect(await db.prisma.conflictCheck.count()).toBe(5);
  clock.set('2026-03-01T23:00:00Z');
  expect((await api.execute(rep, checks(1))).errors).toBeUndefined();
});

test('a refused registration counts as a check, and is never refused for having checked', async () => {
  const other = await api.user('REP', { name: `Other${nth}` });
  await api.execute(other, register(`Hotel ${nth}`));
  await limitTo(2);
  for (const _ of [1, 2]) {
    expect((await api.execute(rep, register(`Hotel ${nth}`))).data).toEqual({
      registerLead: { __typename: 'ConflictError', reason: 'COMPANY_PROTECTED' },
    });
  }
  expect((await api.execute(rep, checks(1))).errors).toHaveLength(1);
  expect((await api.execute(rep, register(`Gasthof ${nth}`))).data).toMatchObject({
    registerLead: { __typename: 'RegisterLeadPayload' },
  });
});

test('what was asked for is kept as keyed hashes only', async () => {
  await api.execute(rep, `{ ${check('canary')} }`);
  const [row] = await db.prisma.conflictCheck.findMany();
  expect(row).toMatchObject({ actorId: rep.id, verdict: 'FREE', territory: 'SOUTH' });
  expect(row?.keys, 'e-mail, its domain, company').toHaveLength(3);
  expect(JSON.stringify(row)).not.toMatch(/canary|ulm/i);
});

test('managers see who fishes, each in their territory, and agents themselves', async () => {
  const other = await api.user('REP', { name: `Other${nth}`, territory: 'NORTH' });
  await api.execute(other, register(`Hotel ${nth}`));
  await api.execute(rep, checks(2));
  await api.execute(rep, `{ a: ${check(`Hotel ${nth}`)} b: ${check(`Hotel ${nth}`)} }`);
  await api.execute(rep, register(`Hotel ${nth}`));
  await api.execute(rep, register(`Pension ${nth}`));
  await api.execute(other, checks(1));
  const fisher = {
    user: { name: `Rep${nth}` },
    checks: 4,
    refusals: 1,
    importedRows: 0,
    companies: 3,
    free: 2,
    protected: 3,
    existingCustomers: 0,
    possiblySame: 0,
    registered: 1,
    lastAt: '2026-03-01T09:00:00.000Z',
  };
  const manager = (territory: string | null) =>
    api.user('MANAGER', { name: `Manager${nth}${territory}`, territory });
  expect(await checkers(await manager('SOUTH'))).toEqual([fisher]);
  const north = [expect.objectContaining({ user: { name: `Other${nth}` }, checks: 1 })];
  expect(await checkers(await manager('NORTH'))).toEqual(north);
  expect(await checkers(await manager(null))).toEqual([fisher, ...north]);
  expect(await checkers(rep)).toEqual([fisher]);
  const as = (role: Role) => api.user(role, { name: `${role}${nth}` });
  expect(await checkers(await as('AUDITOR'))).toHaveLength(2);
  expect(await checkers(await as('WALLBOARD'))).toEqual([]);
});

test('the API itself shows a manager no more than the database would', async () => {
  const other = await api.user('REP', { name: `Other${nth}`, territory: 'NORTH' });
  await api.execute(other, checks(1));
  await api.execute(rep, checks(1));
  const { email } = await api.user('MANAGER', { name: `Manager${nth}`, territory: 'SOUTH' });
  const manager = await loadActor(db, email);
  const now = api.clock.now();
  const period = { from: new Date(0), before: new Date(now.getTime() + 1) };
  const seen = await db.transaction((tx) => readCheckers(tx, manager, period), AS_SYSTEM);
  expect(seen.map(({ userId }) => userId)).toEqual([rep.id]);
});

test('a check is forgotten after so many days', async () => {
  await api.execute(rep, checks(1));
  const [row] = await db.prisma.conflictCheck.findMany();
  if (!row) throw new Error('The check was not recorded.');
  const checkedAt = new Date('2025-12-01T08:59:59Z');
  await db.prisma.conflictCheck.create({ data: { ...row, id: newId(), checkedAt } });
  const log = createLog('silent', { write: () => {} });
  const jobs = [conflictCheckRetention];
  const runner = createRunner({ db, jobs, keyRing, clock: clock.now, log });
  await runner.runSlot({ job: 'conflict-check-retention', slot: clock.now(), trigger: 'SCHEDULE' });
  expect(await db.prisma.conflictCheck.findMany()).toEqual([row]);
});

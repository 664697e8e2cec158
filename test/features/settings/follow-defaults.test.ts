import { beforeEach, describe, expect, test } from 'vitest';
import { CLOCK_RULES } from '../../../src/domain/clock.js';
import { DEFAULT_POLICY } from '../../../src/domain/policy.js';
import { newId } from '../../../src/platform/db/ids.js';
import { createLog } from '../../../src/platform/ops/log.js';
import { createApp } from '../../../src/run/app.js';
import { parseConfig } from '../../../src/run/config.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { TEST_KEYS } from '../../support/cursors.js';
import { testApi } from '../../support/test-file.js';
import { makeDueLead } from '../jobs/nightly.js';

const api = await testApi();
const { db, clock } = api;

const { version: _, ...DEFAULTS } = DEFAULT_POLICY;
let admin: ApiUser;
let leadId: string;

/** A lead of an agent, with the dates that an earlier program gave it, whose default was 45 days. */
beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T00:00:00Z');
  admin = await api.user('ADMIN', { name: newId() });
  const rep = await api.user('REP', { name: newId() });
  const policy = { ...DEFAULTS, progressDays: 45 };
  await db.prisma.policyVersion.create({ data: { version: 1, policy, validFrom: clock.now() } });
  leadId = await makeDueLead(db, rep.id, clock.now(), { assignedAt: '2026-02-01T09:00:00Z' });
  await db.prisma.policyVersion.deleteMany();
});

/** What the program that started here before took down. */
const startedBefore = (defaults: object, clockRules = CLOCK_RULES) =>
  db.prisma.policyDefault.create({
    data: { id: 1, policy: { ...DEFAULTS, ...defaults }, clockRules, notedAt: clock.now() },
  });

async function whileStarted(
  look: () => Promise<void>,
  { background }: { background: boolean },
): Promise<void> {
  const config = parseConfig({ NODE_ENV: 'production', PORT: '0', PSEUDONYM_KEYS: TEST_KEYS });
  const log = createLog('fatal', { write: () => {} });
  const app = await createApp(config, { database: db, clock: clock.now, log, background });
  await app.start();
  try {
    await look();
  } finally {
    await app.stop();
  }
}

async function answers() {
  const { lead, explainProtection, policyRollout } = await api.query<
    {
      lead: { protection: { policyVersion: number; progressDeadline: string } };
      explainProtection: { policyVersion: number; progressDeadline: string };
      policyRollout: { version: number; total: number; done: number };
    },
    { id: string }
  >(
    admin,
    `query ($id: ID!) {
      lead(id: $id) { protection { policyVersion progressDeadline } }
      explainProtection(leadId: $id) { policyVersion progressDeadline }
      policyRollout { version total done }
    }`,
    { id: globalId('Lead', leadId) },
  );
  return { lead: lead.protection, explained: explainProtection, policyRollout };
}

const history = async () => {
  const { settingHistory } = await api.query<{ settingHistory: unknown[] }, object>(
    admin,
    `{ settingHistory(key: "protection.progressDays") { before after version reason actor { id } } }`,
    {},
  );
  return settingHistory;
};

const BY_45_DAYS = { policyVersion: 1, progressDeadline: '2026-03-18T09:00:00.000Z' };
const BY_60_DAYS = { policyVersion: 2, progressDeadline: '2026-04-02T08:00:00.000Z' };

describe('the start of a program with other defaults', () => {
  test('projects every lead anew in the background', async () => {
    await startedBefore({ progressDays: 45 });
    await whileStarted(
      () =>
        expect.poll(answers, { timeout: 20_000 }).toEqual({
          lead: BY_60_DAYS,
          explained: BY_60_DAYS,
          policyRollout: { version: 2, total: 1, done: 1 },
        }),
      { background: true },
    );
  });

  test('until then the answers agree and say by which version', async () => {
    await startedBefore({ progressDays: 45 });
    await whileStarted(async () => {}, { background: false });
    expect(await answers()).toEqual({
      lead: BY_45_DAYS,
      explained: BY_45_DAYS,
      policyRollout: { version: 2, total: 1, done: 0 },
    });
  });

  test('tells the change in the history of the setting, once', async () => {
    await startedBefore({ progressDays: 45 });
    await whileStarted(async () => {}, { background: false });
    await whileStarted(async () => {}, { background: false });
    expect(await history()).toEqual([
      {
        before: 45,
        after: 60,
        version: 2,
        reason: 'The default changed with this version of Leadwarden.',
        actor: null,
      },
    ]);
  });

  test('leaves parts alone that were set', async () => {
    const policy = { ...DEFAULTS, progressDays: 45 };
    await db.prisma.policyVersion.create({ data: { version: 2, policy, validFrom: clock.now() } });
    await startedBefore({ progressDays: 30 });
    await whileStarted(async () => {}, { background: false });
    expect((await answers()).policyRollout.version).toBe(2);
    expect(await history()).toEqual([]);
  });

  test('follows the defaults again when they change once more', async () => {
    await startedBefore({ progressDays: 45 });
    await whileStarted(async () => {}, { background: false });
    await db.prisma.policyDefault.deleteMany();
    await startedBefore({ progressDays: 90 });
    await whileStarted(async () => {}, { background: false });
    expect((await answers()).policyRollout.version).toBe(3);
    expect(await history()).toMatchObject([
      { before: 90, after: 60 },
      { before: 45, after: 60 },
    ]);
  });
});

test('a program with other rules of the clock makes a new version, though no part differs', async () => {
  await startedBefore({}, CLOCK_RULES - 1);
  await whileStarted(async () => {}, { background: false });
  expect((await answers()).policyRollout).toEqual({ version: 2, total: 1, done: 0 });
  expect(await history()).toEqual([]);
});

test('the first start, and one of the same program, change nothing', async () => {
  await whileStarted(async () => {}, { background: false });
  await whileStarted(async () => {}, { background: false });
  expect((await answers()).policyRollout).toEqual({ version: 1, total: 1, done: 1 });
});

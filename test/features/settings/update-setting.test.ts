import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/domain/policy.js';
import { createTicks } from '../../../src/features/jobs/ticks.js';
import { updateSetting } from '../../../src/features/settings/update-setting.js';
import { loadActor } from '../../../src/features/sign-in/load-actor.js';
import { newId } from '../../../src/platform/db/ids.js';
import { loadPolicy } from '../../../src/platform/settings/load-policy.js';
import { readSetting } from '../../../src/platform/settings/read-setting.js';
import { KNOWN_SETTINGS } from '../../../src/platform/settings/registry.js';
import { type ApiUser, openTestApi } from '../../support/api.js';
import { testKeyRing } from '../../support/cursors.js';
import { contextFor } from '../../support/factories.js';
import {
  PolicyRolloutDocument,
  SettingHistoryDocument,
  SettingsDocument,
  UpdateSettingDocument,
  type UpdateSettingInput,
} from '../../support/generated/operations.js';
import { readSse } from '../../support/sse.js';
import { testApi } from '../../support/test-file.js';
import { makeDueLeads } from '../jobs/nightly.js';

const api = await testApi();
const { db, clock } = api;
const { prisma } = db;

let admin: ApiUser;
let other: ApiUser;
beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  admin = await api.user('ADMIN', { name: newId() });
  other = await api.user('ADMIN', { name: newId() });
});

const REASON = 'Agreed with the agents';

async function set(input: Partial<UpdateSettingInput>, as = admin) {
  const whole = { key: 'maxHoldDays', value: '30', expectedVersion: 0, reason: REASON, ...input };
  const { updateSetting } = await api.query(as, UpdateSettingDocument, { input: whole });
  return updateSetting;
}

const changedTo = (key: string, value: unknown, version: number) => ({
  __typename: 'UpdateSettingPayload',
  changed: true,
  scheduled: null,
  setting: { key, value, version, updatedAt: clock.now().toISOString() },
  preview: null,
});

async function problemsOf(input: Partial<UpdateSettingInput>) {
  const answer = await set(input);
  if (answer.__typename !== 'ValidationError') throw new Error(`${answer.__typename} came.`);
  return answer.problems;
}

const history = async (key: string, more: { businessType?: string; first?: number } = {}) =>
  (await api.query(admin, SettingHistoryDocument, { key, ...more })).settingHistory;

describe('a plain setting', () => {
  test('counts at once, and is told, audited and listed', async () => {
    expect(await set({ value: ' 30 ' })).toEqual(changedTo('maxHoldDays', 30, 1));
    expect(await readSetting(prisma, 'maxHoldDays')).toBe(30);
    clock.advance({ hours: 1 });
    expect(await set({ value: '40', expectedVersion: 1 }, other)).toEqual(
      changedTo('maxHoldDays', 40, 2),
    );
    expect(await prisma.setting.findMany()).toMatchObject([
      { key: 'maxHoldDays', value: 40, version: 2, updatedById: other.id },
    ]);
    const events = await prisma.domainEvent.findMany({ orderBy: { seq: 'asc' } });
    expect(events).toMatchObject([
      { type: 'SETTING_CHANGED', actorId: admin.id, payload: { key: 'maxHoldDays', version: 1 } },
      { type: 'SETTING_CHANGED', actorId: other.id, payload: { key: 'maxHoldDays', version: 2 } },
    ]);
    const entry = { businessType: null, reason: REASON };
    expect(await history('maxHoldDays')).toEqual([
      {
        ...entry,
        occurredAt: '2026-03-01T10:00:00.000Z',
        actor: { name: expect.any(String) },
        before: 30,
        after: 40,
        version: 2,
      },
      {
        ...entry,
        occurredAt: '2026-03-01T09:00:00.000Z',
        actor: { name: expect.any(String) },
        before: 90,
        after: 30,
        version: 1,
      },
    ]);
    expect(await history('maxHoldDays', { first: 1 })).toMatchObject([{ version: 2 }]);
    expect(await history('claimsPerDay')).toEqual([]);
  });

  test('may be null, and is stored as its schema makes it', async () => {
    expect(await set({ key: 'graceReminderDays', value: 'null' })).toEqual(
      changedTo('graceReminderDays', null, 1),
    );
    expect(await readSetting(prisma, 'graceReminderDays')).toBeNull();
    const domains = ['metro.example'];
    expect(await set({ key: 'matching.sharedDomains', value: '[" METRO.example "]' })).toEqual(
      changedTo('matching.sharedDomains', domains, 1),
    );
  });

  test('stays as it is where it has that value, and nothing is told', async () => {
    const unchanged = { __typename: 'UpdateSettingPayload', changed: false };
    expect(await set({ value: '90' })).toMatchObject({ ...unchanged, setting: { version: null } });
    await set({ value: '30' });
    expect(await set({ value: '30', expectedVersion: 1 })).toMatchObject(unchanged);
    expect(await prisma.auditEntry.count({ where: { entity: 'Setting' } })).toBe(1);
  });

  test('a dry run writes nothing and needs no reason', async () => {
    const answer = await set({ dryRun: true, reason: null });
    expect(answer).toMatchObject({ changed: false, preview: null, setting: { value: 90 } });
    expect(await prisma.setting.count()).toBe(0);
    expect(await prisma.domainEvent.count()).toBe(0);
  });

  test('goes back to what the history says was before', async () => {
    await set({ value: '30' });
    const [last] = await history('maxHoldDays');
    const value = JSON.stringify(last?.before);
    expect(await set({ value, expectedVersion: 1 })).toEqual(changedTo('maxHoldDays', 90, 2));
  });
});

/** Another value that is allowed, for any setting. */
function anotherValue({ key, schema, defaultValue }: (typeof KNOWN_SETTINGS)[number]): unknown {
  const candidates: unknown[] = [
    ...[
      1,
      2,
      5,
      30,
      null,
      true,
      false,
      'https://example.com/a',
      '0 5 * * *',
      '0 6 * * *',
      'Hotel',
      ['MEETING'],
    ],
    ...['DE-BY', 'REP', 'ARCHIVE', 'DELETE', 'LATEST', 'DEADLINE', 'END_OF_DAY'],
    { HOTEL: { baseMonths: 9 } },
  ];
  if (key === 'protection.timeZone') return 'Europe/Vienna';
  if (key === 'matching.sharedDomains') return ['metro.example'];
  const fits = (value: unknown) =>
    schema.safeParse(value).success && JSON.stringify(value) !== JSON.stringify(defaultValue);
  return candidates.find(fits) ?? expect.fail(`no other value is known for ${key}`);
}

test('every key of the registry can be set', async () => {
  let policy = 0;
  for (const known of KNOWN_SETTINGS) {
    const ofPolicy = known.key.startsWith('protection.');
    // At most `progressDays`, which comes before it.
    const value = known.key === 'protection.progressDays' ? 50 : anotherValue(known);
    const answer = await set({
      key: known.key,
      value: JSON.stringify(value),
      expectedVersion: ofPolicy ? policy : 0,
    });
    expect([known.key, answer]).toEqual([
      known.key,
      expect.objectContaining({
        changed: true,
        setting: expect.objectContaining({ key: known.key, value }),
      }),
    ]);
    if (ofPolicy) policy = policy === 0 ? 2 : policy + 1;
  }
});

describe('a part of the protection policy', () => {
  test('makes a new version of the whole, and keeps the rest', async () => {
    const key = 'protection.graceDays';
    expect(await set({ key, value: '14' })).toEqual(changedTo(key, 14, 2));
    clock.advance({ hours: 1 });
    const mode = { key: 'protection.mode', value: '"LATEST"', expectedVersion: 2 };
    expect(await set(mode)).toEqual(changedTo('protection.mode', 'LATEST', 3));
    expect(await loadPolicy(prisma)).toEqual({
      ...DEFAULT_POLICY,
      version: 3,
      graceDays: 14,
      mode: 'LATEST',
    });
    expect(await prisma.policyVersion.findMany({ orderBy: { version: 'asc' } })).toMatchObject([
      { version: 2, validFrom: new Date('2026-03-01T09:00:00Z') },
      { version: 3, validFrom: clock.now() },
    ]);
    expect(await prisma.domainEvent.findMany({ orderBy: { seq: 'asc' } })).toMatchObject([
      { type: 'SETTING_CHANGED', payload: { key, version: 2 } },
      { type: 'SETTING_CHANGED', payload: { key: 'protection.mode', version: 3 } },
    ]);
    const { settings } = await api.query(admin, SettingsDocument);
    expect(settings.find((one) => one.key === key)).toMatchObject({ value: 14, version: 3 });
  });

  test('differs for a business type until null takes that away', async () => {
    const key = 'protection.graceDays';
    const businessType = 'HOTEL';
    await set({ key, businessType, value: '20' });
    const baseMonths = { key: 'protection.baseMonths', businessType, value: '9' };
    await set({ ...baseMonths, expectedVersion: 2 });
    await set({ key, businessType: 'CANTEEN', value: '5', expectedVersion: 3 });
    expect(await loadPolicy(prisma)).toMatchObject({
      graceDays: 10,
      overrides: { HOTEL: { graceDays: 20, baseMonths: 9 }, CANTEEN: { graceDays: 5 } },
    });
    await set({ key, businessType, value: 'null', expectedVersion: 4 });
    await set({ ...baseMonths, value: 'null', expectedVersion: 5 });
    expect((await loadPolicy(prisma)).overrides).toEqual({ CANTEEN: { graceDays: 5 } });
    const nothing = await set({ ...baseMonths, value: 'null', expectedVersion: 6 });
    expect(nothing).toMatchObject({ changed: false });
    expect(await history(key, { businessType })).toMatchObject([
      { businessType, before: 20, after: null, version: 5 },
      { businessType, before: null, after: 20, version: 2 },
    ]);
    expect(await history(key)).toHaveLength(3);
  });

  test('mends a policy that was stored and cannot be used', async () => {
    const policy = { graceDays: -1 };
    await prisma.policyVersion.create({ data: { version: 2, policy, validFrom: clock.now() } });
    const by = contextFor(db, await loadActor(db, admin.email), clock.now());
    const input = { key: 'protection.graceDays', value: '14', expectedVersion: 2, reason: REASON };
    await updateSetting(by, input, new AbortController().signal);
    expect(await loadPolicy(prisma)).toMatchObject({ version: 3, graceDays: 14 });
  });

  test('reaches every lead, and how far it has come can be asked', async () => {
    const rep = await api.user('REP', { name: newId() });
    const [id] = await makeDueLeads(db, rep.id, clock.now(), [
      { assignedAt: '2026-02-01T09:00:00Z' },
      { assignedAt: '2026-02-01T09:00:00Z', businessType: 'HOTEL' },
    ]);
    const rollout = async (as = admin) =>
      (await api.query(as, PolicyRolloutDocument)).policyRollout;
    expect(await rollout()).toEqual({ version: 1, total: 2, done: 2 });
    await set({ key: 'protection.progressDays', value: '45' });
    expect(await rollout()).toEqual({ version: 2, total: 2, done: 0 });
    expect(await rollout(rep)).toBeNull();
    const ticks = createTicks(db, clock.now, testKeyRing);
    await ticks.find(({ name }) => name === 'reproject-stale')?.run(new AbortController().signal);
    expect(await rollout()).toEqual({ version: 2, total: 2, done: 2 });
    expect(await prisma.lead.findUniqueOrThrow({ where: { id: id ?? '' } })).toMatchObject({
      progressDeadline: new Date('2026-03-18T09:00:00.000Z'),
      policyVersion: 2,
    });
  });
});

describe('what is refused', () => {
  const KINDS = 'a list of `QUALIFIED_CALL`';
  test.each<[string, Partial<UpdateSettingInput>, string, RegExp]>([
    ['an unknown key', { key: 'maxHold' }, 'key', /^"maxHold" is no setting, allowed is a key/],
    ['a key of objects', { key: '__proto__' }, 'key', /is no setting/],
    ['no JSON', { value: '30 days' }, 'value', /^"30 days" is no JSON, allowed is 1 to 3650/],
    ['nothing', { value: ' ' }, 'value', /^"" is no JSON, allowed is 1 to 3650/],
    ['what is too small', { value: '0' }, 'value', /^0 given, allowed is 1 to 3650$/],
    ['no whole number', { value: '1.5' }, 'value', /^1.5 given, allowed is 1 to 3650$/],
    ['no number', { value: '1e999' }, 'value', /given, allowed is 1 to 3650$/],
    ['null where there is none', { value: 'null' }, 'value', /^null given, allowed is 1 to 3650$/],
    ['half a character', { key: 'company.name', value: '"A\\ud800"' }, 'value', /half a character/],
    [
      'no pattern',
      { key: 'jobs.pseudonymization.cron', value: '"nightly"' },
      'value',
      /allowed is a cron pattern \(allowed is a cron pattern, as "0 1 \* \* \*"\)$/,
    ],
    [
      'a kind that is none',
      { key: 'protection.qualifyingKinds', value: '["MEETING","LUNCH"]' },
      'value',
      new RegExp(`allowed is ${KINDS}.*\\(1: Invalid option`),
    ],
    [
      'what the policy could not do',
      { key: 'protection.progressDays', value: '5' },
      'value',
      /^protection.warningLeadDays: 7 given, allowed is at most progressDays, which is 5$/,
    ],
    [
      'what the policy of a business type could not do',
      { key: 'protection.warningLeadDays', businessType: 'HOTEL', value: '61' },
      'value',
      /^protection.overrides.HOTEL.warningLeadDays: 61 given, allowed is at most progressDays/,
    ],
    [
      'a slip of the pen in the overrides',
      { key: 'protection.overrides', value: '{"HOTEL":{"graceDay":3}}' },
      'value',
      /\(HOTEL: Unrecognized key: "graceDay"\)$/,
    ],
    [
      'a business type that no lead can have',
      { key: 'protection.overrides', value: '{" HOTEL":{"graceDays":3}}' },
      'value',
      /\( HOTEL: allowed is the name of a business type, of up to 60 characters\)$/,
    ],
    [
      'no time zone',
      { key: 'protection.timeZone', value: '"Mars/Olympus"' },
      'value',
      /allowed is an IANA time zone like Europe\/Berlin$/,
    ],
    [
      'a business type for what is one for all',
      { businessType: 'HOTEL' },
      'businessType',
      /^"HOTEL" given, but maxHoldDays is one for all leads: allowed is nothing$/,
    ],
    [
      'a business type within the overrides',
      { key: 'protection.overrides', businessType: 'HOTEL', value: '{}' },
      'businessType',
      /one for all leads/,
    ],
    ['no reason', { reason: null }, 'reason', /^nothing given, allowed is why it is changed/],
    ['a full stop', { reason: '.' }, 'reason', /^is no reason, allowed is why it is changed/],
    ['no version', { expectedVersion: -1 }, 'expectedVersion', /or 0 for what was never set$/],
    ['too much', { value: `"${'x'.repeat(10_001)}"` }, 'value', /up to 10000 characters$/],
  ])('%s', async (_what, input, path, message) => {
    expect(await problemsOf(input)).toEqual([{ path, message: expect.stringMatching(message) }]);
    expect(await prisma.setting.count()).toBe(0);
    expect(await prisma.policyVersion.count()).toBe(0);
  });

  test('who is no admin, programs too', async () => {
    for (const role of ['REP', 'MANAGER', 'AUDITOR', 'WALLBOARD', 'SERVICE'] as const) {
      const as = await api.user(role, { name: newId() });
      expect([role, await set({}, as)]).toMatchObject([role, { __typename: 'ForbiddenError' }]);
    }
  });

  test('by the database as well, whatever the API would let through', async () => {
    for (const role of ['REP', 'MANAGER', 'AUDITOR', 'WALLBOARD', 'SERVICE'] as const) {
      const { id } = await api.user(role, { name: newId() });
      const as = { id, role, territory: null };
      const data = { version: 9, policy: {}, validFrom: clock.now() };
      await expect(
        db.transaction((tx) => tx.policyVersion.create({ data }), { as }),
      ).rejects.toThrow('permission denied');
      const row = { key: 'maxHoldDays', value: 3650 };
      await expect(
        db.transaction((tx) => tx.setting.create({ data: row }), { as }),
      ).rejects.toThrow('permission denied');
    }
  });

  test('the history of a setting is for admins and auditors', async () => {
    await set({});
    for (const [role, many] of [
      ['REP', 0],
      ['MANAGER', 0],
      ['SERVICE', 0],
      ['AUDITOR', 1],
    ] as const) {
      const as = await api.user(role, { name: newId() });
      const { settingHistory } = await api.query(as, SettingHistoryDocument, {
        key: 'maxHoldDays',
      });
      expect([role, settingHistory.length]).toEqual([role, many]);
    }
    const { errors } = await api.execute(admin, SettingHistoryDocument, { key: 'maxHold' });
    expect(errors).toMatchObject([{ extensions: { code: 'VALIDATION' } }]);
  });
});

describe('two admins', () => {
  const stale = (key: string, expected: number, at: number) => ({
    __typename: 'ConflictError',
    code: 'CONFLICT',
    reason: 'STALE_VERSION',
    message: `The setting ${key} is not at version ${expected}, it is at ${at}: somebody changed it meanwhile.`,
  });

  test('one after the other: the second is told that there is another version', async () => {
    await set({ value: '30' });
    expect(await set({ value: '40' }, other)).toEqual(stale('maxHoldDays', 0, 1));
    expect(await set({ value: '40', expectedVersion: 2 })).toEqual(stale('maxHoldDays', 2, 1));
    await set({ key: 'protection.graceDays', value: '14' });
    const mode = { key: 'protection.mode', value: '"LATEST"' };
    expect(await set(mode, other)).toEqual(stale('protection.mode', 0, 2));
    expect(await set({ ...mode, dryRun: true })).toEqual(stale('protection.mode', 0, 2));
  });

  test.each<[string, readonly Partial<UpdateSettingInput>[]]>([
    ['a plain setting', [{ value: '30' }, { value: '40' }]],
    [
      'the policy, also different parts of it',
      [
        { key: 'protection.graceDays', value: '14' },
        { key: 'protection.mode', value: '"LATEST"' },
      ],
    ],
  ])('at once cannot both change %s', async (_what, [one = {}, two = {}]) => {
    const tries = [set(one), set(two, other), set(two), set(one, other)];
    const answers = (await Promise.all(tries)).map(({ __typename }) => __typename);
    expect(answers.sort()).toEqual([
      'ConflictError',
      'ConflictError',
      'ConflictError',
      'UpdateSettingPayload',
    ]);
    expect(await prisma.auditEntry.count({ where: { entity: 'Setting' } })).toBe(1);
    expect(await prisma.domainEvent.count()).toBe(1);
  });
});

test('subscribers are told which setting changed', async () => {
  await using own = await openTestApi({ started: true });
  const wallboard = await own.user('WALLBOARD');
  const flow = await readSse(`${own.app.url}/graphql`, wallboard.token, {
    query: 'subscription { events(types: [SETTING_CHANGED]) { type payload } }',
  });
  const input = { key: 'protection.graceDays', value: '14', expectedVersion: 0, reason: REASON };
  await own.query(await own.user('ADMIN'), UpdateSettingDocument, { input });
  const payload = { key: 'protection.graceDays', version: 2 };
  expect(await flow.next()).toEqual({ data: { events: { type: 'SETTING_CHANGED', payload } } });
  flow.close();
});

import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/domain/policy.js';
import { policyProblems } from '../../../src/domain/policy-problems.js';
import { loadSchedule } from '../../../src/platform/settings/load-schedule.js';
import { settingsPage } from '../../../src/platform/settings/print-settings.js';
import { readSetting } from '../../../src/platform/settings/read-setting.js';
import { KNOWN_SETTINGS } from '../../../src/platform/settings/registry.js';
import { recordingLog } from '../../features/jobs/nightly.js';
import { SettingsDocument } from '../../support/generated/operations.js';
import { testApi } from '../../support/test-file.js';

const api = await testApi();
const { prisma } = api.db;

describe('the registry', () => {
  test('stands in docs/settings.md; `npm run docs` writes it', async () => {
    expect(await readFile('docs/settings.md', 'utf8')).toBe(settingsPage());
  });

  test.each(KNOWN_SETTINGS)('allows the default of $key', ({ schema, defaultValue }) => {
    expect(schema.safeParse(defaultValue)).toMatchObject({ success: true, data: defaultValue });
  });

  test.each([
    ['baseMonths', [0, 1, 1200, 1201, 1.5]],
    ['progressDays', [0, 7, 36_500, 36_501]],
    ['warningLeadDays', [-1, 0]],
    ['graceDays', [-1, 0, 36_500, 36_501]],
    ['baseReminderDays', [-1, 0, 36_500, 36_501]],
    ['graceAnchor', ['WARNING', 'SOMETIMES']],
    ['mode', ['LATEST', 'NEVER']],
    ['dayBoundary', ['END_OF_DAY', 'NOON']],
    ['qualifyingKinds', [['NOTE'], ['CHAT']]],
  ])('allows of protection.%s what the policy allows', (part, values) => {
    const schema = KNOWN_SETTINGS.find(({ key }) => key === `protection.${part}`)?.schema;
    const allowed = values.map((value) => schema?.safeParse(value).success);
    const usable = values.map(
      (value) => policyProblems({ ...DEFAULT_POLICY, [part]: value }).length === 0,
    );
    expect(allowed).toEqual(usable);
  });
});

describe('stored values', () => {
  beforeEach(() => api.db.reset());

  test('count instead of the default, also null', async () => {
    expect(await readSetting(prisma, 'maxProtectedLeads')).toBeNull();
    await prisma.setting.create({ data: { key: 'maxProtectedLeads', value: 5 } });
    expect(await readSetting(prisma, 'maxProtectedLeads')).toBe(5);
  });

  test('that are not allowed are named with what is', async () => {
    await prisma.setting.create({ data: { key: 'maxHoldDays', value: 'many' } });
    await expect(readSetting(prisma, 'maxHoldDays')).rejects.toThrow(
      /maxHoldDays is stored as "many".*expected number/,
    );
  });

  test('that are no cron pattern are reported, and the default counts', async () => {
    const { log, lines } = recordingLog();
    await prisma.setting.createMany({
      data: [
        { key: 'jobs.pseudonymization.cron', value: 'every night' },
        { key: 'jobs.import-archival.cron', value: '30 4 * * *' },
      ],
    });
    const { timeZone, cron } = await loadSchedule(api.db, log);
    expect(timeZone).toBe('Europe/Berlin');
    expect(cron).toMatchObject({ pseudonymization: '0 3 * * *', 'import-archival': '30 4 * * *' });
    expect(lines).toMatchObject([{ key: 'jobs.pseudonymization.cron', value: 'every night' }]);
  });

  test('are listed with what is allowed, the default and where they may differ', async () => {
    const admin = await api.user('ADMIN');
    const changedAt = new Date('2026-02-01T00:00:00Z');
    await prisma.setting.create({
      data: { key: 'claimsPerDay', value: 7, version: 3, updatedAt: changedAt },
    });
    const { settings: before } = await api.query(admin, SettingsDocument);
    expect(before.map(({ key }) => key)).toEqual(KNOWN_SETTINGS.map(({ key }) => key));
    expect(before.find(({ key }) => key === 'claimsPerDay')).toEqual({
      key: 'claimsPerDay',
      description:
        'Leads that an agent may take out of the pool in one local day, by claiming them or by registering, importing or renaming a lead to what lies there. What a manager gives them or imports does not count.',
      scope: 'GLOBAL',
      schema: expect.objectContaining({ type: 'integer', minimum: 0, maximum: 100_000 }),
      defaultValue: 20,
      value: 7,
      version: 3,
      updatedAt: changedAt.toISOString(),
    });
    const graceDays = {
      key: 'protection.graceDays',
      description: 'Days of running clock that grace lasts.',
      scope: 'BUSINESS_TYPE',
      schema: expect.objectContaining({ type: 'integer', minimum: 0, maximum: 36_500 }),
      defaultValue: 10,
      value: 10,
      version: null,
      updatedAt: null,
    };
    expect(before.find(({ key }) => key === 'protection.graceDays')).toEqual(graceDays);

    const policy = { version: 4, policy: { graceDays: 14 }, validFrom: changedAt };
    await prisma.policyVersion.create({ data: policy });
    const { settings: after } = await api.query(admin, SettingsDocument);
    const changed = { value: 14, version: 4, updatedAt: changedAt.toISOString() };
    expect(after.find(({ key }) => key === 'protection.graceDays')).toEqual({
      ...graceDays,
      ...changed,
    });
  });
});

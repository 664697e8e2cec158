import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { createTicks } from '../../../src/features/jobs/ticks.js';
import { newId } from '../../../src/platform/db/ids.js';
import { loadPolicy } from '../../../src/platform/settings/load-policy.js';
import { readSetting } from '../../../src/platform/settings/read-setting.js';
import type { ApiUser } from '../../support/api.js';
import { testKeyRing } from '../../support/cursors.js';
import {
  CancelScheduledSettingDocument,
  ScheduledSettingsDocument,
  SettingHistoryDocument,
  UpdateSettingDocument,
} from '../../support/generated/operations.js';
import { testApi } from '../../support/test-file.js';
import { makeDueLead, nightlyRunner } from '../jobs/nightly.js';

const api = await testApi();
const { db, clock } = api;
const { prisma } = db;

let admin: ApiUser;
let name: string;
let rep: ApiUser;
beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  name = newId();
  admin = await api.user('ADMIN', { name });
  rep = await api.user('REP', { name: newId() });
});

async function schedule(key: string, value: unknown, validFrom: string, expectedVersion = 0) {
  const input = {
    key,
    value: JSON.stringify(value),
    expectedVersion,
    validFrom,
    reason: 'As agreed for the new year',
  };
  return (await api.query(admin, UpdateSettingDocument, { input })).updateSetting;
}

const listed = async (as = admin) =>
  (await api.query(as, ScheduledSettingsDocument)).scheduledSettings.edges.map(({ node }) => node);

async function tick(name = 'apply-scheduled-settings') {
  const found = createTicks(db, clock.now, testKeyRing).find((one) => one.name === name);
  await found?.run(new AbortController().signal);
}

describe('a scheduled change', () => {
  test('is made when its instant comes, in the name of the admin who scheduled it', async () => {
    expect(await schedule('maxHoldDays', 30, '2026-03-01T11:00:00+01:00')).toMatchObject({
      __typename: 'UpdateSettingPayload',
      changed: false,
      setting: { value: 90, version: null },
      scheduled: { status: 'PENDING', validFrom: '2026-03-01T10:00:00.000Z' },
    });
    clock.set('2026-03-01T09:59:59Z');
    await tick();
    expect(await readSetting(prisma, 'maxHoldDays')).toBe(90);
    clock.set('2026-03-01T10:00:00Z');
    await tick();
    await tick();
    expect(await readSetting(prisma, 'maxHoldDays')).toBe(30);
    expect(await listed()).toMatchObject([
      {
        key: 'maxHoldDays',
        value: 30,
        status: 'APPLIED',
        settledAt: '2026-03-01T10:00:00.000Z',
        createdBy: { name },
      },
    ]);
    const { settingHistory } = await api.query(admin, SettingHistoryDocument, {
      key: 'maxHoldDays',
    });
    expect(settingHistory).toMatchObject([
      { before: 90, after: 30, actor: { name }, reason: 'As agreed for the new year' },
    ]);
    const told = await prisma.domainEvent.findMany({ where: { type: 'SETTING_CHANGED' } });
    expect(told.map(({ payload }) => payload)).toEqual([{ key: 'maxHoldDays', version: 1 }]);
  });

  test('of the policy is in force before a job of that night looks for leads', async () => {
    // Due to be warned under the new policy alone.
    const lead = await makeDueLead(db, rep.id, clock.now(), {
      assignedAt: '2026-02-01T09:00:00Z',
    });
    await schedule('protection.progressDays', 35, '2026-03-02T00:00:00Z');
    clock.set('2026-03-02T00:00:01Z');
    const by = { actor: SYSTEM_ACTOR, requestId: null };
    await nightlyRunner(db, clock).runNow({ job: 'progress-warning', asOf: clock.now(), by });
    expect(await loadPolicy(prisma)).toMatchObject({ version: 2, progressDays: 35 });
    const { warningIssuedAt, policyVersion } = await prisma.lead.findUniqueOrThrow({
      where: { id: lead },
    });
    expect({ warningIssuedAt, policyVersion }).toEqual({
      warningIssuedAt: clock.now(),
      policyVersion: 2,
    });
  });

  test('is made after others of an earlier instant, on top of them', async () => {
    await schedule('protection.graceDays', 20, '2026-05-01T00:00:00Z');
    await schedule('protection.graceDays', 14, '2026-04-01T00:00:00Z');
    await schedule('protection.baseMonths', 9, '2026-04-15T00:00:00Z');
    clock.set('2026-06-01T00:00:00Z');
    await tick('end-protections');
    expect(await loadPolicy(prisma)).toMatchObject({ version: 4, graceDays: 20, baseMonths: 9 });
  });

  test('that the other settings do not allow any more has failed, and tells why', async () => {
    await schedule('protection.warningLeadDays', 40, '2026-03-01T10:00:00Z');
    const input = {
      key: 'protection.progressDays',
      value: '30',
      expectedVersion: 0,
      reason: 'Shorter',
    };
    await api.query(admin, UpdateSettingDocument, { input });
    clock.set('2026-03-01T10:00:00Z');
    await tick();
    expect(await listed()).toMatchObject([
      { status: 'FAILED', failure: expect.stringContaining('at most progressDays') },
    ]);
    expect(await loadPolicy(prisma)).toMatchObject({ version: 2, warningLeadDays: 7 });
  });

  test('can be cancelled while it waits, and not twice', async () => {
    const answer = await schedule('maxHoldDays', 30, '2026-04-01T00:00:00Z');
    const id = 'scheduled' in answer ? (answer.scheduled?.id ?? '') : '';
    const input = { scheduledSettingId: id };
    const cancel = async () =>
      (await api.query(admin, CancelScheduledSettingDocument, { input })).cancelScheduledSetting;
    expect(await cancel()).toMatchObject({ scheduled: { status: 'CANCELLED' } });
    expect(await cancel()).toMatchObject({ code: 'CONFLICT', reason: 'NOT_PENDING' });
    clock.set('2026-05-01T00:00:00Z');
    await tick();
    expect(await readSetting(prisma, 'maxHoldDays')).toBe(90);
  });

  test.each([
    ['2026-03-01T09:00:00Z', 'validFrom'],
    ['2031-03-01T09:00:01Z', 'validFrom'],
  ])('cannot be made at %s', async (validFrom, path) => {
    expect(await schedule('maxHoldDays', 30, validFrom)).toMatchObject({ problems: [{ path }] });
  });

  test('is judged at once, and so is the version it was meant for', async () => {
    expect(await schedule('maxHoldDays', -1, '2026-04-01T00:00:00Z')).toMatchObject({
      problems: [{ path: 'value' }],
    });
    expect(await schedule('maxHoldDays', 30, '2026-04-01T00:00:00Z', 3)).toMatchObject({
      reason: 'STALE_VERSION',
    });
  });

  test('is seen by admins and auditors alone', async () => {
    await schedule('maxHoldDays', 30, '2026-04-01T00:00:00Z');
    const auditor = await api.user('AUDITOR', { name: newId() });
    const manager = await api.user('MANAGER', { name: newId() });
    expect(await listed(auditor)).toHaveLength(1);
    expect(await listed(manager)).toEqual([]);
    expect(await listed(rep)).toEqual([]);
  });

  test('waits with at most a hundred others', async () => {
    for (let nth = 0; nth < 100; nth++) await schedule('maxHoldDays', 30, '2026-04-01T00:00:00Z');
    expect(await schedule('maxHoldDays', 30, '2026-04-01T00:00:00Z')).toMatchObject({
      problems: [{ path: 'validFrom', message: expect.stringContaining('allowed are 100') }],
    });
  });
});

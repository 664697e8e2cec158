import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import type { JobName } from '../../../src/domain/nightly-jobs.js';
import { createTicks } from '../../../src/features/jobs/ticks.js';
import { previewChanges } from '../../../src/features/settings/preview-policy.js';
import { loadActor } from '../../../src/features/sign-in/load-actor.js';
import { newId } from '../../../src/platform/db/ids.js';
import type { Database } from '../../../src/platform/db/open.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { testKeyRing } from '../../support/cursors.js';
import {
  type PolicyChangeInput,
  PreviewPolicyDocument,
  UpdateSettingDocument,
} from '../../support/generated/operations.js';
import { testApi } from '../../support/test-file.js';
import {
  type DueLeadOverrides,
  makeDueLead,
  makeDueLeads,
  nightlyRunner,
  sendMails,
} from '../jobs/nightly.js';

const api = await testApi();
const { db, clock } = api;
const { prisma } = db;

let admin: ApiUser;
let rep: ApiUser;
async function begin() {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  admin = await api.user('ADMIN', { name: newId() });
  rep = await api.user('REP', { name: newId() });
}
beforeEach(begin);

const preview = async (changes: PolicyChangeInput[], as = admin) =>
  (await api.query(as, PreviewPolicyDocument, { changes })).previewPolicy;

const progressDays = (value: number) => ({ key: 'protection.progressDays', value: `${value}` });

async function set(change: PolicyChangeInput, more: { dryRun?: boolean } = {}) {
  const { _max } = await prisma.policyVersion.aggregate({ _max: { version: true } });
  const input = { ...change, expectedVersion: _max.version ?? 0, reason: 'As agreed', ...more };
  const { updateSetting } = await api.query(admin, UpdateSettingDocument, { input });
  if (updateSetting.__typename !== 'UpdateSettingPayload') {
    throw new Error(JSON.stringify(updateSetting));
  }
  return updateSetting;
}

async function tick(name: string) {
  const found = createTicks(db, clock.now, testKeyRing).find((one) => one.name === name);
  await found?.run(new AbortController().signal);
}

const run = (job: JobName) =>
  nightlyRunner(db, clock).runNow({
    job,
    asOf: clock.now(),
    by: { actor: SYSTEM_ACTOR, requestId: null },
  });

describe('a preview', () => {
  test('tells what becomes of whom, and writes nothing', async () => {
    const assigned = (assignedAt: string, more: Partial<DueLeadOverrides> = {}) =>
      makeDueLead(db, rep.id, clock.now(), { assignedAt, companyName: assignedAt, ...more });
    const [warned, , expired, , held] = [
      await assigned('2026-01-10T09:00:00Z'),
      await assigned('2026-02-28T09:00:00Z'),
      await assigned('2025-09-10T09:00:00Z', { activities: ['2026-02-28T09:00:00Z'] }),
      await assigned('2026-02-20T09:00:00Z', { businessType: 'HOTEL' }),
      await assigned('2026-02-01T09:00:00Z', {
        holds: [['2026-02-25T09:00:00Z', '2026-03-20T09:00:00Z']],
      }),
    ];
    const before = await prisma.lead.findMany({ orderBy: { id: 'asc' } });
    const answer = await preview([
      progressDays(45),
      { key: 'protection.baseMonths', value: '5' },
      { ...progressDays(60), businessType: 'HOTEL' },
      { key: 'protection.baseMonths', value: '6', businessType: 'HOTEL' },
    ]);
    expect(answer).toMatchObject({
      ...{ complete: true, examined: 5, changed: 4, warned: 1, expired: 1, paused: 0 },
      states: expect.arrayContaining([
        { before: 'PROTECTED', after: 'PROTECTED', leads: 1 },
        { before: 'PROTECTED', after: 'GRACE', leads: 1 },
        { before: 'PROTECTED', after: 'EXPIRED', leads: 1 },
        { before: 'ON_HOLD', after: 'ON_HOLD', leads: 1 },
      ]),
      agents: [{ agent: { name: rep.email.split('@')[0] }, changed: 4, warned: 1, expired: 1 }],
    });
    expect(answer.leads.map(({ lead }) => lead?.id)).toEqual([
      globalId('Lead', expired ?? ''),
      globalId('Lead', warned ?? ''),
      globalId('Lead', held ?? ''),
      expect.any(String),
    ]);
    expect(answer.leads[0]).toEqual({
      lead: { id: globalId('Lead', expired ?? ''), companyName: '2025-09-10T09:00:00Z' },
      before: { state: 'PROTECTED', expiresAt: '2026-03-10T10:00:00.000Z' },
      after: { state: 'EXPIRED', expiresAt: '2026-02-10T10:00:00.000Z' },
    });
    expect(await prisma.lead.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
    expect(await prisma.policyVersion.count()).toBe(0);
  });

  test('counts a lead that is over at once as expired, and not as warned', async () => {
    await makeDueLead(db, rep.id, clock.now(), { assignedAt: '2026-01-20T09:00:00Z' });
    const changes = [progressDays(30), { key: 'protection.baseMonths', value: '1' }];
    expect(await preview(changes)).toMatchObject({ changed: 1, expired: 1, warned: 0 });
    expect(await preview(changes.slice(0, 1))).toMatchObject({ expired: 0, warned: 1 });
  });

  test('counts leads whose end an open hold would pause', async () => {
    // The base period ends before the hold begins, until it is longer.
    await makeDueLead(db, rep.id, clock.now(), {
      assignedAt: '2025-08-25T09:00:00Z',
      holds: [['2026-02-27T09:00:00Z', null]],
    });
    const changes = [{ key: 'protection.baseMonths', value: '12' }];
    expect(await preview(changes)).toMatchObject({ changed: 1, paused: 1, expired: 0 });
  });

  test('is what a dry run of the change answers', async () => {
    await makeDueLeads(db, rep.id, clock.now(), [
      { assignedAt: '2026-01-10T09:00:00Z' },
      { assignedAt: '2025-11-10T09:00:00Z', businessType: 'HOTEL' },
    ]);
    const change = { ...progressDays(45), businessType: 'HOTEL' };
    const expected = await preview([change]);
    expect(expected).toMatchObject({ examined: 2, changed: 1 });
    expect(await set(change, { dryRun: true })).toMatchObject({
      changed: false,
      preview: expected,
    });
    expect(await prisma.policyVersion.count()).toBe(0);
  });

  test('names every change that is not allowed by its place', async () => {
    const changes = [
      progressDays(0),
      { key: 'maxHoldDays', value: '5' },
      { key: 'nonsense', value: '5' },
    ];
    const { errors } = await api.execute(admin, PreviewPolicyDocument, { changes });
    expect(errors).toMatchObject([
      {
        extensions: {
          problems: [
            { path: 'changes.0.value', message: '0 given, allowed is 1 to 36500' },
            { path: 'changes.1.key', message: expect.stringMatching(/is no part of the prot/) },
            { path: 'changes.2.key', message: expect.stringMatching(/is no setting/) },
          ],
        },
      },
    ]);
    const together = [progressDays(5), { key: 'protection.warningLeadDays', value: '5' }];
    expect(await preview(together)).toMatchObject({ complete: true });
  });

  test('is for admins and auditors', async () => {
    for (const [role, code] of [
      ['AUDITOR', undefined],
      ['MANAGER', 'FORBIDDEN'],
      ['REP', 'FORBIDDEN'],
      ['WALLBOARD', 'FORBIDDEN'],
      ['SERVICE', 'FORBIDDEN'],
    ] as const) {
      const as = await api.user(role, { name: newId() });
      const changes = [progressDays(45)];
      const { errors } = await api.execute(as, PreviewPolicyDocument, { changes });
      expect([role, errors?.[0]?.extensions?.code]).toEqual([role, code]);
    }
  });

  test('that is ended early says so, and leaves the connection to others between its batches', async () => {
    const leads = Array.from({ length: 450 }, () => ({ assignedAt: '2026-01-10T09:00:00Z' }));
    await makeDueLeads(db, rep.id, clock.now(), leads);
    const ending = new AbortController();
    const meanwhile: Promise<number>[] = [];
    // The first reads the policy, each other one a batch.
    let transactions = 0;
    const watched: Database = {
      ...db,
      async transaction(work, options) {
        const result = await db.transaction(work, options);
        transactions++;
        if (transactions === 2) meanwhile.push(prisma.lead.count());
        if (transactions === 3) {
          expect(await Promise.all(meanwhile)).toEqual([450]);
          ending.abort();
        }
        return result;
      },
    };
    const actor = await loadActor(db, admin.email);
    const ctx = { db: watched, actor, now: clock.now(), requestId: null };
    const answer = await previewChanges(ctx, [progressDays(45)], ending.signal);
    expect(answer).toMatchObject({ complete: false, examined: 400, changed: 400 });
    expect(answer.leads).toHaveLength(100);
    const whole = await previewChanges(ctx, [progressDays(45)], new AbortController().signal);
    expect(whole).toMatchObject({ complete: true, examined: 450, changed: 450, warned: 450 });
  });
});

const DAY = 86_400_000;
const FIRST = Date.UTC(2025, 7, 20, 9);
const instant = (maxDays: number) =>
  fc.integer({ min: 0, max: maxDays * 24 }).map((hours) => new Date(FIRST + hours * (DAY / 24)));

/** A lead of the last half year, warned or held or neither. */
const anyLead: fc.Arbitrary<DueLeadOverrides> = fc
  .record({
    assignedAt: instant(190),
    activityAfter: fc.option(fc.integer({ min: 1, max: 150 })),
    hold: fc.option(fc.tuple(instant(190), fc.option(fc.integer({ min: 1, max: 60 })))),
    businessType: fc.constantFrom('HOTEL', 'CANTEEN', undefined),
    extensionMonths: fc.constantFrom(undefined, undefined, 2),
  })
  .map(({ assignedAt, activityAfter, hold, businessType, extensionMonths }) => {
    const performed = new Date(assignedAt.getTime() + (activityAfter ?? 0) * DAY);
    const endOf = ([start, length]: [Date, number | null]) =>
      length === null ? null : new Date(start.getTime() + length * DAY).toISOString();
    return {
      assignedAt: assignedAt.toISOString(),
      ...(extensionMonths ? { extensionMonths } : {}),
      ...(businessType ? { businessType } : {}),
      ...(activityAfter !== null && performed < new Date('2026-03-01')
        ? { activities: [performed.toISOString()] }
        : {}),
      ...(hold ? { holds: [[hold[0].toISOString(), endOf(hold)] as const] } : {}),
    };
  });

const number = (key: string, min: number, max: number) =>
  fc.integer({ min, max }).map((value) => ({ key, value: String(value) }));
const code = (key: string, ...codes: unknown[]) =>
  fc.constantFrom(...codes).map((value) => ({ key, value: JSON.stringify(value) }));

/** Whatever comes together, it can be used, and each of its steps too. */
const anyChange: fc.Arbitrary<PolicyChangeInput> = fc
  .tuple(
    fc.oneof(
      number('protection.progressDays', 20, 120),
      number('protection.warningLeadDays', 0, 20),
      number('protection.graceDays', 0, 40),
      number('protection.baseMonths', 2, 12),
      number('protection.baseReminderDays', 0, 40),
      code('protection.mode', 'EARLIEST', 'LATEST'),
      code('protection.graceAnchor', 'WARNING', 'DEADLINE'),
      code('protection.dayBoundary', 'EXACT', 'END_OF_DAY'),
      code('protection.timeZone', 'UTC', 'America/New_York'),
      code('protection.qualifyingKinds', ['MEETING'], ['QUALIFIED_CALL', 'MEETING']),
    ),
    fc.constantFrom('HOTEL', null, null),
  )
  .map(([change, businessType]) => ({ ...change, businessType }));

const columns = (id: string) =>
  prisma.lead.findUniqueOrThrow({
    where: { id },
    select: { status: true, expiresAt: true, policyVersion: true, progressDeadline: true },
  });
const warnings = () => prisma.reminder.count({ where: { kind: 'PROGRESS_WARNING' } });
const idOf = (global: string | undefined) =>
  Buffer.from(global ?? '', 'base64')
    .toString()
    .slice(5);

test('what a preview tells is what then happens', { timeout: 300_000 }, async () => {
  const anyCase = fc.record({
    leads: fc.array(anyLead, { minLength: 40, maxLength: 90 }),
    changes: fc.array(anyChange, { minLength: 1, maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ leads, changes }) => {
      await begin();
      await makeDueLeads(db, rep.id, clock.now(), leads);
      // Everything that is due by the policy in force has happened: some leads are warned or in grace.
      await run('progress-warning');
      await sendMails(db, clock);
      clock.advance({ days: 9 });
      await tick('turn-holds');
      await run('protection-expiry');
      await run('progress-warning');

      const told = await preview(changes);
      const active = await prisma.lead.findMany({ where: { status: 'ACTIVE' } });
      expect(told).toMatchObject({ complete: true, examined: active.length });
      const changed = new Map(told.leads.map((one) => [idOf(one.lead?.id), one]));
      expect(changed.size).toBe(told.changed);

      for (const change of changes) await set(change);
      await tick('reproject-stale');
      for (const { id, expiresAt, progressDeadline } of active) {
        const now = await columns(id);
        const one = changed.get(id);
        if (!one) expect(now).toMatchObject({ expiresAt, progressDeadline });
        else expect(now.expiresAt?.toISOString() ?? null).toBe(one.after.expiresAt);
      }
      const warnedBefore = await warnings();
      await tick('end-protections');
      await run('progress-warning');
      const expired = await prisma.lead.count({
        where: { id: { in: active.map(({ id }) => id) }, status: 'EXPIRED' },
      });
      expect({ expired, warned: (await warnings()) - warnedBefore }).toEqual({
        expired: told.expired,
        warned: told.warned,
      });
      const counted = told.states.reduce((sum, { leads }) => sum + leads, 0);
      expect(counted).toBe(told.changed);
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

import { beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import type { JobName } from '../../../src/domain/nightly-jobs.js';
import { endHold } from '../../../src/features/holds/end-hold.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { runJob } from '../../../src/features/jobs/run-job.js';
import { createTicks } from '../../../src/features/jobs/ticks.js';
import { newId } from '../../../src/platform/db/ids.js';
import { type ApiUser, globalId } from '../../support/api.js';
import { testKeyRing } from '../../support/cursors.js';
import { contextFor } from '../../support/factories.js';
import { testApi } from '../../support/test-file.js';
import { makeDueLead, makeDueLeads, nightlyRunner, systemContext } from '../jobs/nightly.js';

const api = await testApi();
const { db, clock } = api;

let rep: ApiUser;
beforeEach(async () => {
  await db.reset();
  clock.set('2026-03-01T00:00:00Z');
  rep = await api.user('REP', { name: newId() });
});

const by = { actor: SYSTEM_ACTOR, requestId: null };
const run = (job: JobName) => nightlyRunner(db, clock).runNow({ job, asOf: clock.now(), by });
const leadAt = (id: string) => db.prisma.lead.findUniqueOrThrow({ where: { id } });
const tick = async (name: string) => {
  const found = createTicks(db, clock.now, testKeyRing).find((one) => one.name === name);
  await found?.run(new AbortController().signal);
};

/** As an administrator does it by SQL. */
const changePolicy = (version: number, changes: object) =>
  db.query(
    `INSERT INTO policy_version (version, policy, valid_from) VALUES ($1::int, $2::jsonb, now())`,
    [String(version), JSON.stringify(changes)],
  );

async function answers(leadId: string) {
  const { lead, explainProtection, settings } = await api.query<
    {
      lead: { protection: { policyVersion: number; progressDeadline: string; remaining: string } };
      explainProtection: { policyVersion: number; progressDeadline: string };
      settings: { key: string; value: unknown; version: number | null }[];
    },
    { id: string }
  >(
    rep,
    `query ($id: ID!) {
      lead(id: $id) { protection { policyVersion progressDeadline } }
      explainProtection(leadId: $id) { policyVersion progressDeadline }
      settings { key value version }
    }`,
    { id: globalId('Lead', leadId) },
  );
  const { version, value } = settings.find(({ key }) => key === 'protection.progressDays') ?? {};
  return { lead: lead.protection, explained: explainProtection, setting: { version, value } };
}

describe('a policy that was changed by SQL', () => {
  test('until a lead is projected anew, its answers agree and name the version they go by', async () => {
    const id = await makeDueLead(db, rep.id, clock.now(), { assignedAt: '2026-02-01T09:00:00Z' });
    await changePolicy(2, { progressDays: 45 });
    const before = { policyVersion: 1, progressDeadline: '2026-04-02T08:00:00.000Z' };
    expect(await answers(id)).toEqual({
      lead: before,
      explained: before,
      setting: { version: 2, value: 45 },
    });
    await tick('reproject-stale');
    const after = { policyVersion: 2, progressDeadline: '2026-03-18T09:00:00.000Z' };
    expect(await answers(id)).toMatchObject({ lead: after, explained: after });
  });

  test('reaches more leads than fit into one batch, and none that has ended', async () => {
    const leads = Array.from({ length: 230 }, () => ({ assignedAt: '2026-02-01T09:00:00Z' }));
    const [ended = ''] = await makeDueLeads(db, rep.id, clock.now(), leads);
    await db.prisma.lead.update({
      where: { id: ended },
      data: { status: 'LOST', endedAt: clock.now(), endReason: 'LOST' },
    });
    await changePolicy(2, { progressDays: 45 });
    await tick('reproject-stale');
    const byVersion = await db.prisma.lead.groupBy({ by: ['policyVersion'], _count: true });
    expect(byVersion.sort((a, b) => a.policyVersion - b.policyVersion)).toEqual([
      { policyVersion: 1, _count: 1 },
      { policyVersion: 2, _count: 229 },
    ]);
  });

  test('warns a lead that is due by it tonight, though not by the dates that were stored', async () => {
    const id = await makeDueLead(db, rep.id, clock.now(), { assignedAt: '2026-01-20T09:00:00Z' });
    await changePolicy(2, { progressDays: 45 });
    await run('progress-warning');
    expect(await db.prisma.reminder.findMany()).toMatchObject([
      { leadId: id, kind: 'PROGRESS_WARNING' },
    ]);
    expect(await leadAt(id)).toMatchObject({ policyVersion: 2 });
  });

  test('expires nothing that has more time by it, and what has run out by it', async () => {
    const [longer = '', shorter = ''] = await makeDueLeads(db, rep.id, clock.now(), [
      { assignedAt: '2025-08-31T09:00:00Z', businessType: 'HOTEL' },
      { assignedAt: '2025-11-15T09:00:00Z', activities: ['2026-02-20T09:00:00Z'] },
    ]);
    await changePolicy(2, { baseMonths: 3, overrides: { HOTEL: { baseMonths: 9 } } });
    await run('protection-expiry');
    expect(await leadAt(longer)).toMatchObject({ status: 'ACTIVE', policyVersion: 2 });
    expect(await leadAt(shorter)).toMatchObject({ status: 'EXPIRED' });
  });

  test('is told by a dry run as dates to be computed anew, and not as what the old ones say', async () => {
    const id = await makeDueLead(db, rep.id, clock.now(), { assignedAt: '2025-08-31T09:00:00Z' });
    await changePolicy(2, { baseMonths: 9 });
    const ctx = systemContext(db, clock.now());
    const job = 'protection-expiry';
    const result = await runJob(ctx, { job, dryRun: true }, nightlyRunner(db, clock));
    expect(result).toMatchObject({ affected: [{ action: 'REPROJECT', id }] });
    expect(result.dryRun && result.affected).toHaveLength(1);
    expect(await leadAt(id)).toMatchObject({ policyVersion: 1 });
  });

  test('does not swallow what a hold did by itself since the lead was last projected', async () => {
    const admin = { ...SYSTEM_ACTOR, id: rep.id, role: 'ADMIN' as const };
    const id = await makeDueLead(db, rep.id, clock.now(), { assignedAt: '2026-02-01T09:00:00Z' });
    const endAt = new Date('2026-03-05T00:00:00Z');
    const { holdId } = await startHold(contextFor(db, admin, clock.now()), {
      leadId: id,
      reason: 'SUPPLY_ISSUE',
      endAt,
    });
    clock.set('2026-03-05T00:00:05Z');
    await changePolicy(2, { progressDays: 45 });
    await tick('reproject-stale');
    const ended = await db.prisma.domainEvent.findMany({ where: { type: 'HOLD_ENDED' } });
    expect(ended).toMatchObject([{ leadId: id, payload: { holdId } }]);
    await expect(endHold(contextFor(db, admin, clock.now()), { holdId })).rejects.toThrow('ended');
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { LeadwardenError } from '../../../src/domain/errors.js';
import { ACTIVITY_KINDS, DEFAULT_POLICY } from '../../../src/domain/policy.js';
import { correctActivity } from '../../../src/features/activities/correct-activity.js';
import { logActivity } from '../../../src/features/activities/log-activity.js';
import { voidActivity } from '../../../src/features/activities/void-activity.js';
import { decideExtension } from '../../../src/features/extensions/decide-extension.js';
import { requestExtension } from '../../../src/features/extensions/request-extension.js';
import { endHold } from '../../../src/features/holds/end-hold.js';
import { startHold } from '../../../src/features/holds/start-hold.js';
import { voidHold } from '../../../src/features/holds/void-hold.js';
import { claimLead } from '../../../src/features/ownership/claim-lead.js';
import { markLeadLost } from '../../../src/features/ownership/mark-lead-lost.js';
import { reassignLead } from '../../../src/features/ownership/reassign-lead.js';
import { releaseLead } from '../../../src/features/ownership/release-lead.js';
import { reopenLead } from '../../../src/features/ownership/reopen-lead.js';
import { findDrift, storedProjections } from '../../../src/features/protection/find-drift.js';
import { loadFacts } from '../../../src/features/protection/load-facts.js';
import {
  projectFacts,
  projectionColumns,
  projectLeads,
} from '../../../src/features/protection/project-leads.js';
import { turnHolds } from '../../../src/features/protection/turn-holds.js';
import { updateLead } from '../../../src/features/registration/update-lead.js';
import { loadPolicy } from '../../../src/platform/settings/load-policy.js';
import { inTransaction, type VerbContext } from '../../../src/platform/verbs/context.js';
import { testClock } from '../../support/clock.js';
import { contextFor, makeLead, seedUsers } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { nightlyRunner } from '../jobs/nightly.js';

const db = await testDatabase();

const clock = testClock('2026-03-01T09:00:00Z');
const DAY_MS = 86_400_000;

type Users = Awaited<ReturnType<typeof seedUsers>>;

interface World {
  readonly users: Users;
  readonly leadId: string;
}

type Step = (world: World, nth: number) => Promise<unknown>;

const as = (world: World, who: keyof Users) => contextFor(db, world.users[who], clock.now());
const daysFromNow = (days: number) => new Date(clock.now().getTime() + days * DAY_MS);

/** The lead's owner; if it has none, an agent who does not see it. */
async function asOwner(world: World): Promise<VerbContext> {
  const { ownerId } = await db.prisma.lead.findUniqueOrThrow({ where: { id: world.leadId } });
  return as(world, ownerId === world.users.otherRep.id ? 'otherRep' : 'rep');
}

async function nthActivity({ leadId }: World, nth: number) {
  const rows = await db.prisma.activity.findMany({ where: { leadId }, orderBy: { id: 'asc' } });
  return rows[nth % Math.max(1, rows.length)];
}

async function nthHold({ leadId }: World, nth: number) {
  const rows = await db.prisma.hold.findMany({ where: { leadId }, orderBy: { id: 'asc' } });
  return rows[nth % Math.max(1, rows.length)];
}

/** A step with its name for the report of a counterexample. */
function named(name: string, step: Step): { name: string; step: Step } {
  return { name, step };
}

const daysAgo = fc.integer({ min: 0, max: 40 });
const steps = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ kind: fc.constantFrom(...ACTIVITY_KINDS), ago: daysAgo })
      .map(({ kind, ago }) =>
        named(`log ${kind} of ${ago} days ago`, async (world) =>
          logActivity(await asOwner(world), {
            leadId: world.leadId,
            kind,
            performedAt: daysFromNow(-ago),
          }),
        ),
      ),
  },
  {
    weight: 2,
    arbitrary: daysAgo.map((ago) =>
      named(`correct an activity to ${ago} days ago`, async (world, nth) => {
        const activity = await nthActivity(world, nth);
        if (!activity) return;
        const { id: activityId, version: expectedVersion } = activity;
        const performedAt = daysFromNow(-ago);
        await correctActivity(as(world, 'manager'), { activityId, expectedVersion, performedAt });
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constant(
      named('void an activity', async (world, nth) => {
        const activity = await nthActivity(world, nth);
        if (activity) {
          await voidActivity(as(world, 'manager'), { activityId: activity.id, reason: 'wrong' });
        }
      }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({
        from: fc.integer({ min: -20, max: 20 }),
        length: fc.option(fc.integer({ min: 1, max: 40 })),
      })
      .map(({ from, length }) =>
        named(`hold from ${from} for ${length} days`, (world) =>
          startHold(as(world, 'manager'), {
            leadId: world.leadId,
            reason: 'SUPPLY_ISSUE',
            startAt: daysFromNow(from),
            endAt: length === null ? null : daysFromNow(from + length),
          }),
        ),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.constant(
      named('end a hold', async (world, nth) => {
        const hold = await nthHold(world, nth);
        if (hold) await endHold(as(world, 'manager'), { holdId: hold.id });
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constant(
      named('void a hold', async (world, nth) => {
        const hold = await nthHold(world, nth);
        if (hold) await voidHold(as(world, 'manager'), { holdId: hold.id, reason: 'wrong' });
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.boolean().map((approve) =>
      named(`extension, approved: ${approve}`, async (world) => {
        const { leadId } = world;
        const { requestId } = await requestExtension(await asOwner(world), {
          leadId,
          months: 2,
          reason: 'tender',
        });
        clock.advance({ hours: 1 });
        await decideExtension(as(world, 'manager'), { requestId, approve });
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('CANTEEN', 'HOTEL', null).map((businessType) =>
      named(`business type ${businessType}`, async (world) => {
        const { leadId } = world;
        const { version } = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
        await updateLead(as(world, 'manager'), { leadId, expectedVersion: version, businessType });
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(named('release', (world) => releaseLead(as(world, 'manager'), world))),
  },
  {
    weight: 1,
    arbitrary: fc.constant(named('lose', (world) => markLeadLost(as(world, 'manager'), world))),
  },
  {
    weight: 2,
    arbitrary: fc.constant(named('reopen', (world) => reopenLead(as(world, 'manager'), world))),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('rep', 'otherRep')
      .map((who) =>
        named(`claim by ${who}`, (world) => claimLead(as(world, who), { leadId: world.leadId })),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('rep', 'otherRep').map((who) =>
      named(`reassign to ${who}`, (world) =>
        reassignLead(as(world, 'manager'), {
          leadId: world.leadId,
          ownerId: world.users[who].id,
        }),
      ),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('progress-warning', 'protection-expiry').map((job) =>
      named(`run ${job}`, (world) =>
        nightlyRunner(db, clock).runNow({
          job,
          asOf: clock.now(),
          by: { actor: world.users.admin, requestId: null },
        }),
      ),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constant(
      named('turn holds', () => turnHolds(contextFor(db, SYSTEM_ACTOR, clock.now()))),
    ),
  },
);

/** Names of the projection columns in the Prisma client. */
function clientNames(columns: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

async function storedAndRecomputed(leadId: string) {
  const lead = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
  const facts = (await loadFacts(db.prisma, [leadId])).get(leadId);
  if (!facts) return { lead, stored: null, recomputed: null };
  const projection = projectFacts(facts, await loadPolicy(db.prisma), clock.now());
  const recomputed = clientNames({ ...projectionColumns(facts, projection, clock.now()) });
  const stored = Object.fromEntries(
    Object.keys(recomputed).map((name) => [name, lead[name as keyof typeof lead]]),
  );
  return { lead, stored, recomputed };
}

/** What the nightly check would find, also while a hold that turned waits to be noticed. */
function drift(leadId: string) {
  return inTransaction(contextFor(db, SYSTEM_ACTOR, clock.now()), async (ctx) => {
    const after = '00000000-0000-0000-0000-000000000000';
    const stored = await storedProjections(ctx.tx, { after, limit: 10, lock: true });
    expect(stored.map(({ id }) => id).filter((id) => id !== leadId)).toEqual([]);
    return findDrift(ctx, stored);
  });
}

test('the projection equals its recomputation from the facts after any sequence of verbs', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ pause: fc.integer({ min: 0, max: 25 }), step: steps, nth: fc.nat(5) }), {
        minLength: 4,
        maxLength: 16,
      }),
      async (moves) => {
        await db.reset();
        clock.set('2026-03-01T09:00:00Z');
        const users = await seedUsers(db);
        await db.prisma.policyVersion.create({
          data: {
            version: 2,
            validFrom: clock.now(),
            policy: JSON.parse(
              JSON.stringify({ ...DEFAULT_POLICY, overrides: { CANTEEN: { progressDays: 90 } } }),
            ),
          },
        });
        const { id: leadId } = await makeLead(contextFor(db, users.rep, clock.now()));
        const world: World = { users, leadId };
        for (const { pause, step, nth } of moves) {
          clock.advance({ days: pause });
          const before = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
          await step.step(world, nth).catch((error: unknown) => {
            if (!(error instanceof LeadwardenError)) throw error;
          });
          expect(await drift(leadId), step.name).toEqual([]);
          // Holds that were dated turn when their time comes; nothing else depends on the time.
          await turnHolds(contextFor(db, SYSTEM_ACTOR, clock.now()));
          const { lead, stored, recomputed } = await storedAndRecomputed(leadId);
          expect(stored, step.name).toEqual(recomputed);
          expect(stored === null, step.name).toBe(lead.status !== 'ACTIVE');
          if (before.status !== 'ACTIVE' && lead.status !== 'ACTIVE') {
            expect(lead.expiresAt, step.name).toEqual(before.expiresAt);
          }
        }
      },
    ),
    { numRuns: 30 },
  );
}, 600_000);

test('an activity of a request that began later and locked the lead first counts nevertheless', async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  const { rep } = await seedUsers(db);
  const { id: leadId } = await makeLead(contextFor(db, rep, clock.now()));
  const later = clock.advance({ ms: 50 });
  await logActivity(contextFor(db, rep, later), { leadId, kind: 'QUALIFIED_CALL' });
  const earlier = clock.advance({ ms: -40 });
  await logActivity(contextFor(db, rep, earlier), { leadId, kind: 'QUALIFIED_CALL' });
  const lead = await db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
  expect(lead.progressAnchor).toEqual(later);
});

test('a lead that is not under protection keeps the dates it ended with', async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  const users = await seedUsers(db);
  const lead = await makeLead(contextFor(db, users.rep, clock.now()));
  clock.advance({ days: 3 });
  await releaseLead(contextFor(db, users.rep, clock.now()), { leadId: lead.id });
  const before = await db.prisma.lead.findUniqueOrThrow({ where: { id: lead.id } });
  await inTransaction(contextFor(db, SYSTEM_ACTOR, clock.now()), (tx) =>
    projectLeads(tx, [lead.id], { touch: true }),
  );
  expect(await db.prisma.lead.findUniqueOrThrow({ where: { id: lead.id } })).toEqual(before);
});

test('an approved extension lets the end of the base period be reminded of anew', async () => {
  await db.reset();
  clock.set('2026-03-01T09:00:00Z');
  const users = await seedUsers(db);
  const { id: leadId } = await makeLead(contextFor(db, users.rep, clock.now()));
  const read = () => db.prisma.lead.findUniqueOrThrow({ where: { id: leadId } });
  const log = () =>
    logActivity(contextFor(db, users.rep, clock.now()), {
      leadId,
      kind: 'QUALIFIED_CALL',
      performedAt: clock.now(),
    });
  const runWarnings = () =>
    nightlyRunner(db, clock).runNow({
      job: 'progress-warning',
      asOf: clock.now(),
      by: { actor: users.admin, requestId: null },
    });
  for (const month of ['04', '05', '06', '07', '08']) {
    clock.set(`2026-${month}-20T09:00:00Z`);
    await log();
  }
  clock.set('2026-08-25T09:00:00Z');
  await runWarnings();
  expect((await read()).baseRemindedAt).toEqual(clock.now());
  clock.advance({ days: 1 });
  await log();
  expect((await read()).baseRemindedAt).toEqual(new Date('2026-08-25T09:00:00Z'));
  const { requestId } = await requestExtension(contextFor(db, users.rep, clock.now()), {
    leadId,
    months: 1,
    reason: 'tender',
  });
  await decideExtension(contextFor(db, users.manager, clock.now()), { requestId, approve: true });
  expect((await read()).baseRemindedAt).toBeNull();
  clock.set('2026-09-25T09:00:00Z');
  await runWarnings();
  expect((await read()).baseRemindedAt).toEqual(clock.now());
});

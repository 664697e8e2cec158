import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { type ProtectionRow, projectionOf } from '../../../src/api/leads/protection.js';
import type { Actor } from '../../../src/domain/actor.js';
import {
  isOnHold,
  nextHoldBoundary,
  type ProtectionState,
  stateAt,
} from '../../../src/domain/clock.js';
import type { Interval } from '../../../src/domain/intervals.js';
import { foldCounts } from '../../../src/features/kpis/fold-counts.js';
import { kpiViewOf } from '../../../src/features/kpis/kpi-view.js';
import { readStates } from '../../../src/features/kpis/read-states.js';
import { loadTurnedHolds, whereState } from '../../../src/features/leads/lead-state.js';
import { newId } from '../../../src/platform/db/ids.js';
import { leadRow, makeUser, type TestUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';

const db = await testDatabase();

const NOW = Date.parse('2026-03-01T09:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SOON = 7 * DAY;

let agents: TestUser[];
let readers: Record<string, Actor>;

beforeEach(async () => {
  await db.reset();
  agents = [await makeUser(db), await makeUser(db)];
  readers = {
    'the market': await makeUser(db, { role: 'AUDITOR' }),
    'the wall': await makeUser(db, { role: 'WALLBOARD' }),
    north: await makeUser(db, { role: 'MANAGER', territory: 'NORTH' }),
    nowhere: await makeUser(db, { role: 'MANAGER', territory: 'NOWHERE' }),
    agent: agents[0] as TestUser,
  };
});

/** Instants around now and around the seven days ahead, to the millisecond and to the hour. */
const instant = fc.oneof(
  fc.integer({ min: -9 * 24, max: 16 * 24 }).map((hours) => NOW + hours * HOUR),
  fc.integer({ min: -5 * HOUR, max: 5 * HOUR }).map((ms) => NOW + ms),
  fc.integer({ min: -5 * HOUR, max: 5 * HOUR }).map((ms) => NOW + SOON + ms),
);
const maybe = fc.option(instant, { freq: 3 });

const hold = fc
  .tuple(instant, fc.option(fc.integer({ min: 1, max: 9 * DAY }), { freq: 3 }))
  .map(([start, length]): Interval => [start, length === null ? null : start + length]);

const lead = fc.record({
  status: fc.constantFrom('ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'EXPIRED', 'CONVERTED', 'LOST'),
  owner: fc.constantFrom(0, 1),
  territory: fc.constantFrom('NORTH', 'SOUTH', null),
  progressDeadline: maybe,
  expiresAt: maybe,
  endsWithBase: fc.boolean(),
  baseEndsAt: maybe,
  warned: fc.boolean(),
  hold: fc.option(hold),
});
type LeadSpec = typeof lead extends fc.Arbitrary<infer T> ? T : never;

const date = (ms: number | null) => (ms === null ? null : new Date(ms));

/** A row as the projection would write it at `NOW`: when holds turn later, nobody notices. */
function columns(spec: LeadSpec) {
  const intervals = spec.hold ? [spec.hold] : [];
  const pooled = spec.status === 'EXPIRED';
  const active = spec.status === 'ACTIVE';
  return {
    status: spec.status,
    territory: spec.territory,
    ownerId: pooled ? null : (agents[spec.owner]?.id ?? null),
    endedAt: active ? null : new Date(NOW),
    endReason: active ? null : spec.status === 'EXPIRED' ? 'NO_PROGRESS' : spec.status,
    assignedAt: new Date(NOW - 100 * DAY),
    progressDeadline: date(spec.progressDeadline),
    expiresAt: date(spec.expiresAt),
    baseEndsAt: date(spec.endsWithBase ? spec.expiresAt : spec.baseEndsAt),
    warnedAt: spec.warned ? new Date(NOW - DAY) : null,
    onHold: isOnHold(intervals, NOW),
    holdChangesAt: date(nextHoldBoundary(intervals, NOW)),
    holdIntervals: intervals.map(([start, end]) => [start, end]),
  };
}

async function insert(spec: LeadSpec): Promise<string> {
  const id = newId();
  await db.prisma.lead.create({
    data: leadRow({
      id,
      companyName: `Hotel ${id}`,
      registeredAt: new Date(NOW - 100 * DAY),
      ...columns(spec),
    }),
  });
  return id;
}

/** What the leads say of themselves, one by one. */
async function countOneByOne(reader: Actor, now: number) {
  const all = await db.prisma.lead.findMany();
  const mine = all.filter((row) =>
    reader.role === 'REP'
      ? row.ownerId === reader.id
      : reader.territory === null || row.territory === reader.territory,
  );
  const states: Partial<Record<ProtectionState, number>> = {};
  let [progressDue, baseDue] = [0, 0];
  for (const row of mine) {
    const state = stateAt(projectionOf(row as ProtectionRow), row.status as 'ACTIVE', now);
    states[state] = (states[state] ?? 0) + 1;
    if (row.status !== 'ACTIVE') continue;
    const [progress, base, end] = [row.progressDeadline, row.baseEndsAt, row.expiresAt].map(
      (at) => at?.getTime() ?? null,
    );
    const soon = (at: number | null | undefined) => at != null && at > now && at <= now + SOON;
    if (soon(progress) && (end == null || (progress ?? 0) < end)) progressDue += 1;
    if (soon(end) && end === base) baseDue += 1;
  }
  return { states, progressDue, baseDue };
}

async function expectEqualCounts(now: number) {
  for (const [name, reader] of Object.entries(readers)) {
    const view = kpiViewOf(reader);
    const query = <Row>(sql: string, params: readonly unknown[]) =>
      db.queryAs<Row>(view.identity, sql, params);
    const { states, progressDue, baseDue, nextChangeAt } = await readStates(
      query,
      view.scope,
      new Date(now),
    );
    const counted = Object.fromEntries(Object.entries(states).filter(([, n]) => n !== 0));
    expect({ name, states: counted, progressDue, baseDue }).toEqual({
      name,
      ...(await countOneByOne(reader, now)),
    });
    if (nextChangeAt !== null) expect(nextChangeAt).toBeGreaterThan(now);
  }
}

/** The lists by state hold the leads that say so of themselves. */
async function expectEqualLists(now: number) {
  const all = await db.prisma.lead.findMany();
  const turned = await loadTurnedHolds((sql, params) => db.query(sql, params), new Date(now));
  for (const state of STATES) {
    const where = whereState([state], new Date(now), turned);
    const listed = await db.prisma.lead.findMany({ where, select: { id: true } });
    const said = all.filter(
      (row) => stateAt(projectionOf(row as ProtectionRow), row.status as 'ACTIVE', now) === state,
    );
    expect({ state, ids: listed.map(({ id }) => id).sort() }).toEqual({
      state,
      ids: said.map(({ id }) => id).sort(),
    });
  }
}

const STATES = [
  'CONVERTED',
  'LOST',
  'UNOWNED',
  'EXPIRED',
  'ON_HOLD',
  'GRACE',
  'WARNED',
  'PROTECTED',
] as const satisfies readonly ProtectionState[];

test('counts and lists are what the leads say one by one, whatever is written and folded, whenever one looks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(lead, { minLength: 3, maxLength: 12 }),
      fc.array(
        fc.oneof(
          fc.record({ do: fc.constant('change' as const), nth: fc.nat(11), to: lead }),
          fc.record({ do: fc.constant('remove' as const), nth: fc.nat(11) }),
          fc.constant({ do: 'fold' as const }),
        ),
        { maxLength: 6 },
      ),
      fc.array(fc.integer({ min: 0, max: 12 * DAY }), { minLength: 2, maxLength: 3 }),
      async (specs, steps, later) => {
        await db.query('DELETE FROM lead');
        const ids: string[] = [];
        for (const spec of specs) ids.push(await insert(spec));
        for (const step of steps) {
          if (step.do === 'fold') {
            await foldCounts(db);
            continue;
          }
          const id = ids[step.nth % ids.length] ?? '';
          if (step.do === 'remove') await db.query('DELETE FROM lead WHERE id = $1::uuid', [id]);
          else await db.prisma.lead.updateMany({ where: { id }, data: columns(step.to) });
        }
        for (const ms of [0, ...later]) {
          await expectEqualCounts(NOW + ms);
          await expectEqualLists(NOW + ms);
        }
      },
    ),
    { numRuns: 15 },
  );
});

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { advance } from '../../src/domain/advance.js';
import { type ProtectionProjection, project, remainingMs } from '../../src/domain/clock.js';
import type { HoldFact, ProtectionFacts } from '../../src/domain/facts.js';
import { isWorkingDay } from '../../src/domain/holidays/working-days.js';
import { coveredMs, covers, mergeSpans } from '../../src/domain/intervals.js';
import { DEFAULT_POLICY, type ProtectionPolicy } from '../../src/domain/policy.js';
import { anyFacts, anyHold, anyPolicy, HORIZON } from './arbitraries.js';
import { DAY } from './instants.js';

const DEADLINES = [
  'warningDueAt',
  'progressDeadline',
  'graceEndsAt',
  'baseEndsAt',
  'expiresAt',
] as const;

/** Paused is later than any date. */
function dateOf(projection: ProtectionProjection, quantity: (typeof DEADLINES)[number]): number {
  return projection[quantity] ?? Number.POSITIVE_INFINITY;
}

function withHolds(facts: ProtectionFacts, ...holds: HoldFact[]): ProtectionFacts {
  return { ...facts, holds: [...facts.holds, ...holds] };
}

describe('one more hold', () => {
  // A Sunday's end moves to the end of Monday, and Monday's noon does not move: with exact ends one more hold can bring an end
  // closer by less than a day, never with ends of days.
  const monotone = anyPolicy.map((policy) =>
    policy.shiftToWorkingDay ? { ...policy, dayBoundary: 'END_OF_DAY' as const } : policy,
  );

  it('never brings the end of a period closer', () => {
    const period = fc.oneof(
      fc.nat(120).map((days) => ({ months: 0, days })),
      fc.nat(12).map((months) => ({ months, days: 0 })),
    );
    fc.assert(
      fc.property(anyFacts, anyHold, monotone, period, (facts, hold, policy, length) => {
        const without = advance(facts.assignedAt, length, facts.holds, policy);
        const including = advance(facts.assignedAt, length, [...facts.holds, hold], policy);
        expect(including.at ?? Infinity).toBeGreaterThanOrEqual(without.at ?? Infinity);
      }),
    );
  });

  // Grace that runs from a moved deadline is left out where clocks change: ten days from 02:30 are
  // later than ten days from 03:15 if 02:30 is skipped on that day.
  const steady = monotone.map((policy) =>
    policy.graceAnchor === 'DEADLINE' ? { ...policy, timeZone: 'UTC' } : policy,
  );

  it('never brings a deadline of a lead closer', () => {
    fc.assert(
      fc.property(anyFacts, anyHold, steady, (facts, hold, policy) => {
        const without = project(facts, policy, HORIZON);
        const including = project(withHolds(facts, hold), policy, HORIZON);
        for (const quantity of DEADLINES) {
          if (without[quantity] === null && without.holdIntervals.at(-1)?.[1] !== null) continue;
          expect(dateOf(including, quantity)).toBeGreaterThanOrEqual(dateOf(without, quantity));
        }
      }),
    );
  });
});

describe('a deadline', () => {
  it('is where as much time ran outside the holds as the period is long', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, ({ assignedAt, holds }, policy) => {
        const period = { months: 0, days: policy.progressDays };
        const { at, nominal } = advance(assignedAt, period, holds, exactly(policy));
        if (at === null) return;
        const merged = mergeSpans(holds, assignedAt);
        expect(at - assignedAt - coveredMs(merged, assignedAt, at)).toBe(nominal - assignedAt);
        expect(covers(merged, at - 1)).toBe(false);
      }),
    );
  });
});

describe('the end of a period', () => {
  it('never lies in a hold, whatever it was rounded to', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, ({ assignedAt, holds }, policy) => {
        const period = { months: 0, days: policy.progressDays };
        const { at } = advance(assignedAt, period, holds, policy);
        if (at !== null) expect(covers(mergeSpans(holds, assignedAt), at - 1)).toBe(false);
      }),
    );
  });

  it('is the exact one, or the end of the first working day at or after it', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, ({ assignedAt }, anyRules) => {
        const policy = { ...anyRules, shiftToWorkingDay: true };
        const period = { months: 0, days: policy.progressDays };
        const { nominal, at } = advance(assignedAt, period, [], policy);
        expect(at).toBe(workingDayEnd(nominal, policy));
      }),
    );
  });
});

/** The rule once more, day by day with Temporal. */
function workingDayEnd(exact: number, policy: ProtectionPolicy): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(exact - 1).toZonedDateTimeISO(
    policy.timeZone,
  );
  const epochDay = (date: Temporal.PlainDate) =>
    Temporal.PlainDate.from('1970-01-01').until(date).days;
  const endOf = (date: Temporal.PlainDate) =>
    date.add({ days: 1 }).toZonedDateTime(policy.timeZone).epochMilliseconds;
  let date = zoned.toPlainDate();
  if (isWorkingDay(epochDay(date), policy.holidayRegion)) {
    return policy.dayBoundary === 'EXACT' ? exact : endOf(date);
  }
  while (!isWorkingDay(epochDay(date), policy.holidayRegion)) date = date.add({ days: 1 });
  return endOf(date);
}

describe('holds', () => {
  it('that split or overlap another equal their union', () => {
    const cut = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), overlap: fc.nat(DAY) });
    fc.assert(
      fc.property(anyFacts, anyHold, anyPolicy, cut, (facts, whole, policy, { at, overlap }) => {
        const end = whole.endAt ?? HORIZON;
        const middle = whole.startAt + Math.floor((end - whole.startAt) * at);
        const first = { startAt: whole.startAt, endAt: Math.min(middle + overlap, end) };
        const second = { startAt: middle, endAt: whole.endAt };
        expect(project(withHolds(facts, second, first), policy, HORIZON)).toEqual(
          project(withHolds(facts, whole), policy, HORIZON),
        );
      }),
    );
  });

  it('given twice count once', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        expect(project(withHolds(facts, ...facts.holds), policy, HORIZON)).toEqual(
          project(facts, policy, HORIZON),
        );
      }),
    );
  });
});

describe('a projection', () => {
  it('does not depend on the order of the facts', () => {
    const shuffled = anyFacts.chain((facts) =>
      fc
        .tuple(
          fc.shuffledSubarray([...facts.activities], { minLength: facts.activities.length }),
          fc.shuffledSubarray([...facts.holds], { minLength: facts.holds.length }),
          fc.shuffledSubarray([...facts.warnings], { minLength: facts.warnings.length }),
        )
        .map(([activities, holds, warnings]) => ({
          facts,
          other: { ...facts, activities, holds, warnings },
        })),
    );
    fc.assert(
      fc.property(shuffled, anyPolicy, ({ facts, other }, policy) => {
        expect(project(other, policy, HORIZON)).toEqual(project(facts, policy, HORIZON));
      }),
    );
  });

  it('does not depend on now once its activities are past', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, fc.nat(1000), (facts, policy, laterDays) => {
        const past = Math.max(facts.assignedAt, ...facts.activities.map((a) => a.performedAt));
        expect(project(facts, policy, past + laterDays * DAY)).toEqual(
          project(facts, policy, past),
        );
      }),
    );
  });

  it('is never late with grace: after a warning there are at least the grace days', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const { graceEndsAt, warnedAt } = project(facts, policy, HORIZON);
        if (graceEndsAt === null || warnedAt === null) return;
        const grace = { months: 0, days: policy.graceDays };
        const least = advance(warnedAt, grace, facts.holds, exactly(policy)).at;
        expect(graceEndsAt).toBeGreaterThanOrEqual(least ?? Number.NaN);
      }),
    );
  });

  it('takes any numbers', () => {
    const number = fc.integer({ min: -1e15, max: 1e15 });
    const holds = fc.array(fc.record({ startAt: number, endAt: fc.option(number) }));
    const wild = fc.record({ assignedAt: number, holds, extensionMonths: fc.integer({ min: -9 }) });
    fc.assert(
      fc.property(wild, number, ({ assignedAt, holds: wildHolds }, now) => {
        const facts = { assignedAt, holds: wildHolds, activities: [], warnings: [] };
        const { baseEndsAt } = project({ ...facts, extensionMonths: 0 }, DEFAULT_POLICY, now);
        if (baseEndsAt !== null) expect(baseEndsAt).toBeGreaterThan(assignedAt);
      }),
    );
  });
});

describe('the remaining time', () => {
  it('runs down with the clock and stands still during holds', () => {
    const stretch = fc.record({ from: fc.nat(400 * DAY), length: fc.nat(90 * DAY) });
    fc.assert(
      fc.property(anyFacts, anyPolicy, stretch, (facts, policy, { from, length }) => {
        const projection = project(facts, policy, HORIZON);
        const start = Math.max(projection.progressAnchor, projection.warnedAt ?? 0) + from;
        const end = Math.min(start + length, projection.expiresAt ?? HORIZON);
        const before = remainingMs(projection, start);
        const after = remainingMs(projection, end);
        if (before === null || after === null || end < start) return;
        const held = coveredMs(projection.holdIntervals, start, end);
        expect(before - after).toBe(end - start - held);
      }),
    );
  });

  it('when paused is what is left whenever the open hold ends', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, fc.nat(90 * DAY), (facts, anyRules, later) => {
        const policy = { ...exactly(anyRules), timeZone: 'UTC' };
        const { pausedRemainingMs, holdIntervals } = project(facts, policy, HORIZON);
        fc.pre(pausedRemainingMs !== null && holdIntervals.length > 0);
        const endAt = HORIZON + later;
        const holds = facts.holds.map((hold) => ({ ...hold, endAt: hold.endAt ?? endAt }));
        const { expiresAt } = project({ ...facts, holds }, policy, HORIZON);
        expect(expiresAt).toBe(endAt + (pausedRemainingMs ?? 0));
      }),
    );
  });
});

function exactly(policy: ProtectionPolicy): ProtectionPolicy {
  return { ...policy, dayBoundary: 'EXACT', shiftToWorkingDay: false };
}

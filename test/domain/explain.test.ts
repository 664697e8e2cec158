import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addPeriodByTemporal, endOfLocalDayByTemporal } from '../../src/domain/calendar.js';
import { project, stateAt } from '../../src/domain/clock.js';
import { type Explanation, explain, type LedgerEntry } from '../../src/domain/explain.js';
import { DEFAULT_POLICY } from '../../src/domain/policy.js';
import { anyFacts, anyPolicy, HORIZON } from './arbitraries.js';
import { call, DAY, factsWith, hold, wall } from './instants.js';
import { warned } from './projected.js';

function entries<K extends LedgerEntry['kind']>({ ledger }: Explanation, kind: K) {
  return ledger.filter((entry): entry is Extract<LedgerEntry, { kind: K }> => entry.kind === kind);
}

describe('an explanation', () => {
  it('gives the same numbers and state as the projection', () => {
    const now = fc.integer({ min: Date.UTC(2026, 0), max: HORIZON });
    fc.assert(
      fc.property(anyFacts, anyPolicy, now, (facts, policy, at) => {
        const { ledger: _, state, ...numbers } = explain(facts, policy, at);
        const projection = project(facts, policy, at);
        expect(numbers).toEqual(projection);
        expect(state).toBe(stateAt(projection, 'ACTIVE', at));
      }),
    );
  });

  it('re-adds to every date from its ledger alone', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const explanation = explain(facts, policy, HORIZON);
        const [rules] = entries(explanation, 'POLICY');
        const timeZone = rules?.timeZone ?? '';
        const added = new Map<string, number | null>();
        for (const run of entries(explanation, 'PERIOD')) {
          const { quantity, anchor, period, holds, daysOff, dayEndMs } = run;
          const nominal = addPeriodByTemporal(anchor, period, timeZone);
          const isPaused = holds.some(({ addedMs }) => addedMs === null);
          const exact = holds.reduce((sum, { addedMs }) => sum + (addedMs ?? 0), nominal);
          added.set(quantity, isPaused ? null : exact + dayEndMs);
          const rounded = Math.max(exact, ...holds.map(({ endAt }) => endAt ?? exact));
          const lastOff = daysOff.at(-1);
          if (lastOff !== undefined) {
            const workingDay = Temporal.PlainDate.from(lastOff.date).add({ days: 1 });
            const end = workingDay.add({ days: 1 }).toZonedDateTime(timeZone);
            expect(exact + dayEndMs).toBe(end.epochMilliseconds);
          } else if (rules?.dayBoundary === 'END_OF_DAY') {
            expect(exact + dayEndMs).toBe(endOfLocalDayByTemporal(rounded, timeZone));
          } else {
            expect(dayEndMs).toBe(0);
          }
        }
        for (const { quantity, rule, candidates, at } of entries(explanation, 'CHOICE')) {
          const dates = candidates.map((candidate) => added.get(candidate.quantity) ?? null);
          expect(candidates.map((candidate) => candidate.at)).toEqual(dates);
          const known = dates.filter((date) => date !== null);
          const chosen =
            rule === 'EARLIER'
              ? Math.min(...known)
              : known.length < dates.length
                ? Number.POSITIVE_INFINITY
                : Math.max(...known);
          added.set(quantity, Number.isFinite(chosen) ? chosen : null);
          expect(added.get(quantity)).toBe(at);
        }
        for (const [quantity, at] of added) {
          if (quantity !== 'graceRun') expect(explanation).toHaveProperty(quantity, at);
        }
      }),
    );
  });

  it('says of each activity whether it counted and why', () => {
    const explanation = explain(
      factsWith({
        activities: [
          { ...call('2026-06-20T12:00'), id: 'latest' },
          { ...call('2026-06-10T12:00'), id: 'earlier' },
          { ...call('2026-05-10T12:00'), id: 'before' },
          { ...call('2026-09-10T12:00'), id: 'future' },
          { kind: 'NOTE', performedAt: wall('2026-06-25T12:00'), id: 'note' },
        ],
      }),
      DEFAULT_POLICY,
      wall('2026-06-20T12:00'),
    );
    const activities = entries(explanation, 'ACTIVITY');
    expect(activities.map(({ id, counted, why }) => [id, counted, why])).toEqual([
      ['before', false, 'BEFORE_ASSIGNMENT'],
      ['earlier', true, 'LATER_ONE_BEGINS_WINDOW'],
      ['latest', true, 'BEGINS_WINDOW'],
      ['note', false, 'NOT_QUALIFYING'],
      ['future', false, 'IN_FUTURE'],
    ]);
    expect(entries(explanation, 'ANCHOR')).toEqual([
      { kind: 'ANCHOR', at: wall('2026-06-20T12:00'), from: 'ACTIVITY' },
    ]);
  });

  it('shows each hold, what they merge to, and what each merged one added to which period', () => {
    const explanation = explain(
      factsWith({
        activities: [call('2026-06-12T12:00')],
        holds: [
          { ...hold('2026-06-11T12:00', '2026-06-14T12:00'), id: 'b' },
          { ...hold('2026-06-10T12:00', '2026-06-12T12:00'), id: 'a' },
          { ...hold('2026-05-10T12:00', '2026-05-12T12:00'), id: 'past' },
          { ...hold('2026-07-01T12:00', '2026-07-01T12:00'), id: 'empty' },
        ],
      }),
      DEFAULT_POLICY,
      wall('2026-07-01T00:00'),
    );
    expect(entries(explanation, 'HOLD').map(({ id, why }) => [id, why])).toEqual([
      ['past', 'BEFORE_ASSIGNMENT'],
      ['a', 'COVERS'],
      ['b', 'COVERS'],
      ['empty', 'EMPTY'],
    ]);
    const endAt = wall('2026-06-14T12:00');
    expect(entries(explanation, 'MERGED_HOLD')).toEqual([
      { kind: 'MERGED_HOLD', startAt: wall('2026-06-10T12:00'), endAt },
    ]);
    const shares = Object.fromEntries(
      entries(explanation, 'PERIOD').map(({ quantity, holds }) => [quantity, holds]),
    );
    expect(shares).toEqual({
      warningDueAt: [{ startAt: wall('2026-06-12T12:00'), endAt, addedMs: 2 * DAY }],
      progressDeadline: [{ startAt: wall('2026-06-12T12:00'), endAt, addedMs: 2 * DAY }],
      baseEndsAt: [{ startAt: wall('2026-06-10T12:00'), endAt, addedMs: 4 * DAY }],
    });
  });

  it('says of each warning whether it is the one of this window', () => {
    const again = { ...warned, sentAt: warned.sentAt + DAY };
    const other = { windowStart: warned.windowStart - DAY, sentAt: warned.sentAt - DAY };
    const facts = factsWith({ warnings: [again, warned, other], extensionMonths: 2 });
    const explanation = explain(facts, DEFAULT_POLICY, wall('2026-08-01T00:00'));
    expect(entries(explanation, 'WARNING').map(({ why }) => why)).toEqual([
      'OTHER_WINDOW',
      'THIS_WINDOW',
      'EARLIER_ONE_COUNTS',
    ]);
    expect(entries(explanation, 'EXTENSION')).toEqual([{ kind: 'EXTENSION', months: 2 }]);
    expect(explanation).toMatchObject({ state: 'GRACE', policyVersion: 1 });
  });

  it('is plain data that survives JSON', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const explanation = explain(facts, policy, HORIZON);
        expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
      }),
    );
  });
});

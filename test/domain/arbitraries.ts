import fc from 'fast-check';
import type { HoldFact, ProtectionFacts } from '../../src/domain/facts.js';
import { ACTIVITY_KINDS, DEFAULT_POLICY, type ProtectionPolicy } from '../../src/domain/policy.js';
import { DAY } from './instants.js';

const FIRST = Date.UTC(2026, 0, 1);

/** Later than any fact these make. */
export const HORIZON = Date.UTC(2028, 6, 1);

/** Instants over a year and a half, often on a full quarter of an hour so that edges meet. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: 540 * 96 }).map((quarters) => FIRST + quarters * (DAY / 96)),
  fc.integer({ min: FIRST, max: FIRST + 540 * DAY }),
);

const length = fc.oneof(
  fc.integer({ min: 1, max: 60 * 96 }).map((quarters) => quarters * (DAY / 96)),
  fc.integer({ min: 1, max: 3 * DAY }),
);

export const anyHold: fc.Arbitrary<HoldFact> = fc
  .record({ startAt: instant, length: fc.option(length, { freq: 6 }) })
  .map(({ startAt, length: ms }) => ({ startAt, endAt: ms === null ? null : startAt + ms }));

const anyActivity = fc.record({ kind: fc.constantFrom(...ACTIVITY_KINDS), performedAt: instant });

/** Facts in which, more often than not, the current window was warned. */
export const anyFacts: fc.Arbitrary<ProtectionFacts> = fc
  .record({
    assignedAt: instant,
    activities: fc.array(anyActivity, { maxLength: 6 }),
    holds: fc.array(anyHold, { maxLength: 6 }),
    extensionMonths: fc.nat(6),
    warnedAfter: fc.array(fc.nat(80 * DAY), { maxLength: 2 }),
    strayWarnings: fc.array(fc.record({ windowStart: instant, sentAt: instant }), { maxLength: 1 }),
  })
  .map(({ warnedAfter, strayWarnings, ...facts }) => {
    const windowStart = facts.activities.reduce(
      (latest, { kind, performedAt }) =>
        DEFAULT_POLICY.qualifyingKinds.includes(kind) ? Math.max(latest, performedAt) : latest,
      facts.assignedAt,
    );
    const warnings = warnedAfter.map((ms) => ({ windowStart, sentAt: windowStart + ms }));
    return { ...facts, warnings: [...strayWarnings, ...warnings] };
  });

export const anyPolicy: fc.Arbitrary<ProtectionPolicy> = fc
  .record({
    timeZone: fc.constantFrom('Europe/Berlin', 'UTC', 'America/New_York', 'Australia/Lord_Howe'),
    baseMonths: fc.integer({ min: 1, max: 12 }),
    progressDays: fc.integer({ min: 20, max: 90 }),
    warningLeadDays: fc.nat(20),
    graceDays: fc.nat(30),
    baseReminderDays: fc.nat(30),
    graceAnchor: fc.constantFrom('WARNING' as const, 'DEADLINE' as const),
    mode: fc.constantFrom('EARLIEST' as const, 'LATEST' as const),
    dayBoundary: fc.constantFrom('EXACT' as const, 'END_OF_DAY' as const),
    shiftToWorkingDay: fc.boolean(),
    holidayRegion: fc.constantFrom('DE', 'DE-BY', 'AT', 'CH-ZH'),
  })
  .map((rules) => ({ ...DEFAULT_POLICY, ...rules }));

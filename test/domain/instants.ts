import { Temporal } from 'temporal-polyfill';
import type { ProtectionFacts } from '../../src/domain/facts.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An instant from a wall clock reading in a zone; a doubled reading means the first. */
export function wall(reading: string, timeZone = 'Europe/Berlin'): number {
  return Temporal.PlainDateTime.from(reading).toZonedDateTime(timeZone).epochMilliseconds;
}

export function utc(reading: string): number {
  return Date.parse(`${reading}Z`);
}

/** Facts of a lead assigned on 1 June 2026 at noon in Berlin, with nothing else known. */
export function factsWith(overrides: Partial<ProtectionFacts> = {}): ProtectionFacts {
  return {
    assignedAt: wall('2026-06-01T12:00'),
    activities: [],
    holds: [],
    extensionMonths: 0,
    warnings: [],
    ...overrides,
  };
}

export function hold(start: string, end: string | null) {
  return { startAt: wall(start), endAt: end === null ? null : wall(end) };
}

export function call(performedAt: string) {
  return { kind: 'QUALIFIED_CALL', performedAt: wall(performedAt) } as const;
}

import {
  addPeriod,
  daysOffFrom,
  endOfLocalDay,
  endOfNextWorkingDay,
  type Period,
} from './calendar.js';
import type { DayOff } from './holidays/working-days.js';
import { type MergedIntervals, mergeSpans, type Span } from './intervals.js';

export interface CalendarRules {
  readonly timeZone: string;
  readonly dayBoundary: 'EXACT' | 'END_OF_DAY';
  /** Whether an end on a Saturday, a Sunday or a public holiday moves to the end of the next working day. */
  readonly shiftToWorkingDay: boolean;
  /** The region whose public holidays count, one of `HOLIDAY_REGIONS`. */
  readonly holidayRegion: string;
}

/** Where a period ends on a clock that stands still during holds. */
export interface Deadline {
  /** Anchor plus period, holds not counted. */
  readonly nominal: number;
  /** `null`: paused by an open hold. */
  readonly at: number | null;
  /** Clock time left when an open hold paused it; `null` if it is not paused. */
  readonly remainingMs: number | null;
  /** Milliseconds that moving the end to the end of a day, or of the next working day, added. */
  readonly dayEndMs: number;
}

/** The part of one merged hold that fell on a running period. */
export interface HoldShare {
  readonly startAt: number;
  readonly endAt: number | null;
  /** `null`: still open, so the deadline is paused. */
  readonly addedMs: number | null;
}

/** When a period from an anchor ends, given any holds in any order. */
export function advance(
  anchor: number,
  period: Period,
  holds: readonly Span[],
  rules: CalendarRules,
): Deadline {
  return advanceOver(anchor, period, mergeSpans(holds, anchor), rules);
}

/**
 * `advance` over holds that are already merged. A hold counts if it begins before the period ends,
 * the period being as long as the holds before it made it. `observe`, if given, is told the holds
 * that counted and the days off that the end was moved over.
 *
 * The end is rounded to the end of its day, or of the next working day, after the holds were added. A hold
 * that begins between the exact end and the rounded one still began within the period; so that no period
 * ends while a hold stands, the day that is rounded is then the one on which that hold ends.
 */
export function advanceOver(
  anchor: number,
  period: Period,
  holds: MergedIntervals,
  rules: CalendarRules,
  observe?: { readonly shares: HoldShare[]; readonly daysOff: DayOff[] },
): Deadline {
  const nominal = addPeriod(anchor, period, rules.timeZone);
  let exact = nominal;
  let rounded = nominal;
  let at = roundUp(rounded, rules);
  for (const [holdStart, holdEnd] of holds) {
    const startAt = Math.max(holdStart, anchor);
    if (startAt >= at) break;
    if (holdEnd === null) {
      observe?.shares.push({ startAt, endAt: null, addedMs: null });
      observe?.daysOff.push(...daysOffAt(rounded, rules));
      return { nominal, at: null, remainingMs: at - startAt, dayEndMs: at - exact };
    }
    if (holdEnd <= startAt) continue;
    observe?.shares.push({ startAt, endAt: holdEnd, addedMs: holdEnd - startAt });
    exact += holdEnd - startAt;
    rounded = Math.max(exact, holdEnd);
    at = roundUp(rounded, rules);
  }
  observe?.daysOff.push(...daysOffAt(rounded, rules));
  return { nominal, at, remainingMs: null, dayEndMs: at - exact };
}

function roundUp(epochMs: number, rules: CalendarRules): number {
  if (rules.shiftToWorkingDay) {
    const moved = endOfNextWorkingDay(epochMs, rules.timeZone, rules.holidayRegion);
    if (moved !== null) return moved;
  }
  return rules.dayBoundary === 'END_OF_DAY' ? endOfLocalDay(epochMs, rules.timeZone) : epochMs;
}

function daysOffAt(epochMs: number, rules: CalendarRules): DayOff[] {
  return rules.shiftToWorkingDay ? daysOffFrom(epochMs, rules.timeZone, rules.holidayRegion) : [];
}

import { addPeriod, endOfLocalDay, type Period } from './calendar.js';
import { type MergedIntervals, mergeSpans, type Span } from './intervals.js';

export interface CalendarRules {
  readonly timeZone: string;
  readonly dayBoundary: 'EXACT' | 'END_OF_DAY';
}

/** Where a period ends on a clock that stands still during holds. */
export interface Deadline {
  /** Anchor plus period, holds not counted. */
  readonly nominal: number;
  /** `null`: paused by an open hold. */
  readonly at: number | null;
  /** Clock time left when an open hold paused it; `null` if it is not paused. */
  readonly remainingMs: number | null;
  /** Milliseconds that rounding up to the end of the local day added. */
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
 * the period being as long as the holds before it made it. `shares`, if given, collects the holds
 * that counted.
 *
 * END_OF_DAY rounds the result up, after the holds; a hold that begins between the exact end and
 * the end of that day still began within the period.
 */
export function advanceOver(
  anchor: number,
  period: Period,
  holds: MergedIntervals,
  rules: CalendarRules,
  shares?: HoldShare[],
): Deadline {
  const nominal = addPeriod(anchor, period, rules.timeZone);
  let exact = nominal;
  let at = roundUp(exact, rules);
  for (const [holdStart, holdEnd] of holds) {
    const startAt = Math.max(holdStart, anchor);
    if (startAt >= at) break;
    if (holdEnd === null) {
      shares?.push({ startAt, endAt: null, addedMs: null });
      return { nominal, at: null, remainingMs: at - startAt, dayEndMs: at - exact };
    }
    if (holdEnd <= startAt) continue;
    shares?.push({ startAt, endAt: holdEnd, addedMs: holdEnd - startAt });
    exact += holdEnd - startAt;
    at = roundUp(exact, rules);
  }
  return { nominal, at, remainingMs: null, dayEndMs: at - exact };
}

function roundUp(epochMs: number, rules: CalendarRules): number {
  return rules.dayBoundary === 'END_OF_DAY' ? endOfLocalDay(epochMs, rules.timeZone) : epochMs;
}

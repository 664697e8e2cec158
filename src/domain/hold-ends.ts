import { addDays } from './calendar.js';
import { DAY_MS } from './days.js';
import { mergeSpans } from './intervals.js';

/** The end of a hold: set, or left to come by itself. */
export interface HoldEnds {
  readonly endAt: Date | null;
  /** When an open-ended hold ends by itself; null where a manager has started or confirmed it. */
  readonly endsBy: Date | null;
}

/** When a hold ends, as set or by itself; null if it stays open. */
export function endOfHold({ endAt, endsBy }: HoldEnds): Date | null {
  return endAt ?? endsBy;
}

/** A break in which the clock ran no longer than this does not begin a new standstill. */
const SHORT_BREAK_MS = 7 * DAY_MS;

/**
 * Since when the clock has stood still by holds that follow one another, if another one begins at `startAt`: what one hold may
 * last without a manager, several together may.
 */
export function standstillSince(
  holds: readonly { readonly startAt: Date; readonly endAt: Date | null }[],
  startAt: Date,
): Date {
  let since = startAt.getTime();
  for (;;) {
    const before = holds.filter(
      (hold) =>
        hold.startAt.getTime() < since &&
        (hold.endAt === null || hold.endAt.getTime() + SHORT_BREAK_MS >= since),
    );
    if (before.length === 0) return new Date(since);
    since = Math.min(...before.map((hold) => hold.startAt.getTime()));
  }
}

/**
 * Until when another hold may last that begins at `startAt`, if holds may cover `allowedMs` from `from` on. Time that the
 * holds cover already is not counted twice.
 */
export function endWithinAllowance(
  holds: readonly { readonly startAt: Date; readonly endAt: Date | null }[],
  { from, startAt, allowedMs }: { from: Date; startAt: Date; allowedMs: number },
): Date {
  const spans = holds.map((hold) => ({
    startAt: hold.startAt.getTime(),
    // One that stays open covers what has passed; how much of the rest, only its end tells.
    endAt: hold.endAt?.getTime() ?? startAt.getTime(),
  }));
  const covered = mergeSpans(spans, from.getTime());
  let left = covered.reduce((rest, [start, end]) => rest - ((end ?? start) - start), allowedMs);
  let at = startAt.getTime();
  for (const [start, end] of covered) {
    if (end === null || end <= at) continue;
    if (at + left < start) break;
    left -= Math.max(0, start - at);
    at = end;
  }
  return new Date(at + Math.max(0, left));
}

/** How long a hold may last without a manager, and when an open-ended one ends by itself. */
export function endWithoutManager(startAt: Date, maxHoldDays: number, timeZone: string): Date {
  return addDays(startAt, maxHoldDays, timeZone);
}

import { addPeriod } from './calendar.js';

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

/** How long a hold may last without a manager, and when an open-ended one ends by itself. */
export function endWithoutManager(startAt: Date, maxHoldDays: number, timeZone: string): Date {
  return new Date(addPeriod(startAt.getTime(), { months: 0, days: maxHoldDays }, timeZone));
}

/** A day of 24 hours, in milliseconds. */
export const DAY_MS = 86_400_000;

/** So many times 24 hours later, or before for a negative number; `addDays` counts the days of a calendar. */
export function daysLater(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

import { DAY_MS } from './days.js';
/** A reminder that the base period ends: when it was issued, and which end it named. */
export interface BaseReminderFact {
  readonly sentAt: number;
  readonly namedEnd: number | null;
}

/** An end may move by so much without being told anew. */
const TOLERATED_MS = DAY_MS;

/**
 * When the present end of the base period was told; `null` if it was not. An end that a hold, an
 * extension or anything else has moved by more than a day since then is another end.
 */
export function baseRemindedAt(
  reminders: readonly BaseReminderFact[],
  baseEndsAt: number | null,
): number | null {
  if (baseEndsAt === null) return null;
  const told = reminders.filter(
    ({ namedEnd }) => namedEnd !== null && Math.abs(namedEnd - baseEndsAt) <= TOLERATED_MS,
  );
  return told.length === 0 ? null : Math.max(...told.map(({ sentAt }) => sentAt));
}

import { Cron } from 'croner';

/**
 * The first instant at or after `at` that a cron pattern names: when a job deals with what fell due at
 * `at`. A pattern that names none any more leaves it at `at`.
 */
export function firstSlotFrom(pattern: string, timeZone: string, at: Date): Date {
  const cron = new Cron(pattern, { timezone: timeZone, paused: true });
  // Slots are whole seconds, and the next run lies after the instant that it is asked for.
  const before = new Date(Math.ceil(at.getTime() / 1_000) * 1_000 - 1);
  return cron.nextRun(before) ?? at;
}

import type { WarningFact } from './facts.js';
import type { MergedIntervals } from './intervals.js';
import type { ProtectionPolicy } from './policy.js';
import { runPeriods } from './protection-periods.js';

/**
 * When a warning takes effect: at its issue if it left within `withinMs` of that, else when it left; `null` while it
 * has not. It left when the mail server took it or its recipient acknowledged it.
 */
export function warningCountsFrom(
  issuedAt: number,
  leftAt: number | null,
  withinMs: number,
): number | null {
  if (leftAt === null) return null;
  return leftAt <= issuedAt + withinMs ? issuedAt : leftAt;
}

/** The warning issued for the window that began at the anchor, whether it left or not. */
export function warningIssuedAtOf(
  warnings: readonly WarningFact[],
  progressAnchor: number,
): number | null {
  const issued = warnings
    .filter(({ windowStart }) => windowStart === progressAnchor)
    .flatMap(({ issuedAt, sentAt }) => issuedAt ?? sentAt ?? []);
  return issued.length === 0 ? null : Math.min(...issued);
}

/** All inputs of the dates of a window, once its beginning and its holds are known. */
export interface WarnedWindow {
  readonly assignedAt: number;
  readonly extensionMonths: number;
  readonly progressAnchor: number;
  readonly holds: MergedIntervals;
}

/** When grace and protection end if the window is warned at an instant. */
export function datesIfWarned(
  { progressAnchor, holds, ...facts }: WarnedWindow,
  policy: ProtectionPolicy,
  warnedAt: number,
): { graceEndsAt: number | null; expiresAt: number | null } {
  const { graceEndsAt, expiresAt } = runPeriods({ facts, policy, progressAnchor, warnedAt }, holds);
  return { graceEndsAt, expiresAt };
}

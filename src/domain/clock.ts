import { addPeriod } from './calendar.js';
import type { ProtectionFacts } from './facts.js';
import { coveredMs, covers, type Interval, mergeSpans } from './intervals.js';
import type { LeadStatus } from './lead-status.js';
import type { ProtectionPolicy } from './policy.js';
import {
  days,
  pausedRemaining,
  progressAnchorOf,
  type RunObserver,
  runPeriods,
  warnedAtOf,
} from './protection-periods.js';
import { warningIssuedAtOf } from './warnings.js';

/**
 * Raised with every change of the clock by which the same facts and policy give other dates: every lead is then projected
 * anew after the start. Changed defaults of the policy need no such number, they are compared.
 */
export const CLOCK_RULES = 1;

/**
 * The dates of a lead's protection, as epoch milliseconds. `null` means paused by an open hold, or not yet (no
 * warning, hence no grace).
 */
export interface ProtectionProjection {
  /** Where the current window began: the assignment or the latest qualifying activity. */
  readonly progressAnchor: number;
  readonly warningDueAt: number | null;
  readonly progressDeadline: number | null;
  readonly graceEndsAt: number | null;
  readonly baseEndsAt: number | null;
  readonly expiresAt: number | null;
  /** When the warning of the current window was issued, whether it has left or not. */
  readonly warningIssuedAt: number | null;
  /** When the warning of the current window took effect. */
  readonly warnedAt: number | null;
  readonly baseReminderDueAt: number | null;
  /** Clock time left until protection ends, if an open hold has paused that; else `null`. */
  readonly pausedRemainingMs: number | null;
  /** Merged, and without what lay before the assignment. */
  readonly holdIntervals: readonly Interval[];
  readonly policyVersion: number;
}

/**
 * Projects the facts of one ownership onto its dates. `policy` is the one for the lead's business
 * type (`policyFor`). `now` matters only for activities: one in the future does not count yet.
 */
export function project(
  facts: ProtectionFacts,
  policy: ProtectionPolicy,
  now: number,
  observe?: RunObserver,
): ProtectionProjection {
  const progressAnchor = progressAnchorOf(facts, policy, now);
  const warnedAt = warnedAtOf(facts, progressAnchor);
  const holdIntervals = mergeSpans(facts.holds, facts.assignedAt);
  const window = { facts, policy, progressAnchor, warnedAt };
  const dates = runPeriods(window, holdIntervals, observe);
  return {
    progressAnchor,
    ...dates,
    warningIssuedAt: warningIssuedAtOf(facts.warnings, progressAnchor),
    warnedAt,
    baseReminderDueAt:
      dates.baseEndsAt === null
        ? null
        : addPeriod(dates.baseEndsAt, days(-policy.baseReminderDays), policy.timeZone),
    pausedRemainingMs: dates.expiresAt === null ? pausedRemaining(window, holdIntervals) : null,
    holdIntervals,
    policyVersion: policy.version,
  };
}

export type ProtectionState =
  | 'CONVERTED'
  | 'LOST'
  | 'UNOWNED'
  | 'EXPIRED'
  | 'ON_HOLD'
  | 'GRACE'
  | 'WARNED'
  | 'PROTECTED';

/**
 * The state of protection at an instant. `projection` is `null` when the lead has no owner. EXPIRED is a lead whose
 * time is up but which its owner still has; once it went back to the pool (status EXPIRED or RELEASED) it is UNOWNED.
 */
export function stateAt(
  projection: Pick<
    ProtectionProjection,
    'expiresAt' | 'progressDeadline' | 'warnedAt' | 'holdIntervals'
  > | null,
  status: LeadStatus,
  now: number,
): ProtectionState {
  if (status === 'CONVERTED' || status === 'LOST') return status;
  if (projection === null || status !== 'ACTIVE') return 'UNOWNED';
  const { expiresAt, progressDeadline, warnedAt, holdIntervals } = projection;
  if (expiresAt !== null && expiresAt <= now) return 'EXPIRED';
  if (isOnHold(holdIntervals, now)) return 'ON_HOLD';
  if (progressDeadline !== null && progressDeadline <= now) return 'GRACE';
  if (warnedAt !== null && warnedAt <= now) return 'WARNED';
  return 'PROTECTED';
}

/** Why protection ends at `expiresAt`. If both ends coincide, the base period is the reason. */
export function expiryReason(
  projection: Pick<ProtectionProjection, 'expiresAt' | 'graceEndsAt' | 'baseEndsAt'>,
): 'NO_PROGRESS' | 'BASE_PERIOD_ENDED' {
  const { expiresAt, graceEndsAt, baseEndsAt } = projection;
  return expiresAt !== null && expiresAt === graceEndsAt && expiresAt !== baseEndsAt
    ? 'NO_PROGRESS'
    : 'BASE_PERIOD_ENDED';
}

/** Whether a hold covers the instant; a hold covers its start and not its end. */
export function isOnHold(holdIntervals: readonly Interval[], now: number): boolean {
  return covers(holdIntervals, now);
}

/**
 * Clock time left until protection ends, holds not counted, never negative. During a hold it stands
 * still. `null` if nothing is running towards an end.
 */
export function remainingMs(
  projection: Pick<ProtectionProjection, 'expiresAt' | 'pausedRemainingMs' | 'holdIntervals'>,
  now: number,
): number | null {
  const { expiresAt, pausedRemainingMs, holdIntervals } = projection;
  if (expiresAt !== null) {
    if (expiresAt <= now) return 0;
    return expiresAt - now - coveredMs(holdIntervals, now, expiresAt);
  }
  if (pausedRemainingMs === null) return null;
  const pausedSince = holdIntervals.at(-1)?.[0];
  if (pausedSince === undefined || pausedSince <= now) return pausedRemainingMs;
  return pausedRemainingMs + pausedSince - now - coveredMs(holdIntervals, now, pausedSince);
}

/** The next instant at which a hold starts or ends, so that `isOnHold` changes; `null` if never. */
export function nextHoldBoundary(holdIntervals: readonly Interval[], now: number): number | null {
  for (const [start, end] of holdIntervals) {
    if (start > now) return start;
    if (end === null || end > now) return end;
  }
  return null;
}

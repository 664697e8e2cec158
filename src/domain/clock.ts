import { advanceOver, type HoldShare } from './advance.js';
import { addPeriod } from './calendar.js';
import type { ProtectionFacts } from './facts.js';
import { closeAt, coveredMs, covers, type Interval, mergeSpans } from './intervals.js';
import type { ProtectionPolicy } from './policy.js';

/**
 * When what happens to a lead's protection, as epoch milliseconds.
 * `null` means paused by an open hold, or not yet (no warning, hence no grace).
 */
export interface ProtectionProjection {
  /** Where the current window began: the assignment or the latest qualifying activity. */
  readonly progressAnchor: number;
  readonly warningDueAt: number | null;
  readonly progressDeadline: number | null;
  readonly graceEndsAt: number | null;
  readonly baseEndsAt: number | null;
  readonly expiresAt: number | null;
  /** When the current window was warned. */
  readonly warnedAt: number | null;
  readonly baseReminderDueAt: number | null;
  /** Clock time left until protection ends, if an open hold has paused that; else `null`. */
  readonly pausedRemainingMs: number | null;
  /** Merged, and without what lay before the assignment. */
  readonly holdIntervals: readonly Interval[];
  readonly policyVersion: number;
}

/** The periods the clock runs; everything else is chosen from their ends. */
export type RunningPeriod = 'warningDueAt' | 'progressDeadline' | 'graceRun' | 'baseEndsAt';

/** Told of every period that is run, so that an explanation shows the very calculation. */
export type RunObserver = (run: {
  readonly quantity: RunningPeriod;
  readonly anchor: number;
  readonly period: { readonly months: number; readonly days: number };
  readonly nominal: number;
  readonly holds: readonly HoldShare[];
  readonly dayEndMs: number;
  readonly at: number | null;
  readonly remainingMs: number | null;
}) => void;

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

interface Window {
  readonly facts: ProtectionFacts;
  readonly policy: ProtectionPolicy;
  readonly progressAnchor: number;
  readonly warnedAt: number | null;
}

function progressAnchorOf(facts: ProtectionFacts, policy: ProtectionPolicy, now: number): number {
  let anchor = facts.assignedAt;
  for (const { kind, performedAt } of facts.activities) {
    if (performedAt > anchor && performedAt <= now && policy.qualifyingKinds.includes(kind)) {
      anchor = performedAt;
    }
  }
  return anchor;
}

/** A window is warned once; should the facts name several warnings for it, the first is the one. */
function warnedAtOf(facts: ProtectionFacts, progressAnchor: number): number | null {
  let warnedAt: number | null = null;
  for (const { windowStart, sentAt } of facts.warnings) {
    if (windowStart === progressAnchor && (warnedAt === null || sentAt < warnedAt)) {
      warnedAt = sentAt;
    }
  }
  return warnedAt;
}

function runPeriods(
  { facts, policy, progressAnchor, warnedAt }: Window,
  holds: readonly Interval[],
  observe?: RunObserver,
) {
  const run = (quantity: RunningPeriod, anchor: number, period: ReturnType<typeof days>) => {
    const shares: HoldShare[] | undefined = observe && [];
    const deadline = advanceOver(anchor, period, holds, policy, shares);
    observe?.({ quantity, anchor, period, holds: shares ?? [], ...deadline });
    return deadline.at;
  };
  const warningDueAt = run(
    'warningDueAt',
    progressAnchor,
    days(policy.progressDays - policy.warningLeadDays),
  );
  const progressDeadline = run('progressDeadline', progressAnchor, days(policy.progressDays));
  const baseEndsAt = run('baseEndsAt', facts.assignedAt, {
    months: policy.baseMonths + facts.extensionMonths,
    days: 0,
  });
  let graceEndsAt: number | null = null;
  if (warnedAt !== null && policy.graceAnchor === 'WARNING') {
    const graceRun = run('graceRun', warnedAt, days(policy.graceDays));
    graceEndsAt = later(progressDeadline, graceRun);
  } else if (warnedAt !== null && progressDeadline !== null) {
    graceEndsAt = run('graceRun', Math.max(progressDeadline, warnedAt), days(policy.graceDays));
  }
  const expiresAt =
    policy.mode === 'EARLIEST' ? earlier(baseEndsAt, graceEndsAt) : later(baseEndsAt, graceEndsAt);
  return { warningDueAt, progressDeadline, graceEndsAt, baseEndsAt, expiresAt };
}

/**
 * What would be left if the open hold ended the moment everything else had begun to run: nothing
 * runs while it is open, so that is what is left whenever it ends. `null` if no hold is open, or if
 * there is nothing to run to (LATEST before the warning).
 */
function pausedRemaining(window: Window, holds: readonly Interval[]): number | null {
  const last = holds.at(-1);
  if (last === undefined || last[1] !== null) return null;
  const resumedAt = Math.max(last[0], window.progressAnchor, window.warnedAt ?? last[0]);
  const { expiresAt } = runPeriods(window, closeAt(holds, resumedAt));
  return expiresAt === null ? null : Math.max(0, expiresAt - resumedAt);
}

function days(count: number) {
  return { months: 0, days: count };
}

/** The earlier of two dates; one that is open has not come. */
function earlier(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}

/** The later of two dates; open as long as either is. */
function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}

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

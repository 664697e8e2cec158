import { advanceOver, type Deadline, type HoldShare } from './advance.js';
import type { Period } from './calendar.js';
import type { ProtectionFacts } from './facts.js';
import type { DayOff } from './holidays/working-days.js';
import { closeAt, type MergedIntervals } from './intervals.js';
import type { ProtectionPolicy } from './policy.js';

/** The periods the clock runs; all other dates are chosen from their ends. */
export type RunningPeriod = 'warningDueAt' | 'progressDeadline' | 'graceRun' | 'baseEndsAt';

/** One period that was run, with what it took to get from its anchor to its end. */
export interface PeriodRun extends Deadline {
  readonly quantity: RunningPeriod;
  readonly anchor: number;
  readonly period: Period;
  readonly holds: readonly HoldShare[];
  /** The days off that the end was moved over to the next working day. */
  readonly daysOff: readonly DayOff[];
}

/** Called with every period that is run, so that an explanation shows the very calculation. */
export type RunObserver = (run: PeriodRun) => void;

/** All facts that decide the dates of the current window, but the holds. */
export interface ProtectionWindow {
  readonly facts: Pick<ProtectionFacts, 'assignedAt' | 'extensionMonths'>;
  readonly policy: ProtectionPolicy;
  readonly progressAnchor: number;
  readonly warnedAt: number | null;
}

/** The assignment, or the latest qualifying activity since that is not in the future. */
export function progressAnchorOf(
  facts: ProtectionFacts,
  policy: ProtectionPolicy,
  now: number,
): number {
  let anchor = facts.assignedAt;
  for (const { kind, performedAt } of facts.activities) {
    if (performedAt > anchor && performedAt <= now && policy.qualifyingKinds.includes(kind)) {
      anchor = performedAt;
    }
  }
  return anchor;
}

/**
 * A window is warned once; should the facts name several warnings for it, the first is the one. A
 * warning that has not left warns of nothing.
 */
export function warnedAtOf(facts: ProtectionFacts, progressAnchor: number): number | null {
  let warnedAt: number | null = null;
  for (const { windowStart, sentAt } of facts.warnings) {
    if (sentAt === null || windowStart !== progressAnchor) continue;
    if (warnedAt === null || sentAt < warnedAt) {
      warnedAt = sentAt;
    }
  }
  return warnedAt;
}

/** Runs every period over the merged holds and chooses the dates from their ends. */
export function runPeriods(
  { facts, policy, progressAnchor, warnedAt }: ProtectionWindow,
  holds: MergedIntervals,
  observe?: RunObserver,
) {
  const run = (quantity: RunningPeriod, anchor: number, period: Period) => {
    if (!observe) return advanceOver(anchor, period, holds, policy).at;
    const seen = { shares: [] as HoldShare[], daysOff: [] as DayOff[] };
    const deadline = advanceOver(anchor, period, holds, policy, seen);
    observe({ quantity, anchor, period, holds: seen.shares, daysOff: seen.daysOff, ...deadline });
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
 * The time that would be left if the open hold ended at once, or with a warning issued while it was open: nothing
 * runs during it, so the same time is left whenever it ends. `null` if no hold is open, or if there is nothing to run
 * to (LATEST before the warning).
 */
export function pausedRemaining(window: ProtectionWindow, holds: MergedIntervals): number | null {
  const last = holds.at(-1);
  if (last === undefined || last[1] !== null) return null;
  const resumedAt = Math.max(last[0], window.warnedAt ?? last[0]);
  const { expiresAt } = runPeriods(window, closeAt(holds, resumedAt));
  return expiresAt === null ? null : Math.max(0, expiresAt - resumedAt);
}

/** A period of so many calendar days. */
export function days(count: number): Period {
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

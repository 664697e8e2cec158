import { type ProtectionProjection, type ProtectionState, project, stateAt } from './clock.js';
import type { HoldLimit, ProtectionFacts, WarningFact } from './facts.js';
import type { LeadStatus } from './lead-status.js';
import type { ActivityKind, ProtectionPolicy } from './policy.js';
import type { PeriodRun } from './protection-periods.js';

/** A date that was chosen among others. */
export interface Choice {
  readonly kind: 'CHOICE';
  readonly quantity: 'graceEndsAt' | 'expiresAt';
  readonly rule: 'EARLIER' | 'LATER';
  readonly candidates: readonly { readonly quantity: string; readonly at: number | null }[];
  readonly at: number | null;
}

/** One line of the calculation, plain data. Instants are epoch milliseconds. */
export type LedgerEntry =
  | ({ readonly kind: 'POLICY' } & Omit<ProtectionPolicy, 'overrides'>)
  | {
      readonly kind: 'ACTIVITY';
      readonly id: string | null;
      readonly activityKind: ActivityKind;
      readonly performedAt: number;
      readonly counted: boolean;
      readonly why:
        | 'BEGINS_WINDOW'
        | 'LATER_ONE_BEGINS_WINDOW'
        | 'NOT_QUALIFYING'
        | 'BEFORE_ASSIGNMENT'
        | 'IN_FUTURE';
    }
  | { readonly kind: 'ANCHOR'; readonly at: number; readonly from: 'ASSIGNMENT' | 'ACTIVITY' }
  | {
      readonly kind: 'HOLD';
      readonly id: string | null;
      readonly startAt: number;
      readonly endAt: number | null;
      readonly counted: boolean;
      readonly why: 'COVERS' | 'BEFORE_ASSIGNMENT' | 'EMPTY';
      /** How its end came, or will come, without a manager; left out if that is not so. */
      readonly limit?: HoldLimit;
    }
  | { readonly kind: 'MERGED_HOLD'; readonly startAt: number; readonly endAt: number | null }
  | { readonly kind: 'EXTENSION'; readonly months: number }
  | {
      readonly kind: 'WARNING';
      readonly windowStart: number;
      readonly issuedAt: number | null;
      readonly deliveredAt: number | null;
      /** From when on it counts; null while it has not left. */
      readonly sentAt: number | null;
      readonly counted: boolean;
      readonly why: 'THIS_WINDOW' | 'OTHER_WINDOW' | 'EARLIER_ONE_COUNTS' | 'NOT_DELIVERED';
    }
  | ({ readonly kind: 'PERIOD' } & PeriodRun)
  | Choice
  | {
      readonly kind: 'BASE_REMINDER';
      readonly baseEndsAt: number;
      readonly daysBefore: number;
      readonly at: number;
    };

export interface Explanation extends ProtectionProjection {
  readonly state: ProtectionState;
  readonly ledger: readonly LedgerEntry[];
}

/**
 * The projection together with every step that led to it, enough to recompute each date by hand:
 * a PERIOD's `at` is `nominal` plus what each hold added plus `dayEndMs`.
 */
export function explain(
  facts: ProtectionFacts,
  policy: ProtectionPolicy,
  now: number,
  status: LeadStatus = 'ACTIVE',
): Explanation {
  const runs: PeriodRun[] = [];
  const projection = project(facts, policy, now, (run) => runs.push(run));
  const { overrides: _, ...rules } = policy;
  const ledger: LedgerEntry[] = [
    { kind: 'POLICY', ...rules },
    ...activityEntries(facts, policy, projection, now),
    {
      kind: 'ANCHOR',
      at: projection.progressAnchor,
      from: projection.progressAnchor === facts.assignedAt ? 'ASSIGNMENT' : 'ACTIVITY',
    },
    ...holdEntries(facts),
    ...projection.holdIntervals.map(
      ([startAt, endAt]): LedgerEntry => ({ kind: 'MERGED_HOLD', startAt, endAt }),
    ),
    { kind: 'EXTENSION', months: facts.extensionMonths },
    ...warningEntries(facts, projection),
    ...runs.map((run): LedgerEntry => ({ kind: 'PERIOD', ...run })),
    ...choices(projection, policy, runs),
  ];
  const { baseEndsAt, baseReminderDueAt } = projection;
  if (baseEndsAt !== null && baseReminderDueAt !== null) {
    const daysBefore = policy.baseReminderDays;
    ledger.push({ kind: 'BASE_REMINDER', baseEndsAt, daysBefore, at: baseReminderDueAt });
  }
  return { ...projection, state: stateAt(projection, status, now), ledger };
}

function activityEntries(
  facts: ProtectionFacts,
  policy: ProtectionPolicy,
  projection: ProtectionProjection,
  now: number,
): LedgerEntry[] {
  return byTime(facts.activities, (activity) => activity.performedAt).map((activity) => {
    const { kind: activityKind, performedAt, id = null } = activity;
    const why = !policy.qualifyingKinds.includes(activityKind)
      ? 'NOT_QUALIFYING'
      : performedAt < facts.assignedAt
        ? 'BEFORE_ASSIGNMENT'
        : performedAt > now
          ? 'IN_FUTURE'
          : performedAt === projection.progressAnchor
            ? 'BEGINS_WINDOW'
            : 'LATER_ONE_BEGINS_WINDOW';
    const counted = why === 'BEGINS_WINDOW' || why === 'LATER_ONE_BEGINS_WINDOW';
    return { kind: 'ACTIVITY', id, activityKind, performedAt, counted, why };
  });
}

function holdEntries(facts: ProtectionFacts): LedgerEntry[] {
  return byTime(facts.holds, (hold) => hold.startAt).map((hold) => {
    const { id = null, startAt, endAt, limit } = hold;
    const why =
      endAt !== null && endAt <= startAt
        ? 'EMPTY'
        : endAt !== null && endAt <= facts.assignedAt
          ? 'BEFORE_ASSIGNMENT'
          : 'COVERS';
    const counted = why === 'COVERS';
    return { kind: 'HOLD', id, startAt, endAt, counted, why, ...(limit ? { limit } : {}) };
  });
}

function warningEntries(facts: ProtectionFacts, projection: ProtectionProjection): LedgerEntry[] {
  const issued = ({ issuedAt, sentAt }: WarningFact) => issuedAt ?? sentAt;
  return byTime(facts.warnings, (warning) => issued(warning) ?? 0).map((warning) => {
    const { windowStart, sentAt, deliveredAt = sentAt } = warning;
    const why =
      windowStart !== projection.progressAnchor
        ? 'OTHER_WINDOW'
        : sentAt === null
          ? 'NOT_DELIVERED'
          : sentAt === projection.warnedAt
            ? 'THIS_WINDOW'
            : 'EARLIER_ONE_COUNTS';
    const counted = why === 'THIS_WINDOW';
    const times = { issuedAt: issued(warning), deliveredAt, sentAt };
    return { kind: 'WARNING', windowStart, ...times, counted, why };
  });
}

function choices(
  projection: ProtectionProjection,
  policy: ProtectionPolicy,
  runs: readonly PeriodRun[],
): Choice[] {
  const { progressDeadline, graceEndsAt, baseEndsAt, expiresAt } = projection;
  const expiry: Choice = {
    kind: 'CHOICE',
    quantity: 'expiresAt',
    rule: policy.mode === 'EARLIEST' ? 'EARLIER' : 'LATER',
    candidates: [
      { quantity: 'baseEndsAt', at: baseEndsAt },
      { quantity: 'graceEndsAt', at: graceEndsAt },
    ],
    at: expiresAt,
  };
  const graceRun = runs.find((run) => run.quantity === 'graceRun');
  if (graceRun === undefined) return [expiry];
  const deadline = { quantity: 'progressDeadline', at: progressDeadline };
  const run = { quantity: 'graceRun', at: graceRun.at };
  const candidates = policy.graceAnchor === 'WARNING' ? [deadline, run] : [run];
  const grace = { quantity: 'graceEndsAt', rule: 'LATER', candidates, at: graceEndsAt } as const;
  return [{ kind: 'CHOICE', ...grace }, expiry];
}

function byTime<T>(facts: readonly T[], at: (fact: T) => number): T[] {
  return [...facts].sort((a, b) => at(a) - at(b));
}

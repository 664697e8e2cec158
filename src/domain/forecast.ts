import { type ProtectionProjection, type ProtectionState, project, stateAt } from './clock.js';
import { assertHold, type HoldFact, type ProtectionFacts } from './facts.js';
import {
  type ActivityKind,
  type PolicyChanges,
  type ProtectionPolicy,
  policyFor,
} from './policy.js';

/** A hypothesis. */
export type Hypothesis =
  | { readonly kind: 'ACTIVITY'; readonly activityKind: ActivityKind; readonly performedAt: number }
  /** The open holds that began before end then; given a `holdId`, that hold does, open or not. */
  | { readonly kind: 'HOLD_ENDS'; readonly endAt: number; readonly holdId?: string }
  /** Void, or other than it is: what is left out stays. */
  | { readonly kind: 'ACTIVITY_VOIDED'; readonly activityId: string }
  | {
      readonly kind: 'ACTIVITY_CORRECTED';
      readonly activityId: string;
      readonly activityKind?: ActivityKind;
      readonly performedAt?: number;
    }
  | { readonly kind: 'HOLD_VOIDED'; readonly holdId: string }
  | { readonly kind: 'HOLD_STARTS'; readonly startAt: number; readonly endAt: number | null }
  | { readonly kind: 'POLICY'; readonly changes: PolicyChanges };

export const FORECAST_QUANTITIES = [
  'progressAnchor',
  'warningDueAt',
  'progressDeadline',
  'graceEndsAt',
  'baseEndsAt',
  'expiresAt',
  'warnedAt',
  'baseReminderDueAt',
] as const;

export type ForecastQuantity = (typeof FORECAST_QUANTITIES)[number];

export interface Forecast {
  /** The instant both sides are seen from: now, or when the hypothesis has happened. */
  readonly at: number;
  readonly before: ProtectionProjection;
  readonly after: ProtectionProjection;
  /** The states of an owned, active lead at `at`. */
  readonly stateBefore: ProtectionState;
  readonly stateAfter: ProtectionState;
  readonly changed: readonly ForecastQuantity[];
  /** Protection ends before the activity or the hold begins, so that it would come too late. */
  readonly tooLate: boolean;
}

/**
 * The effect of a hypothesis; writes nothing. `policy` is the whole policy, and `businessType` picks its override on
 * both sides. Policy changes are taken as valid (`policyProblems` tells).
 * @throws ValidationError if a hypothetical hold would end before it starts
 */
export function forecast(
  facts: ProtectionFacts,
  policy: ProtectionPolicy,
  now: number,
  hypothesis: Hypothesis,
  businessType: string | null = null,
): Forecast {
  const at = hypothesis.kind === 'ACTIVITY' ? Math.max(now, hypothesis.performedAt) : now;
  const before = project(facts, policyFor(policy, businessType), now);
  const after = project(
    suppose(facts, hypothesis),
    policyFor(supposePolicy(policy, hypothesis), businessType),
    at,
  );
  const begins = beginning(hypothesis);
  return {
    at,
    before,
    after,
    stateBefore: stateAt(before, 'ACTIVE', at),
    stateAfter: stateAt(after, 'ACTIVE', at),
    changed: FORECAST_QUANTITIES.filter((quantity) => before[quantity] !== after[quantity]),
    tooLate: begins !== null && before.expiresAt !== null && before.expiresAt <= begins,
  };
}

function suppose(facts: ProtectionFacts, hypothesis: Hypothesis): ProtectionFacts {
  switch (hypothesis.kind) {
    case 'ACTIVITY': {
      const { activityKind: kind, performedAt } = hypothesis;
      return { ...facts, activities: [...facts.activities, { kind, performedAt }] };
    }
    case 'ACTIVITY_VOIDED':
      return { ...facts, activities: without(facts.activities, hypothesis.activityId) };
    case 'ACTIVITY_CORRECTED': {
      const { activityKind: kind, performedAt } = hypothesis;
      const activities = facts.activities.map((activity) =>
        activity.id === hypothesis.activityId
          ? {
              ...activity,
              kind: kind ?? activity.kind,
              performedAt: performedAt ?? activity.performedAt,
            }
          : activity,
      );
      return { ...facts, activities };
    }
    case 'HOLD_VOIDED':
      return { ...facts, holds: without(facts.holds, hypothesis.holdId) };
    case 'HOLD_STARTS': {
      const { startAt, endAt } = hypothesis;
      assertHold({ startAt, endAt }, 'hypothesis');
      return { ...facts, holds: [...facts.holds, { startAt, endAt }] };
    }
    case 'HOLD_ENDS':
      return { ...facts, holds: facts.holds.map((hold) => supposeEnd(hold, hypothesis)) };
    case 'POLICY':
      return facts;
  }
}

function without<Fact extends { readonly id?: string }>(
  facts: readonly Fact[],
  id: string,
): Fact[] {
  return facts.filter((fact) => fact.id !== id);
}

function supposeEnd(
  hold: HoldFact,
  { endAt, holdId }: Extract<Hypothesis, { kind: 'HOLD_ENDS' }>,
): HoldFact {
  if (holdId === undefined) {
    const isOpen = hold.endAt === null || hold.limit === 'ENDS_BY_ITSELF';
    return isOpen && hold.startAt < endAt ? { ...hold, endAt } : hold;
  }
  if (hold.id !== holdId) return hold;
  const ended = { ...hold, endAt };
  assertHold(ended, 'hypothesis');
  return ended;
}

function supposePolicy(policy: ProtectionPolicy, hypothesis: Hypothesis): ProtectionPolicy {
  return hypothesis.kind === 'POLICY' ? { ...policy, ...hypothesis.changes } : policy;
}

/** When the hypothesis needs the lead to be still protected; `null` if it does not. */
function beginning(hypothesis: Hypothesis): number | null {
  if (hypothesis.kind === 'ACTIVITY') return hypothesis.performedAt;
  return hypothesis.kind === 'HOLD_STARTS' ? hypothesis.startAt : null;
}

import { isOnHold, type ProtectionProjection, type ProtectionState, stateAt } from './clock.js';
import { FORECAST_QUANTITIES } from './forecast.js';

/** The effect of another policy on one lead under protection. */
export interface PolicyEffect {
  readonly stateBefore: ProtectionState;
  readonly stateAfter: ProtectionState;
  /** Its owner would be warned at once, and would not be by the policy in force. */
  readonly warned: boolean;
  /** Its protection would be over at once. */
  readonly expired: boolean;
  /** An open hold would pause its end, which it does not reach by the policy in force. */
  readonly paused: boolean;
}

/** The effect of another policy on an ACTIVE lead at `now`; null if none of its dates changes. */
export function policyEffect(
  before: ProtectionProjection,
  after: ProtectionProjection,
  now: number,
): PolicyEffect | null {
  if (FORECAST_QUANTITIES.every((quantity) => before[quantity] === after[quantity])) return null;
  const stateBefore = stateAt(before, 'ACTIVE', now);
  const stateAfter = stateAt(after, 'ACTIVE', now);
  return {
    stateBefore,
    stateAfter,
    warned: isWarningDue(after, now) && !isWarningDue(before, now),
    expired: stateAfter === 'EXPIRED' && stateBefore !== 'EXPIRED',
    paused: after.expiresAt === null && before.expiresAt !== null,
  };
}

/** As the job selects it: due, not issued, still protected, and no hold runs. */
function isWarningDue(projection: ProtectionProjection, now: number): boolean {
  const { warningDueAt, warningIssuedAt, expiresAt, holdIntervals } = projection;
  return (
    warningIssuedAt === null &&
    warningDueAt !== null &&
    warningDueAt <= now &&
    (expiresAt === null || expiresAt > now) &&
    !isOnHold(holdIntervals, now)
  );
}

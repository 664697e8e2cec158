import { ValidationError } from './errors.js';
import type { ActivityKind } from './policy.js';

/** How far ahead of this machine's clock a reported instant may be, in milliseconds. */
export const CLOCK_SKEW_MS = 60_000;

export interface ActivityFact {
  readonly kind: ActivityKind;
  readonly performedAt: number;
  readonly id?: string;
}

export type HoldLimit = 'ENDS_BY_ITSELF' | 'ENDED_BY_ITSELF' | 'CONFIRMED';

/** `[startAt, endAt)`; `null`: still running. */
export interface HoldFact {
  readonly startAt: number;
  readonly endAt: number | null;
  /**
   * What stands in place of a manager: its end comes by itself unless the hold is ended or confirmed before, its end came by
   * itself, or a manager has confirmed it. Left out of holds that need none.
   */
  readonly limit?: HoldLimit;
  readonly id?: string;
}

/** A progress warning that was issued: for the window that began at `windowStart`. */
export interface WarningFact {
  readonly windowStart: number;
  /** When it took effect (`warningCountsFrom`); `null` while it has not left. */
  readonly sentAt: number | null;
  /** When it was issued; `sentAt` if left out. */
  readonly issuedAt?: number;
  /** When it left, for the explanation. */
  readonly deliveredAt?: number | null;
}

/** The facts of one ownership. Instants are epoch milliseconds; order means nothing. */
export interface ProtectionFacts {
  readonly assignedAt: number;
  /** Those of this ownership, without voided ones. */
  readonly activities: readonly ActivityFact[];
  /** Those of this lead, without voided ones. */
  readonly holds: readonly HoldFact[];
  /** Sum of the approved extensions. */
  readonly extensionMonths: number;
  readonly warnings: readonly WarningFact[];
}

/**
 * Refuses an instant in the future. One within the clock skew is taken as now and returned as such:
 * stored as reported it would not count until its moment comes, and nothing would project it then.
 * @throws ValidationError
 */
export function assertNotFuture(epochMs: number, now: number, field: string): number {
  assertInstant(epochMs, field);
  if (epochMs <= now) return epochMs;
  if (epochMs <= now + CLOCK_SKEW_MS) return now;
  throw refusal(field, `${iso(epochMs)} is in the future, allowed is up to ${iso(now)}`);
}

/**
 * Refuses a hold that does not end after it starts.
 * @throws ValidationError
 */
export function assertHold(hold: HoldFact, field = 'hold'): void {
  assertInstant(hold.startAt, `${field}.startAt`);
  if (hold.endAt === null) return;
  assertInstant(hold.endAt, `${field}.endAt`);
  if (hold.endAt > hold.startAt) return;
  throw refusal(
    `${field}.endAt`,
    `${iso(hold.endAt)} is not after the start, allowed is later than ${iso(hold.startAt)}`,
  );
}

function assertInstant(epochMs: number, field: string): void {
  if (Number.isInteger(epochMs) && Math.abs(epochMs) <= 8.64e15) return;
  throw refusal(field, `${epochMs} given, allowed is an instant in whole epoch milliseconds`);
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

function refusal(path: string, message: string): ValidationError {
  return new ValidationError([{ path, message }]);
}

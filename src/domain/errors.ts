import type { Rate } from './bucket.js';
import type { ConflictReason } from './conflict-reasons.js';
import type { ErrorCode } from './error-codes.js';
import { globalIdOf } from './global-id.js';

/** A fault of one field of an input. */
export interface FieldProblem {
  /** Where in the input, such as `contact.email`. */
  path: string;
  /** Names the value and what is allowed. */
  message: string;
}

/** An error that a client may see. All others are masked with a request id. */
export class LeadwardenError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** The input breaks a rule; nothing was written. */
export class ValidationError extends LeadwardenError {
  readonly problems: readonly FieldProblem[];
  constructor(problems: readonly FieldProblem[]) {
    super('VALIDATION', problems.map((p) => `${p.path}: ${p.message}`).join('; '));
    this.problems = problems;
  }
}

/** The input is valid, but the present state does not allow the change: taken, already decided, changed meanwhile. */
export class ConflictError extends LeadwardenError {
  readonly reason: ConflictReason;
  /** The receipt of the refusal, if there is one. */
  receiptId: string | null = null;
  /** The lead to name instead of one that was merged into it. */
  mergedIntoId: string | null = null;
  constructor(message: string, reason: ConflictReason) {
    super('CONFLICT', message);
    this.reason = reason;
  }
}

/** The actor may see the object but not perform this verb on it. */
export class ForbiddenError extends LeadwardenError {
  constructor(message: string) {
    super('FORBIDDEN', message);
  }
}

/** There is no such object, or the actor may not see it: the answer is the same. */
export class NotFoundError extends LeadwardenError {
  constructor(type: string, id: string) {
    super('NOT_FOUND', `There is no ${type} with the id ${JSON.stringify(toldId(type, id))}.`);
  }
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A text that is no id is quoted as it came. */
function toldId(type: string, id: string): string {
  return UUID.test(id) ? globalIdOf(type, id) : id;
}

/** No token, or an invalid one. */
export class UnauthenticatedError extends LeadwardenError {
  constructor(message: string) {
    super('UNAUTHENTICATED', message);
  }
}

/** The cursor points before the oldest event that the log still holds, or into another log. */
export class CursorExpiredError extends LeadwardenError {
  constructor(message: string) {
    super('CURSOR_EXPIRED', message);
  }
}

/** Refused for now; `rate` tells by which budget, and when to come again. */
export class TooManyRequestsError extends LeadwardenError {
  readonly rate: Rate;
  constructor(message: string, rate: Rate) {
    super('TOO_MANY_REQUESTS', message);
    this.rate = rate;
  }
}

/** As many subscriptions are open as may be. */
export class TooManySubscriptionsError extends LeadwardenError {
  constructor(message: string) {
    super('TOO_MANY_SUBSCRIPTIONS', message);
  }
}

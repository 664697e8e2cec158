import { type FieldProblem, ValidationError } from '../../domain/errors.js';
import { assertNotFuture } from '../../domain/facts.js';
import type { Ownership } from '../../platform/db/generated/prisma/client.js';
import { problemsIn } from '../../platform/verbs/parse-input.js';

/** The faults of an instant that do not depend on its ownership. */
export function futureProblems(performedAt: Date, now: Date): readonly FieldProblem[] {
  return problemsIn(() => assertNotFuture(performedAt.getTime(), now.getTime(), 'performedAt'));
}

/**
 * The instant to store for an activity of the ownership: an activity belongs to the owner of the lead at that time.
 * @throws ValidationError if it lies in the future or outside the ownership
 */
export function performedWithin(
  { assignedAt, endedAt }: Pick<Ownership, 'assignedAt' | 'endedAt'>,
  performedAt: Date,
  now: Date,
): Date {
  const at = new Date(assertNotFuture(performedAt.getTime(), now.getTime(), 'performedAt'));
  if (at < assignedAt) {
    throw refusal(
      at,
      `is before the lead was assigned, allowed is from ${assignedAt.toISOString()}`,
    );
  }
  if (endedAt && at >= endedAt) {
    throw refusal(at, `is after the ownership ended, allowed is before ${endedAt.toISOString()}`);
  }
  return at;
}

function refusal(at: Date, message: string): ValidationError {
  return new ValidationError([{ path: 'performedAt', message: `${at.toISOString()} ${message}` }]);
}

import { type FieldProblem, ValidationError } from '../../domain/errors.js';
import { problemsIn } from '../../platform/verbs/parse-input.js';

/** @throws ValidationError if the instant is not after now */
export function requireFuture(instant: Date, now: Date, path: string): void {
  if (instant > now) return;
  throw new ValidationError([
    {
      path,
      message: `${instant.toISOString()} is not in the future, allowed is after ${now.toISOString()}`,
    },
  ]);
}

/** The same as problems; none for an instant that is not known. */
export function pastProblems(
  instant: Date | null | undefined,
  now: Date,
  path: string,
): readonly FieldProblem[] {
  return instant ? problemsIn(() => requireFuture(instant, now, path)) : [];
}

import { ValidationError } from '../errors.js';

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

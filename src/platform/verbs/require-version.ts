import { ConflictError } from '../../domain/errors.js';

/**
 * Under the lock of what is changed. Without an expected version the last writer wins.
 * @throws ConflictError if it was changed since it had the expected version
 */
export function requireVersion(what: string, version: number, expected: number | null): void {
  if (expected === null || version === expected) return;
  throw new ConflictError(
    `The ${what} is at version ${version}, expected was ${expected}: it was changed meanwhile.`,
    'STALE_VERSION',
  );
}

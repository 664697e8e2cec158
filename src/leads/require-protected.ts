import type { Lead } from '../db/generated/prisma/client.js';
import { ConflictError } from '../errors.js';

/**
 * Refuses what would revive a protection that is already over, though the nightly job has not yet
 * given the lead back.
 * @throws ConflictError
 */
export function requireProtected({ expiresAt }: Pick<Lead, 'expiresAt'>, now: Date): void {
  if (expiresAt === null || expiresAt > now) return;
  throw new ConflictError(
    `The protection of the lead ended at ${expiresAt.toISOString()}; allowed is only before that.`,
    'PROTECTION_ENDED',
  );
}

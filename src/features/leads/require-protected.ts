import { ConflictError } from '../../domain/errors.js';
import { type Lead, Prisma } from '../../platform/db/generated/prisma/client.js';

/** Whether the clock has ended the protection. It counts from that instant on, not from when the lead goes back to the pool. */
export function isOver({ expiresAt }: Pick<Lead, 'expiresAt'>, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/**
 * Refuses what presupposes protection, also on a lead that is still ACTIVE: nothing revives it, its owner can do no more
 * with it than once it lies in the pool.
 * @throws ConflictError
 */
export function requireProtected({ expiresAt }: Pick<Lead, 'expiresAt'>, now: Date): void {
  if (expiresAt === null || expiresAt > now) return;
  throw new ConflictError(
    `The protection of the lead ended at ${expiresAt.toISOString()}; allowed is only before that.`,
    'PROTECTION_ENDED',
  );
}

/** The same as a condition on a row called `lead`: who asks whether a company is free is told what its owner is told. */
export function underProtectionSql(now: Date): Prisma.Sql {
  return Prisma.sql`(lead.status = 'ACTIVE'
    AND (lead.expires_at IS NULL OR lead.expires_at > ${now.toISOString()}::timestamptz))`;
}

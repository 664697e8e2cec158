import { ConflictError } from '../../domain/errors.js';
import { type Lead, Prisma } from '../../platform/db/generated/prisma/client.js';

/** Whether the clock has ended the protection. It counts from that instant on, not from when the lead goes back to the pool. */
export function isOver({ expiresAt }: Pick<Lead, 'expiresAt'>, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/**
 * Refuses verbs that presuppose protection, also on a lead that is still ACTIVE: nothing revives it, and its owner
 * can do no more with it than once it is in the pool.
 * @throws ConflictError
 */
export function requireProtected({ expiresAt }: Pick<Lead, 'expiresAt'>, now: Date): void {
  if (expiresAt === null || expiresAt > now) return;
  throw new ConflictError(
    `The protection of the lead ended at ${expiresAt.toISOString()}; allowed is only before that.`,
    'PROTECTION_ENDED',
  );
}

/** The same as a condition on a row called `lead`: a conflict check gives the same answer as its owner gets. */
export function underProtectionSql(now: Date): Prisma.Sql {
  return Prisma.sql`(lead.status = 'ACTIVE'
    AND (lead.expires_at IS NULL OR lead.expires_at > ${now.toISOString()}::timestamptz))`;
}

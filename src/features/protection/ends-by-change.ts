import type { ProtectionProjection } from '../../domain/clock.js';
import { ConflictError } from '../../domain/errors.js';
import type { Lead } from '../../platform/db/generated/prisma/client.js';
import { isManager } from '../../platform/identity/may.js';
import type { TxContext } from '../../platform/verbs/context.js';

/**
 * When the protection of a lead has ended by a change of its facts, which the clock now counts as if it had always
 * been so; null if it goes on. No agent loses a lead by a slip: the change needs the confirmation of a manager.
 * @param before the lead as it was, under protection
 * @param after the lead after the change
 * @throws ConflictError with the date, unless a manager confirms it
 */
export function endsByChange(
  { actor, now }: TxContext,
  before: Pick<Lead, 'expiresAt'>,
  after: Pick<ProtectionProjection, 'expiresAt'> | undefined,
  confirmed: boolean,
): Date | null {
  const endsAt = after?.expiresAt ?? null;
  if (endsAt === null || endsAt > now.getTime()) return null;
  const at = new Date(endsAt);
  if (confirmed && isManager(actor)) return at;
  const was = before.expiresAt ? `at ${before.expiresAt.toISOString()}` : 'open: a hold stops it';
  throw new ConflictError(
    `By this the protection would have ended at ${at.toISOString()}, its end is now ${was}; allowed is for a manager, with \`confirmEnd\`.`,
    'ENDS_PROTECTION',
  );
}

import { ConflictError } from '../../domain/errors.js';
import type { Lead, Ownership } from '../../platform/db/generated/prisma/client.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { requireProtected } from './require-protected.js';

/**
 * The ownership of a locked lead that runs now, under protection.
 * @throws ConflictError if the lead has no owner, or its protection is over
 */
export async function currentOwnership(
  ctx: TxContext,
  lead: Pick<Lead, 'id' | 'expiresAt'>,
): Promise<Ownership> {
  const ownership = await ctx.tx.ownership.findFirst({ where: { leadId: lead.id, endedAt: null } });
  if (ownership === null) {
    throw new ConflictError(
      'The lead has no owner at the moment: it has ended or is in the pool.',
      'LEAD_UNOWNED',
    );
  }
  requireProtected(lead, ctx.now);
  return ownership;
}

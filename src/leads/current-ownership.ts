import type { TxContext } from '../context.js';
import type { Ownership } from '../db/generated/prisma/client.js';
import { ConflictError } from '../errors.js';

/**
 * The ownership that runs now.
 * @throws ConflictError if nobody owns the lead
 */
export async function currentOwnership(ctx: TxContext, leadId: string): Promise<Ownership> {
  const ownership = await ctx.tx.ownership.findFirst({ where: { leadId, endedAt: null } });
  if (ownership !== null) return ownership;
  throw new ConflictError(
    'Nobody owns the lead at the moment: it has ended or lies in the pool.',
    'LEAD_UNOWNED',
  );
}

import { ConflictError, NotFoundError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { endOfHold } from '../../domain/hold-ends.js';
import type { Hold, Lead } from '../../platform/db/generated/prisma/client.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { lockLead } from '../leads/lock-lead.js';
import { requireProtected } from '../leads/require-protected.js';
import { throughLead } from '../leads/through-lead.js';

/**
 * A hold of the present ownership, read after its lead was locked.
 * @throws NotFoundError if the actor may not see its lead
 * @throws ForbiddenError if the actor's standing on the lead does not suffice for the verb
 * @throws ConflictError if it is void, or its ownership or the protection has ended
 */
export async function lockHold(
  ctx: TxContext,
  id: string,
  verb: 'endHold' | 'confirmHold' | 'voidHold',
): Promise<{ hold: Hold; lead: Lead }> {
  const where = { id, AND: [throughLead(ctx.actor)] };
  const found = await ctx.tx.hold.findFirst({ where, select: { leadId: true } });
  if (!found) throw new NotFoundError('Hold', id);
  const lead = await lockLead(ctx, found.leadId, verb);
  const { ownership, ...hold } = await ctx.tx.hold.findUniqueOrThrow({
    where: { id },
    include: { ownership: true },
  });
  if (hold.voidedAt) {
    throw new ConflictError(
      `The hold ${globalIdOf('Hold', id)} was declared void at ${hold.voidedAt.toISOString()} and cannot be changed any more.`,
      'VOID',
    );
  }
  if (ownership.endedAt) {
    throw new ConflictError(
      `The hold ${globalIdOf('Hold', id)} belongs to an ownership that ended at ${ownership.endedAt.toISOString()} and cannot be changed any more.`,
      'OWNERSHIP_ENDED',
    );
  }
  requireProtected(lead, ctx.now);
  return { hold, lead };
}

/** @throws ConflictError if the hold has ended, by hand or by itself */
export function refuseEnded(hold: Hold, now: Date): void {
  const end = endOfHold(hold);
  if (end === null || end > now) return;
  throw new ConflictError(
    `The hold ${globalIdOf('Hold', hold.id)} has ended at ${end.toISOString()}.`,
    'HOLD_ENDED',
  );
}

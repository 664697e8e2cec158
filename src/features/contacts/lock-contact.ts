import { NotFoundError } from '../../domain/errors.js';
import type { Contact } from '../../platform/db/generated/prisma/client.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { lockActiveLead, type OwnedLead } from '../leads/lock-lead.js';
import { throughLead } from '../leads/through-lead.js';

/**
 * A contact of a lead under protection, and that lead, locked.
 * @throws NotFoundError if there is none, or the actor may not see it
 * @throws ForbiddenError if the actor's standing on the lead does not suffice for the verb
 * @throws ConflictError if the lead is not ACTIVE
 */
export async function lockContact(
  ctx: TxContext,
  id: string,
  verb: 'updateContact' | 'removeContact',
): Promise<{ contact: Contact; lead: OwnedLead }> {
  const found = await ctx.tx.contact.findFirst({
    where: { id, AND: [throughLead(ctx.actor)] },
    select: { leadId: true },
  });
  if (!found) throw new NotFoundError('Contact', id);
  const lead = await lockActiveLead(ctx, found.leadId, verb);
  // It may have been removed while this waited for the lock.
  const contact = await ctx.tx.contact.findUnique({ where: { id } });
  if (!contact) throw new NotFoundError('Contact', id);
  return { contact, lead };
}

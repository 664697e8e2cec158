import { ConflictError, ForbiddenError, NotFoundError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import type { Activity, Lead, Ownership } from '../../platform/db/generated/prisma/client.js';
import { isManager } from '../../platform/identity/may.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { lockLead } from '../leads/lock-lead.js';
import { refusePseudonymized } from '../leads/refuse-pseudonymized.js';
import { requireProtected } from '../leads/require-protected.js';
import { throughLead } from '../leads/through-lead.js';

/**
 * The activity, read after its lead was locked, for a verb that changes it.
 * @throws NotFoundError if the actor may not see its lead
 * @throws ConflictError if it is void, the protection that it counts for is over, or its lead ended and was
 * pseudonymised
 * @throws ForbiddenError if it is another agent's, unless the actor owned the lead then
 */
export async function lockActivity(
  ctx: TxContext,
  id: string,
  verb: 'correctActivity' | 'voidActivity',
): Promise<{ activity: Activity & { ownership: Ownership }; lead: Lead }> {
  const where = { id, AND: [throughLead(ctx.actor)] };
  const found = await ctx.tx.activity.findFirst({ where, select: { leadId: true } });
  if (!found) throw new NotFoundError('Activity', id);
  const lead = await lockLead(ctx, found.leadId, verb);
  refusePseudonymized(lead);
  const activity = await ctx.tx.activity.findUniqueOrThrow({
    where: { id },
    include: { ownership: true },
  });
  if (activity.voidedAt) {
    throw new ConflictError(
      `The activity ${globalIdOf('Activity', id)} was declared void at ${activity.voidedAt.toISOString()} and cannot be changed any more.`,
      'VOID',
    );
  }
  if (activity.ownership.endedAt === null) requireProtected(lead, ctx.now);
  const isTheirs = [activity.authorId, activity.ownership.ownerId].includes(ctx.actor.id ?? '');
  if (!isTheirs && !isManager(ctx.actor)) {
    throw new ForbiddenError(
      `The activity ${globalIdOf('Activity', id)} is another agent's; allowed are its author, the owner of the lead at that time, and managers.`,
    );
  }
  return { activity, lead };
}

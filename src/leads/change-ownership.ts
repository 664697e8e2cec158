import type { TxContext } from '../context.js';
import type { User } from '../db/generated/prisma/client.js';
import { newId } from '../db/ids.js';
import { settleRequestReminders } from '../extensions/remind-of-request.js';
import { settleHolds } from '../holds/turn-holds.js';
import { endCollaborations } from './end-collaborations.js';
import type { OwnedLead } from './lock-lead.js';
import { projectLeads } from './project-leads.js';

/** How an ownership ends by hand. */
export type OwnershipEnd = 'RELEASED' | 'REASSIGNED' | 'CONVERTED' | 'LOST';

/** Ends the current ownership of a locked lead now, and the collaborations on it. What the lead is from then on, the caller writes. */
export async function endOwnership(
  ctx: TxContext,
  lead: OwnedLead,
  reason: OwnershipEnd,
): Promise<void> {
  await settleHolds(ctx, [lead]);
  await ctx.tx.ownership.update({
    where: { id: lead.ownership.id, endedAt: null },
    data: { endedAt: ctx.now, endReason: reason },
  });
  await settleRequestReminders(ctx.tx, [lead.ownership.id], ctx.now);
  await endCollaborations(ctx, lead.id);
}

/**
 * Begins a new ownership of a lead that has none, now, and makes the lead ACTIVE. Nothing of an
 * earlier ownership counts for it.
 */
export async function startOwnership(
  ctx: TxContext,
  lead: { readonly id: string; readonly territory: string | null },
  owner: Pick<User, 'id' | 'territory'>,
): Promise<{ id: string; ownerId: string; territory: string | null }> {
  const territory = owner.territory ?? lead.territory;
  await ctx.tx.lead.update({
    where: { id: lead.id },
    data: {
      status: 'ACTIVE',
      ownerId: owner.id,
      territory,
      endedAt: null,
      endReason: null,
      // What is collected from now on has to be pseudonymised again one day.
      pseudonymizedAt: null,
      updatedAt: ctx.now,
      version: { increment: 1 },
    },
  });
  // Only now: who may own the lead may see what hangs on it.
  await ctx.tx.ownership.create({
    data: { id: newId(), leadId: lead.id, ownerId: owner.id, assignedAt: ctx.now },
  });
  await projectLeads(ctx, [lead.id]);
  return { id: lead.id, ownerId: owner.id, territory };
}

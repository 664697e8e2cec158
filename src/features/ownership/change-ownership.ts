import type { OwnershipEnd } from '../../domain/lead-status.js';
import type { User } from '../../platform/db/generated/prisma/client.js';
import { newId } from '../../platform/db/ids.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import type { OwnedLead } from '../leads/lock-lead.js';
import { projectLeads } from '../protection/project-leads.js';
import { passRemindersOn, settleOwnerships } from './settle-ownerships.js';

/**
 * Ends the current ownership of a locked lead now, with its dependent rows. The caller writes the new state of the
 * lead.
 */
export async function endOwnership(
  ctx: TxContext,
  lead: OwnedLead,
  reason: OwnershipEnd,
  successorId?: string,
): Promise<void> {
  const { ownership } = lead;
  const successor = successorId === undefined ? {} : { successorId };
  await settleOwnerships(ctx, [{ lead, ownership, reason, ...successor }]);
  await ctx.tx.ownership.update({
    where: { id: ownership.id, endedAt: null },
    // It may have begun while this waited for the lead.
    data: {
      endedAt: ownership.assignedAt > ctx.now ? ownership.assignedAt : ctx.now,
      endReason: reason,
    },
  });
}

/** A lead with a new owner. */
export interface StartedOwnership {
  /** Of the lead. */
  readonly id: string;
  readonly ownershipId: string;
  readonly ownerId: string;
  readonly territory: string | null;
  readonly expiresAt: Date | null;
}

/**
 * Begins a new ownership of a lead that has none, now, and makes the lead ACTIVE. Nothing of an earlier ownership
 * counts for it. Actors who no longer see the lead get an event.
 * @param lead as it was: an owner it had won or lost it
 * @param claimedAt when the owner took it out of the pool; null if it was given to them
 */
export async function startOwnership(
  ctx: TxContext,
  lead: { readonly id: string; readonly ownerId: string | null; readonly territory: string | null },
  owner: Pick<User, 'id' | 'territory'>,
  claimedAt: Date | null = null,
): Promise<StartedOwnership> {
  const territory = owner.territory ?? lead.territory;
  const ownershipId = newId();
  await ctx.tx.lead.update({
    where: { id: lead.id },
    data: {
      status: 'ACTIVE',
      ownerId: owner.id,
      territory,
      endedAt: null,
      endReason: null,
      // Data collected from now on has to be pseudonymised again one day.
      pseudonymizedAt: null,
      updatedAt: ctx.now,
      version: { increment: 1 },
    },
  });
  // Only now: an agent who may own the lead may see its dependent rows.
  await ctx.tx.ownership.create({
    data: { id: ownershipId, leadId: lead.id, ownerId: owner.id, assignedAt: ctx.now, claimedAt },
  });
  const projections = await projectLeads(ctx, [lead.id]);
  const expiresAt = projections.get(lead.id)?.expiresAt ?? null;
  const started = { id: lead.id, ownershipId, ownerId: owner.id, territory };
  await tellThoseLeft(ctx, lead, started);
  return { ...started, expiresAt: expiresAt === null ? null : new Date(expiresAt) };
}

/** Gives a locked lead under protection to another agent, with what passes on. */
export async function changeOwner(
  ctx: TxContext,
  lead: OwnedLead,
  owner: Pick<User, 'id' | 'territory'>,
): Promise<StartedOwnership> {
  await endOwnership(ctx, lead, 'REASSIGNED', owner.id);
  const started = await startOwnership(ctx, lead, owner);
  await passRemindersOn(ctx, lead.ownership, { id: started.ownershipId, ownerId: owner.id });
  return started;
}

/** The event of a lead is for those who see it then; those who saw it until then would keep it on their screens for ever. */
async function tellThoseLeft(
  ctx: TxContext,
  before: {
    readonly id: string;
    readonly ownerId: string | null;
    readonly territory: string | null;
  },
  after: Pick<StartedOwnership, 'ownerId' | 'territory'>,
): Promise<void> {
  const { id, territory } = before;
  const ownerId = before.ownerId === after.ownerId ? null : before.ownerId;
  if (ownerId === null && territory === after.territory) return;
  await appendLeadEvent(
    ctx,
    'LEAD_ACCESS_ENDED',
    { id, ownerId, territory },
    { reason: 'OWNER_CHANGED' },
  );
}

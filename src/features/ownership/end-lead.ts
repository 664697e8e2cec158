import { appendAudit } from '../../platform/audit/append-audit.js';
import { openPooled } from '../../platform/db/look-up.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { lockActiveLead } from '../leads/lock-lead.js';
import { endOwnership } from './change-ownership.js';
import { mailTaken } from './mail-hand-over.js';

/**
 * The ways in which a lead stops being ACTIVE by hand. A lead that goes to the pool has no owner; one that was
 * converted or lost keeps its last owner.
 */
const ENDINGS = {
  releaseLead: { status: 'RELEASED', keepsOwner: false, event: 'LEAD_RELEASED' },
  convertLead: { status: 'CONVERTED', keepsOwner: true, event: 'LEAD_CONVERTED' },
  markLeadLost: { status: 'LOST', keepsOwner: true, event: 'LEAD_LOST' },
} as const;

/**
 * Ends the protection of a lead, and with it the ownership; its dates stay as they were.
 * @throws ConflictError if the lead is not ACTIVE
 */
export async function endLead(
  ctx: VerbContext,
  verb: keyof typeof ENDINGS,
  { leadId, reason }: { leadId: string; reason: string | null },
): Promise<{ leadId: string }> {
  requireMay(ctx, verb);
  const { status, keepsOwner, event } = ENDINGS[verb];
  return inTransaction(ctx, async (ctx) => {
    const lead = await lockActiveLead(ctx, leadId, verb);
    const ownerId = keepsOwner ? lead.ownerId : null;
    await endOwnership(ctx, lead, status);
    if (!keepsOwner) await openPooled(ctx.tx, leadId);
    await ctx.tx.lead.update({
      where: { id: leadId },
      data: {
        status,
        endReason: status,
        endedAt: ctx.now,
        ownerId,
        updatedAt: ctx.now,
        version: { increment: 1 },
      },
    });
    await appendAudit(ctx, {
      action: verb,
      entity: 'Lead',
      entityId: leadId,
      leadId,
      before: { status: lead.status, ownerId: lead.ownerId },
      after: { status, ownerId, reason },
    });
    await appendLeadEvent(ctx, event, lead, { ownershipId: lead.ownership.id });
    const letter = { leadId, leads: [lead], reason, occasion: lead.ownership.id };
    await mailTaken(ctx, { ...letter, recipientId: lead.ownerId }, status);
    return { leadId };
  });
}

import { appendAudit } from '../audit/append-audit.js';
import { requireMay } from '../auth/may.js';
import { inTransaction, type VerbContext } from '../context.js';
import { appendLeadEvent } from './append-lead-event.js';
import { endOwnership } from './change-ownership.js';
import { lockActiveLead } from './lock-lead.js';

/** The ways in which a lead stops being ACTIVE by hand. */
const ENDINGS = {
  releaseLead: { status: 'RELEASED', event: 'LEAD_RELEASED' },
  convertLead: { status: 'CONVERTED', event: 'LEAD_CONVERTED' },
  markLeadLost: { status: 'LOST', event: 'LEAD_LOST' },
} as const;

/**
 * Ends the protection of a lead. It has no owner from then on; its dates stay as they were.
 * @throws ConflictError if the lead is not ACTIVE
 */
export async function endLead(
  ctx: VerbContext,
  verb: keyof typeof ENDINGS,
  { leadId, reason }: { leadId: string; reason: string | null },
): Promise<{ leadId: string }> {
  requireMay(ctx, verb);
  const { status, event } = ENDINGS[verb];
  return inTransaction(ctx, async (tx) => {
    const lead = await lockActiveLead(tx, leadId);
    await endOwnership(tx, lead, status);
    await tx.tx.lead.update({
      where: { id: leadId },
      data: {
        status,
        endReason: status,
        endedAt: ctx.now,
        ownerId: null,
        updatedAt: ctx.now,
        version: { increment: 1 },
      },
    });
    await appendAudit(tx, {
      action: verb,
      entity: 'Lead',
      entityId: leadId,
      leadId,
      before: { status: lead.status, ownerId: lead.ownerId },
      after: { status, ownerId: null, reason },
    });
    await appendLeadEvent(tx, event, lead, { ownershipId: lead.ownership.id });
    return { leadId };
  });
}

import { z } from 'zod';
import { appendAudit } from '../audit/append-audit.js';
import { isImpartial, requireMay } from '../auth/may.js';
import { inTransaction, type VerbContext } from '../context.js';
import { ConflictError, ForbiddenError } from '../errors.js';
import { idInput, optionalText, parseInput } from '../parse-input.js';
import { appendLeadEvent } from './append-lead-event.js';
import { startOwnership } from './change-ownership.js';
import { findOwner } from './find-owner.js';
import { refuseProtected } from './find-protected.js';
import { lockLead } from './lock-lead.js';
import { mailAssigned } from './mail-hand-over.js';

export const reopenLeadInput = z.object({
  leadId: idInput,
  /** Left out: whoever owned it last. */
  ownerId: idInput.nullish(),
  reason: optionalText(1_000),
});

export type ReopenLeadInput = z.input<typeof reopenLeadInput>;

/**
 * A manager takes up a lead again that was ended; its protection begins anew.
 * @throws ForbiddenError if a manager gives a lead that was theirs back to themselves
 * @throws ConflictError if it is ACTIVE, or the company is protected for somebody else meanwhile
 */
export async function reopenLead(
  ctx: VerbContext,
  input: ReopenLeadInput,
): Promise<{ leadId: string }> {
  requireMay(ctx, 'reopenLead');
  const { leadId, ownerId, reason } = parseInput(reopenLeadInput, input);
  return inTransaction(ctx, async (tx) => {
    const lead = await lockLead(tx, leadId, 'reopenLead');
    if (lead.status === 'ACTIVE')
      throw new ConflictError('The lead is ACTIVE already.', 'LEAD_ACTIVE');
    const last = await tx.tx.ownership.findFirst({
      where: { leadId },
      orderBy: [{ endedAt: 'desc' }, { assignedAt: 'desc' }],
    });
    const owner = await findOwner(tx, ownerId ?? last?.ownerId ?? null);
    if (owner.id === last?.ownerId && !isImpartial(tx.actor, owner.id)) {
      throw new ForbiddenError('The lead was yours; giving it back to you is for another manager.');
    }
    const contacts = await tx.tx.contact.findMany({ where: { leadId } });
    await refuseProtected(tx, { ...lead, contacts });
    const reopened = await startOwnership(tx, lead, owner);
    await appendAudit(tx, {
      action: 'reopenLead',
      entity: 'Lead',
      entityId: leadId,
      leadId,
      before: { status: lead.status, ownerId: lead.ownerId },
      after: { status: 'ACTIVE', ownerId: owner.id, reason },
    });
    await appendLeadEvent(tx, 'LEAD_REOPENED', reopened, { ownerId: owner.id, from: lead.status });
    await mailAssigned(tx, {
      recipientId: owner.id,
      leads: [{ ...lead, ...reopened }],
      leadId,
      occasion: reopened.ownershipId,
      reason,
    });
    return { leadId };
  });
}

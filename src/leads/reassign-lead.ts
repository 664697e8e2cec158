import { z } from 'zod';
import { appendAudit } from '../audit/append-audit.js';
import { requireMay } from '../auth/may.js';
import { inTransaction, type VerbContext } from '../context.js';
import { ValidationError } from '../errors.js';
import { idInput, optionalText, parseInput } from '../parse-input.js';
import { appendLeadEvent } from './append-lead-event.js';
import { endOwnership, startOwnership } from './change-ownership.js';
import { findOwner } from './find-owner.js';
import { lockActiveLead } from './lock-lead.js';
import { requireRoomFor } from './owner-limits.js';

export const reassignLeadInput = z.object({
  leadId: idInput,
  ownerId: idInput,
  reason: optionalText(1_000),
});

export type ReassignLeadInput = z.input<typeof reassignLeadInput>;

/**
 * A manager gives a lead to another agent, for whom its protection begins anew.
 * @throws ConflictError if the lead is not ACTIVE, or a limit forbids it
 */
export async function reassignLead(
  ctx: VerbContext,
  input: ReassignLeadInput,
): Promise<{ leadId: string }> {
  requireMay(ctx, 'reassignLead');
  const { leadId, ownerId, reason } = parseInput(reassignLeadInput, input);
  return inTransaction(ctx, async (tx) => {
    const lead = await lockActiveLead(tx, leadId, 'reassignLead');
    if (lead.ownerId === ownerId) {
      const message = `${JSON.stringify(ownerId)} owns the lead already, allowed is another agent`;
      throw new ValidationError([{ path: 'ownerId', message }]);
    }
    const owner = await findOwner(tx, ownerId);
    await requireRoomFor(tx, { ownerId, formerLeadIds: [leadId] });
    await endOwnership(tx, lead, 'REASSIGNED');
    const reassigned = await startOwnership(tx, lead, owner);
    await appendAudit(tx, {
      action: 'reassignLead',
      entity: 'Lead',
      entityId: leadId,
      leadId,
      before: { ownerId: lead.ownerId },
      after: { ownerId, reason },
    });
    await appendLeadEvent(tx, 'LEAD_REASSIGNED', reassigned, {
      ownerId,
      formerOwnerId: lead.ownerId,
    });
    return { leadId };
  });
}

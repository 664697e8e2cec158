import { z } from 'zod';
import { appendAudit } from '../audit/append-audit.js';
import { requireMay } from '../auth/may.js';
import { inTransaction, type VerbContext } from '../context.js';
import { ValidationError } from '../errors.js';
import { globalIdOf } from '../global-id.js';
import { idInput, optionalText, parseInput } from '../parse-input.js';
import { appendLeadEvent } from './append-lead-event.js';
import { changeOwner } from './change-ownership.js';
import { findOwner } from './find-owner.js';
import { lockActiveLead } from './lock-lead.js';
import { mailAssigned, mailTaken } from './mail-hand-over.js';
import { requireRoomFor } from './owner-limits.js';

export const reassignLeadInput = z.object({
  leadId: idInput,
  ownerId: idInput,
  reason: optionalText(1_000),
});

export type ReassignLeadInput = z.input<typeof reassignLeadInput>;

/**
 * A manager gives a lead to another agent, for whom its protection begins anew; both are told.
 * @param options `tellsByMail` is false where the caller tells them, of all their leads at once
 * @throws ConflictError if the lead is not ACTIVE, or a limit forbids it
 */
export async function reassignLead(
  ctx: VerbContext,
  input: ReassignLeadInput,
  { tellsByMail = true } = {},
): Promise<{ leadId: string }> {
  requireMay(ctx, 'reassignLead');
  const { leadId, ownerId, reason } = parseInput(ctx, reassignLeadInput, input);
  return inTransaction(ctx, async (tx) => {
    const lead = await lockActiveLead(tx, leadId, 'reassignLead');
    if (lead.ownerId === ownerId) {
      const message = `${JSON.stringify(globalIdOf('User', ownerId))} owns the lead already, allowed is another agent`;
      throw new ValidationError([{ path: 'ownerId', message }]);
    }
    const owner = await findOwner(tx, ownerId);
    await requireRoomFor(tx, { ownerId, formerLeadIds: [leadId] });
    const reassigned = await changeOwner(tx, lead, owner);
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
    if (tellsByMail) {
      const letter = { leadId, leads: [{ ...lead, ...reassigned }], reason };
      const occasion = reassigned.ownershipId;
      await mailTaken(tx, { ...letter, recipientId: lead.ownerId, occasion }, 'REASSIGNED');
      await mailAssigned(tx, { ...letter, recipientId: ownerId, occasion });
    }
    return { leadId };
  });
}

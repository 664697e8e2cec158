import { z } from 'zod';
import { ValidationError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, optionalText, parseInput } from '../../platform/verbs/parse-input.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { findOwner } from '../leads/find-owner.js';
import { lockActiveLead } from '../leads/lock-lead.js';
import { changeOwner } from './change-ownership.js';
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
    await requireRoomFor(tx, {
      ownerId,
      formerLeadIds: [leadId],
      claimedAt: null,
      given: true,
    });
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

import { z } from 'zod';
import { ConflictError, ForbiddenError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { isImpartial, requireMay } from '../../platform/identity/may.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, optionalText, parseInput } from '../../platform/verbs/parse-input.js';
import { passGate } from '../conflicts/gate.js';
import { questionOf } from '../conflicts/match-keys.js';
import { recordingRefusal } from '../conflicts/record-checks.js';
import { recordOverride } from '../conflicts/record-conflicts.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { findOwner } from '../leads/find-owner.js';
import { lockLead } from '../leads/lock-lead.js';
import { requireVisible } from '../leads/require-visible.js';
import { startOwnership } from './change-ownership.js';
import { mailAssigned } from './mail-hand-over.js';
import { requireRoomFor } from './owner-limits.js';

export const reopenLeadInput = z.object({
  leadId: idInput,
  /** Left out: the agent who owned it last. */
  ownerId: idInput.nullish(),
  reason: optionalText(1_000),
  /** Why it is another company than the one under protection that it resembles. */
  overrideReason: optionalText(500),
});

export type ReopenLeadInput = z.input<typeof reopenLeadInput>;

/**
 * A manager takes up a lead again that was ended; its protection begins anew.
 * @throws ForbiddenError if a manager gives a lead that was theirs back to themselves
 * @throws ConflictError if it is ACTIVE, a limit forbids it, or the company is protected for another
 * agent or a customer meanwhile
 * @throws ValidationError if it may be one of those and no `overrideReason` is given
 */
export async function reopenLead(
  ctx: VerbContext,
  input: ReopenLeadInput,
  keyRing: KeyRing | null = null,
): Promise<{ leadId: string }> {
  requireMay(ctx, 'reopenLead');
  const { leadId, ownerId, reason, overrideReason } = parseInput(ctx, reopenLeadInput, input);
  return recordingRefusal(ctx, 'reopenLead', keyRing, () =>
    inTransaction(ctx, async (ctx) => {
      await requireVisible(ctx, leadId);
      // The owner before the lead: a claim takes them in this order as well.
      const lastOwnerId = await lastOwnerOf(ctx, leadId);
      const owner = await findOwner(ctx, ownerId ?? lastOwnerId);
      const lead = await lockLead(ctx, leadId, 'reopenLead');
      if (lead.status === 'ACTIVE')
        throw new ConflictError('The lead is ACTIVE already.', 'LEAD_ACTIVE');
      if (owner.id === lastOwnerId && !isImpartial(ctx.actor, owner.id)) {
        throw new ForbiddenError(
          'The lead was yours; giving it back to you is for another manager.',
        );
      }
      const contacts = await ctx.tx.contact.findMany({ where: { leadId } });
      const question = { ...questionOf({ ...lead, contacts }, leadId), comesBack: true };
      const passed = await passGate(ctx, question, keyRing, overrideReason);
      const formerLeadIds = [leadId, ...passed.former.map(({ id }) => id), ...passed.resembled];
      await requireRoomFor(ctx, { ownerId: owner.id, formerLeadIds, claimedAt: null, given: true });
      const reopened = await startOwnership(ctx, lead, owner);
      await recordOverride(ctx, 'reopenLead', leadId, passed);
      await appendAudit(ctx, {
        action: 'reopenLead',
        entity: 'Lead',
        entityId: leadId,
        leadId,
        before: { status: lead.status, ownerId: lead.ownerId },
        after: {
          status: 'ACTIVE',
          ownerId: owner.id,
          reason,
          overrideReason: passed.overrideReason,
        },
      });
      await appendLeadEvent(ctx, 'LEAD_REOPENED', reopened, {
        ownerId: owner.id,
        from: lead.status,
        ...(passed.overrideReason ? { resembles: true } : {}),
      });
      await mailAssigned(ctx, {
        recipientId: owner.id,
        leads: [{ ...lead, ...reopened }],
        leadId,
        occasion: reopened.ownershipId,
        reason,
      });
      return { leadId };
    }),
  );
}

async function lastOwnerOf({ tx }: TxContext, leadId: string): Promise<string | null> {
  const last = await tx.ownership.findFirst({
    where: { leadId },
    orderBy: [{ endedAt: 'desc' }, { assignedAt: 'desc' }],
  });
  return last?.ownerId ?? null;
}

import { z } from 'zod';
import { ConflictError, ForbiddenError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { isImpartial, requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { projectLeads } from '../protection/project-leads.js';
import { settleHoldReminders, settleHolds } from '../protection/turn-holds.js';
import { lockHold, refuseEnded } from './lock-hold.js';

export const confirmHoldInput = z.object({ holdId: idInput });

export type ConfirmHoldInput = z.input<typeof confirmHoldInput>;

/**
 * A manager lets an agent's open-ended hold go on: it no longer ends by itself, only by `endHold`.
 * @throws ForbiddenError if it is a lead of their own
 * @throws ConflictError if it has ended, or ends by itself no more
 */
export async function confirmHold(
  ctx: VerbContext,
  input: ConfirmHoldInput,
): Promise<{ holdId: string; leadId: string }> {
  requireMay(ctx, 'confirmHold');
  const { holdId } = parseInput(ctx, confirmHoldInput, input);
  return inTransaction(ctx, async (ctx) => {
    const { hold, lead } = await lockHold(ctx, holdId, 'confirmHold');
    if (!isImpartial(ctx.actor, lead.ownerId)) {
      throw new ForbiddenError('A hold on a lead of one’s own is confirmed by another manager.');
    }
    refuseEnded(hold, ctx.now);
    if (hold.endsBy === null) {
      const end = hold.endAt?.toISOString() ?? 'nowhere';
      throw new ConflictError(
        `The hold ${globalIdOf('Hold', holdId)} ends at ${end}, allowed is to confirm one that would end by itself.`,
        'HOLD_CONFIRMED',
      );
    }
    await settleHolds(ctx, [lead]);
    await ctx.tx.hold.update({
      where: { id: holdId },
      data: { endsBy: null, confirmedAt: ctx.now, confirmedById: ctx.actor.id },
    });
    await settleHoldReminders(ctx, [holdId]);
    await projectLeads(ctx, [lead.id], { touch: true });
    await appendAudit(ctx, {
      action: 'confirmHold',
      entity: 'Hold',
      entityId: holdId,
      leadId: lead.id,
      before: { endsBy: hold.endsBy },
      after: { endsBy: null },
    });
    await appendLeadEvent(ctx, 'HOLD_CONFIRMED', lead, { holdId, reason: hold.reason });
    return { holdId, leadId: lead.id };
  });
}

import { z } from 'zod';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput, requiredText } from '../../platform/verbs/parse-input.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { endsByChange } from '../protection/ends-by-change.js';
import { projectLeads } from '../protection/project-leads.js';
import { settleHoldReminders, settleHolds } from '../protection/turn-holds.js';
import { lockHold } from './lock-hold.js';
import { runningHolds } from './running-holds.js';

export const voidHoldInput = z.object({
  holdId: idInput,
  reason: requiredText(1000),
  confirmEnd: z.boolean().nullish(),
});

export type VoidHoldInput = z.input<typeof voidHoldInput>;

/**
 * Declares a hold void: it stays on record, but the clock runs as if it had never been.
 * @throws ConflictError if it is void already, or the protection would be over by it without a manager's `confirmEnd`
 */
export async function voidHold(
  ctx: VerbContext,
  input: VoidHoldInput,
): Promise<{ holdId: string; leadId: string; stillRunning: string[] }> {
  requireMay(ctx, 'voidHold');
  const { holdId, reason, confirmEnd } = parseInput(ctx, voidHoldInput, input);
  return inTransaction(ctx, async (ctx) => {
    const { hold, lead } = await lockHold(ctx, holdId, 'voidHold');
    await settleHolds(ctx, [lead], holdId);
    await ctx.tx.hold.update({
      where: { id: holdId },
      data: { voidedAt: ctx.now, voidReason: reason },
    });
    await settleHoldReminders(ctx, [holdId]);
    const projections = await projectLeads(ctx, [lead.id], { touch: true });
    const endsProtectionAt = endsByChange(ctx, lead, projections.get(lead.id), confirmEnd ?? false);
    await appendAudit(ctx, {
      action: 'voidHold',
      entity: 'Hold',
      entityId: holdId,
      leadId: lead.id,
      before: { startAt: hold.startAt, endAt: hold.endAt },
      after: { voidedAt: ctx.now, reason },
    });
    await appendLeadEvent(ctx, 'HOLD_VOIDED', lead, {
      holdId,
      reason: hold.reason,
      endsProtectionAt: endsProtectionAt?.toISOString() ?? null,
    });
    return { holdId, leadId: lead.id, stillRunning: await runningHolds(ctx, lead.id) };
  });
}

import { z } from 'zod';
import { ConflictError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { projectLeads } from '../protection/project-leads.js';
import { settleHoldReminders, settleHolds } from '../protection/turn-holds.js';
import { lockHold, refuseEnded } from './lock-hold.js';
import { runningHolds } from './running-holds.js';

export const endHoldInput = z.object({ holdId: idInput });

export type EndHoldInput = z.input<typeof endHoldInput>;

/**
 * Lets the clock run again from now on, unless another hold stops it.
 * @throws ConflictError if the hold does not run: it has ended, is void, or has not begun
 */
export async function endHold(
  ctx: VerbContext,
  input: EndHoldInput,
): Promise<{ holdId: string; leadId: string; stillRunning: string[] }> {
  requireMay(ctx, 'endHold');
  const { holdId } = parseInput(ctx, endHoldInput, input);
  return inTransaction(ctx, async (ctx) => {
    const { hold, lead } = await lockHold(ctx, holdId, 'endHold');
    refuseEnded(hold, ctx.now);
    if (hold.startAt >= ctx.now) {
      throw new ConflictError(
        `The hold ${globalIdOf('Hold', holdId)} begins at ${hold.startAt.toISOString()}, allowed is to end it after that; before, it can be declared void.`,
        'HOLD_NOT_BEGUN',
      );
    }
    await settleHolds(ctx, [lead]);
    await ctx.tx.hold.update({ where: { id: holdId }, data: { endAt: ctx.now } });
    await settleHoldReminders(ctx, [holdId]);
    await projectLeads(ctx, [lead.id], { touch: true });
    await appendAudit(ctx, {
      action: 'endHold',
      entity: 'Hold',
      entityId: holdId,
      leadId: lead.id,
      before: { endAt: hold.endAt },
      after: { endAt: ctx.now },
    });
    await appendLeadEvent(ctx, 'HOLD_ENDED', lead, {
      holdId,
      reason: hold.reason,
      startAt: hold.startAt.toISOString(),
      endAt: ctx.now.toISOString(),
      cause: 'BY_HAND',
    });
    return { holdId, leadId: lead.id, stillRunning: await runningHolds(ctx, lead.id) };
  });
}

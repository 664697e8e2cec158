import { z } from 'zod';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput, requiredText } from '../../platform/verbs/parse-input.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { endsByChange } from '../protection/ends-by-change.js';
import { settleHolds } from '../protection/turn-holds.js';
import { lockActivity } from './lock-activity.js';
import { reprojectActivities } from './reproject-activities.js';

export const voidActivityInput = z.object({
  activityId: idInput,
  reason: requiredText(1000),
  confirmEnd: z.boolean().nullish(),
});

export type VoidActivityInput = z.input<typeof voidActivityInput>;

/**
 * Declares an activity void: it stays on record but does not count any more.
 * @throws ConflictError if it is void already, the protection that it counts for is over, or would be by it without a
 * manager's `confirmEnd`
 */
export async function voidActivity(
  ctx: VerbContext,
  input: VoidActivityInput,
): Promise<{ activityId: string; leadId: string }> {
  requireMay(ctx, 'voidActivity');
  const { activityId, reason, confirmEnd } = parseInput(ctx, voidActivityInput, input);
  return inTransaction(ctx, async (ctx) => {
    const { activity, lead } = await lockActivity(ctx, activityId, 'voidActivity');
    await ctx.tx.activity.update({
      where: { id: activityId },
      data: { voidedAt: ctx.now, voidReason: reason, version: { increment: 1 } },
    });
    await settleHolds(ctx, [lead]);
    const { projection } = await reprojectActivities(ctx, lead);
    const endsProtectionAt =
      activity.ownership.endedAt === null
        ? endsByChange(ctx, lead, projection, confirmEnd ?? false)
        : null;
    await appendAudit(ctx, {
      action: 'voidActivity',
      entity: 'Activity',
      entityId: activityId,
      leadId: lead.id,
      before: { kind: activity.kind, performedAt: activity.performedAt },
      after: { voidedAt: ctx.now, reason },
    });
    await appendLeadEvent(ctx, 'ACTIVITY_VOIDED', lead, {
      activityId,
      kind: activity.kind,
      endsProtectionAt: endsProtectionAt?.toISOString() ?? null,
    });
    return { activityId, leadId: lead.id };
  });
}

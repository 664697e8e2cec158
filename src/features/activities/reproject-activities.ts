import type { ProtectionProjection } from '../../domain/clock.js';
import type { Lead } from '../../platform/db/generated/prisma/client.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { projectLeads } from '../protection/project-leads.js';

/**
 * Projects a lead anew after its activities have changed. `before` is the lead before the change. Returns the new
 * dates, and whether the change re-activated a protection that had been warned or was in grace; if so a new window
 * has begun, which `announceReactivation` records.
 */
export async function reprojectActivities(
  ctx: TxContext,
  before: Lead,
): Promise<{ reactivatedAt: Date | null; projection: ProtectionProjection | undefined }> {
  const projections = await projectLeads(ctx, [before.id], { touch: true });
  const { progressAnchor } = await ctx.tx.lead.findUniqueOrThrow({
    where: { id: before.id },
    select: { progressAnchor: true },
  });
  const wasRunningOut =
    before.warnedAt !== null ||
    (before.progressDeadline !== null && before.progressDeadline <= ctx.now);
  const moved =
    progressAnchor !== null &&
    before.progressAnchor !== null &&
    progressAnchor > before.progressAnchor;
  return {
    reactivatedAt: before.status === 'ACTIVE' && wasRunningOut && moved ? progressAnchor : null,
    projection: projections.get(before.id),
  };
}

/** Follows the event of the activity that was the cause. */
export async function announceReactivation(
  ctx: TxContext,
  lead: Lead,
  activityId: string,
  reactivatedAt: Date | null,
): Promise<void> {
  if (!reactivatedAt) return;
  await appendLeadEvent(ctx, 'PROTECTION_REACTIVATED', lead, {
    activityId,
    progressAnchor: reactivatedAt.toISOString(),
  });
}

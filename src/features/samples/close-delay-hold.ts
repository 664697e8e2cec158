import { appendAudit } from '../../platform/audit/append-audit.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { unendedAt } from '../holds/unended.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { projectLeads } from '../protection/project-leads.js';
import { settleHolds } from '../protection/turn-holds.js';
import type { LockedSample } from './lock-sample.js';

/** Ends the hold that the sample's delay opened, if it still runs. */
export async function closeDelayHold(
  ctx: TxContext,
  { lead, sample }: LockedSample,
): Promise<void> {
  if (sample.delayHoldId === null) return;
  const hold = await ctx.tx.hold.findFirst({
    where: { id: sample.delayHoldId, voidedAt: null, ...unendedAt(ctx.now) },
  });
  if (!hold) return;
  // A hold of no length is none; this one may have been opened in this very millisecond.
  const endAt = new Date(Math.max(ctx.now.getTime(), hold.startAt.getTime() + 1));
  await settleHolds(ctx, [lead]);
  await ctx.tx.hold.update({ where: { id: hold.id }, data: { endAt } });
  await projectLeads(ctx, [lead.id], { touch: true });
  await appendAudit(ctx, {
    action: 'closeDelayHold',
    entity: 'Hold',
    entityId: hold.id,
    leadId: lead.id,
    before: { endAt: hold.endAt },
    after: { endAt },
  });
  await appendLeadEvent(ctx, 'HOLD_ENDED', lead, {
    holdId: hold.id,
    reason: hold.reason,
    startAt: hold.startAt.toISOString(),
    endAt: endAt.toISOString(),
    cause: 'SHIPPED',
  });
}

import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { appendEvent } from '../../platform/events/append-event.js';
import type { TxContext } from '../../platform/verbs/context.js';

export interface NewHandOver {
  readonly toId: string;
  readonly reason: string | null;
  /** At least one. */
  readonly leadIds: readonly string[];
}

/** Stores a hand-over of leads to another agent; the worker carries it out in batches. */
export async function startHandOver(
  ctx: TxContext,
  { toId, reason, leadIds }: NewHandOver,
): Promise<{ handOverId: string }> {
  const id = newId();
  const total = leadIds.length;
  await ctx.tx.handOver.create({
    data: { id, requestedById: ctx.actor.id, toId, reason, total, createdAt: ctx.now },
  });
  await ctx.tx.$executeRaw`
    INSERT INTO hand_over_lead (hand_over_id, lead_id)
    SELECT ${id}::uuid, lead_id FROM unnest(${[...leadIds]}::uuid[]) AS lead_id`;
  await appendAudit(ctx, {
    action: 'reassignLeads',
    entity: 'HandOver',
    entityId: id,
    after: { ownerId: toId, reason, total },
  });
  await appendEvent(ctx, {
    type: 'HAND_OVER_PROGRESSED',
    payload: { handOverId: id, status: 'RUNNING', total, reassigned: 0, skipped: 0 },
  });
  return { handOverId: id };
}

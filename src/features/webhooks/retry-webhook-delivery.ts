import { ConflictError, NotFoundError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { lockWebhook } from './lock-webhook.js';
import { visibleDeliveries } from './visible-webhooks.js';

/**
 * Makes a dead letter due at once, with all its attempts before it; it is sent beside the order of the log.
 * @throws ConflictError if it is no dead letter
 */
export async function retryWebhookDelivery(
  ctx: VerbContext,
  { deliveryId }: { deliveryId: string },
): Promise<{ id: string }> {
  requireMay(ctx, 'retryWebhookDelivery');
  return inTransaction(ctx, async (ctx) => {
    const { tx, now } = ctx;
    const where = { id: deliveryId, AND: [visibleDeliveries(ctx.actor)] };
    const known = await tx.webhookDelivery.findFirst({ where });
    if (!known) throw new NotFoundError('WebhookDelivery', deliveryId);
    await lockWebhook(ctx, known.webhookId);
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: deliveryId, status: 'DEAD', eventId: { not: null } },
      data: { status: 'PENDING', aside: true, attempts: 0, nextAttemptAt: now, settledAt: null },
    });
    if (count === 0) {
      throw new ConflictError(
        `The delivery is ${known.eventId === null ? 'a test' : 'not DEAD'}; only a dead letter can be retried.`,
        'DELIVERY_NOT_DEAD',
      );
    }
    await appendAudit(ctx, {
      action: 'retryWebhookDelivery',
      entity: 'WebhookDelivery',
      entityId: deliveryId,
      before: { status: 'DEAD', attempts: known.attempts },
      after: { status: 'PENDING', attempts: 0 },
    });
    return { id: deliveryId };
  });
}

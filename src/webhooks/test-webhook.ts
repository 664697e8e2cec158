import { appendAudit } from '../audit/append-audit.js';
import { requireMay } from '../auth/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../context.js';
import { newId } from '../db/ids.js';
import { once } from '../idempotency/once.js';
import { PING } from './delivery-body.js';
import { lockWebhook } from './lock-webhook.js';

/** Sends a `ping` to an endpoint, once, also to one that is paused. What comes of it its delivery tells. */
export async function testWebhook(
  ctx: VerbContext,
  { webhookId }: { webhookId: string },
): Promise<{ id: string }> {
  requireMay(ctx, 'testWebhook');
  const test = async (ctx: TxContext) => {
    const { tx, now } = ctx;
    await lockWebhook(ctx, webhookId);
    const id = newId();
    await tx.webhookDelivery.create({
      data: {
        ...{ id, webhookId, type: PING, aside: true, nextAttemptAt: now, createdAt: now },
        messageId: `ping_${id.replaceAll('-', '')}`,
      },
    });
    await appendAudit(ctx, {
      action: 'testWebhook',
      entity: 'Webhook',
      entityId: webhookId,
      after: { deliveryId: id },
    });
    return { id };
  };
  return inTransaction(ctx, (ctx) => once(ctx, 'testWebhook', null, { webhookId }, test));
}

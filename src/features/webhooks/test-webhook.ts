import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { once } from '../../platform/verbs/once.js';
import { PING } from './delivery-body.js';
import { lockWebhook } from './lock-webhook.js';

/** Sends a `ping` to an endpoint, once, also to one that is paused. The delivery shows the outcome. */
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
        id,
        webhookId,
        type: PING,
        aside: true,
        nextAttemptAt: now,
        createdAt: now,
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
  return inTransaction(ctx, (ctx) =>
    once(ctx, { verb: 'testWebhook', key: null, input: { webhookId }, run: test }),
  );
}

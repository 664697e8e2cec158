import { ConflictError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { announceWebhook } from './announce-webhook.js';
import { lockWebhook } from './lock-webhook.js';

/**
 * Pauses an endpoint: only tests are sent until it is resumed; an attempt under way ends. It keeps its position.
 * @throws ConflictError unless it is active
 */
export async function pauseWebhook(
  ctx: VerbContext,
  { webhookId }: { webhookId: string },
): Promise<{ id: string }> {
  requireMay(ctx, 'pauseWebhook');
  return inTransaction(ctx, async (ctx) => {
    const { status } = await lockWebhook(ctx, webhookId);
    if (status !== 'ACTIVE')
      throw new ConflictError(`The webhook is ${status}, not ACTIVE.`, 'WEBHOOK_NOT_ACTIVE');
    await ctx.tx.webhook.update({
      where: { id: webhookId },
      data: { status: 'PAUSED', version: { increment: 1 } },
    });
    await appendAudit(ctx, {
      action: 'pauseWebhook',
      entity: 'Webhook',
      entityId: webhookId,
      before: { status },
      after: { status: 'PAUSED' },
    });
    await announceWebhook(ctx, webhookId, 'PAUSED');
    return { id: webhookId };
  });
}

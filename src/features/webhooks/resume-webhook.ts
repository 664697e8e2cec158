import { ConflictError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { readLogState } from '../../platform/events/read-log.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { announceWebhook } from './announce-webhook.js';
import { endpointReader } from './endpoint-reader.js';
import { lockWebhook } from './lock-webhook.js';

/**
 * Sends again to an endpoint that was paused or disabled, at once and from where it stopped.
 * @throws ConflictError if it is active, its user is not, or its next event is no longer in the log
 */
export async function resumeWebhook(
  ctx: VerbContext,
  { webhookId }: { webhookId: string },
): Promise<{ id: string }> {
  requireMay(ctx, 'resumeWebhook');
  return inTransaction(ctx, async (ctx) => {
    const { tx } = ctx;
    const webhook = await lockWebhook(ctx, webhookId);
    const { status, disabledReason } = webhook;
    if (status === 'ACTIVE')
      throw new ConflictError('The webhook is ACTIVE already.', 'WEBHOOK_ACTIVE');
    if (!(await endpointReader(tx, webhook.userId))) {
      throw new ConflictError('The user of the webhook is not active.', 'USER_UNFIT');
    }
    const log = await readLogState(tx);
    if (webhook.epoch !== log.epoch || log.firstPosition - 1 > Number(webhook.position)) {
      throw new ConflictError(
        'The events that come next for the webhook are no longer kept. Replay it from a cursor that is, then resume it.',
        'EVENTS_NOT_KEPT',
      );
    }
    await tx.webhook.update({
      where: { id: webhookId },
      data: {
        status: 'ACTIVE',
        disabledReason: null,
        nextAttemptAt: ctx.now,
        version: { increment: 1 },
      },
    });
    await appendAudit(ctx, {
      action: 'resumeWebhook',
      entity: 'Webhook',
      entityId: webhookId,
      before: { status, disabledReason },
      after: { status: 'ACTIVE', disabledReason: null },
    });
    await announceWebhook(ctx, webhookId, 'RESUMED');
    return { id: webhookId };
  });
}

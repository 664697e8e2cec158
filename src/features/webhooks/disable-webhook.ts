import { appendAudit } from '../../platform/audit/append-audit.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { announceWebhook } from './announce-webhook.js';

/** Reasons for which an endpoint is disabled. */
export type DisabledReason = 'GONE' | 'USER_INACTIVE' | 'CURSOR_EXPIRED';

/** Stops the sending until an admin resumes it. Its next events wait. */
export async function disableWebhook(
  ctx: TxContext,
  webhookId: string,
  disabledReason: DisabledReason,
): Promise<void> {
  const { count } = await ctx.tx.webhook.updateMany({
    where: { id: webhookId, status: 'ACTIVE' },
    data: { status: 'DISABLED', disabledReason, version: { increment: 1 } },
  });
  if (count === 0) return;
  await appendAudit(ctx, {
    action: 'disableWebhook',
    entity: 'Webhook',
    entityId: webhookId,
    before: { status: 'ACTIVE' },
    after: { status: 'DISABLED', disabledReason },
  });
  await announceWebhook(ctx, webhookId, 'DISABLED', { reason: disabledReason });
}

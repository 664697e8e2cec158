import { appendAudit } from '../../platform/audit/append-audit.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { announceWebhook } from './announce-webhook.js';

/** Why an endpoint was disabled. */
export type DisabledReason = 'GONE' | 'USER_INACTIVE' | 'CURSOR_EXPIRED';

/** Ends the sending until an admin resumes it. What it was about to be told waits. */
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

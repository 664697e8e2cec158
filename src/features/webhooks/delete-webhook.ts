import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { announceWebhook } from './announce-webhook.js';
import { lockWebhook } from './lock-webhook.js';

/** Ends an endpoint for good, with its secrets and its delivery log. The audit trail keeps its last state. */
export async function deleteWebhook(
  ctx: VerbContext,
  { webhookId }: { webhookId: string },
): Promise<{ id: string }> {
  requireMay(ctx, 'deleteWebhook');
  return inTransaction(ctx, async (ctx) => {
    const { userId, name, url, types, leadId, status } = await lockWebhook(ctx, webhookId);
    await ctx.tx.webhook.deleteMany({ where: { id: webhookId } });
    await appendAudit(ctx, {
      action: 'deleteWebhook',
      entity: 'Webhook',
      entityId: webhookId,
      before: { userId, name, url, types, onlyLeadId: leadId, status },
    });
    await announceWebhook(ctx, webhookId, 'DELETED');
    return { id: webhookId };
  });
}

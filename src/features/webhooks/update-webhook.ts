import { z } from 'zod';
import { NotFoundError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import type { Webhook } from '../../platform/db/generated/prisma/client.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput, requiredLine } from '../../platform/verbs/parse-input.js';
import { requireVersion } from '../../platform/verbs/require-version.js';
import { announceWebhook } from './announce-webhook.js';
import { lockWebhook } from './lock-webhook.js';
import { requirePublicUrl, typesInput, urlInput, type WebhookServices } from './webhook-input.js';

/** A field that is left out stays as it is. The user whose sight the endpoint has cannot be changed. */
export const updateWebhookInput = z.object({
  webhookId: idInput,
  /** The version that was read before; if it has another one now, nothing is changed. */
  expectedVersion: z.number().int().positive().nullish(),
  name: requiredLine(100).nullish(),
  url: urlInput.nullish(),
  /** Null is all types. */
  types: typesInput.nullable().optional(),
  /** Null is any lead. */
  leadId: idInput.nullable().optional(),
});

export type UpdateWebhookInput = z.input<typeof updateWebhookInput>;
type Changes = Partial<Pick<Webhook, 'name' | 'url' | 'types' | 'leadId'>>;

/**
 * Changes an endpoint; events not yet sent follow the new values.
 * @throws ConflictError if it was changed since `expectedVersion`
 */
export async function updateWebhook(
  ctx: VerbContext,
  input: UpdateWebhookInput,
  { outbound }: WebhookServices,
): Promise<{ id: string }> {
  requireMay(ctx, 'updateWebhook');
  const { webhookId, expectedVersion, name, url, types, leadId } = parseInput(
    ctx,
    updateWebhookInput,
    input,
  );
  if (url != null) await requirePublicUrl(outbound, url);
  const wanted: Changes = {
    ...(name == null ? {} : { name }),
    ...(url == null ? {} : { url }),
    ...(types === undefined ? {} : { types: types ?? [] }),
    ...(leadId === undefined ? {} : { leadId }),
  };
  return inTransaction(ctx, async (ctx) => {
    const webhook = await lockWebhook(ctx, webhookId);
    requireVersion('webhook', webhook.version, expectedVersion ?? null);
    if (
      leadId &&
      !(await ctx.tx.lead.findUnique({ where: { id: leadId }, select: { id: true } }))
    ) {
      throw new NotFoundError('Lead', leadId);
    }
    const fields = (Object.keys(wanted) as (keyof Changes)[]).filter(
      (field) => String(webhook[field]) !== String(wanted[field]),
    );
    if (fields.length === 0) return { id: webhookId };
    const valuesOf = (row: Changes) => Object.fromEntries(fields.map((name) => [name, row[name]]));
    await ctx.tx.webhook.update({
      where: { id: webhookId },
      data: { ...valuesOf(wanted), version: webhook.version + 1 },
    });
    await appendAudit(ctx, {
      action: 'updateWebhook',
      entity: 'Webhook',
      entityId: webhookId,
      before: valuesOf(webhook),
      after: valuesOf(wanted),
    });
    await announceWebhook(ctx, webhookId, 'UPDATED', { fields });
    return { id: webhookId };
  });
}

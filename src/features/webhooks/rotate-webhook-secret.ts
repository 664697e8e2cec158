import { z } from 'zod';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { once } from '../../platform/verbs/once.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { announceWebhook } from './announce-webhook.js';
import { lockWebhook } from './lock-webhook.js';
import type { WebhookServices } from './webhook-input.js';
import { newWebhookSecret, sealSecret } from './webhook-secret.js';

const DEFAULT_OVERLAP_HOURS = 24;
const MAX_OVERLAP_HOURS = 7 * 24;
const HOUR_MS = 3_600_000;

export const rotateWebhookSecretInput = z.object({
  webhookId: idInput,
  overlapHours: z
    .number()
    .int()
    .refine((hours) => hours >= 0 && hours <= MAX_OVERLAP_HOURS, {
      error: ({ input }) => `${input} given, allowed is 0 to ${MAX_OVERLAP_HOURS}`,
    })
    .nullish(),
});

export type RotateWebhookSecretInput = z.input<typeof rotateWebhookSecretInput>;

/** Gives an endpoint a new secret; until the overlap is over, deliveries are signed with the old one too. */
export async function rotateWebhookSecret(
  ctx: VerbContext,
  input: RotateWebhookSecretInput,
  { keyRing }: WebhookServices,
): Promise<{ id: string; secret: string }> {
  requireMay(ctx, 'rotateWebhookSecret');
  const { webhookId, overlapHours } = parseInput(ctx, rotateWebhookSecretInput, input);
  const secret = newWebhookSecret();
  const request = { webhookId, overlapHours: overlapHours ?? null };
  const rotate = async (ctx: TxContext) => {
    const { tx, now } = ctx;
    await lockWebhook(ctx, webhookId);
    const expiresAt = new Date(now.getTime() + (overlapHours ?? DEFAULT_OVERLAP_HOURS) * HOUR_MS);
    // Also those that an earlier rotation left, so that no overlap, after a leak, is none.
    await tx.webhookSecret.updateMany({
      where: { webhookId, OR: [{ expiresAt: null }, { expiresAt: { gt: expiresAt } }] },
      data: { expiresAt },
    });
    await tx.webhookSecret.deleteMany({ where: { webhookId, expiresAt: { lte: now } } });
    const id = newId();
    await tx.webhookSecret.createMany({
      data: [{ id, webhookId, createdAt: now, ...sealSecret(keyRing, id, secret) }],
    });
    await appendAudit(ctx, {
      action: 'rotateWebhookSecret',
      entity: 'Webhook',
      entityId: webhookId,
      after: { oldSecretUntil: expiresAt },
    });
    await announceWebhook(ctx, webhookId, 'SECRET_ROTATED');
    return { id: webhookId };
  };
  const { id } = await inTransaction(ctx, (ctx) =>
    once(ctx, { verb: 'rotateWebhookSecret', key: null, input: request, run: rotate }),
  );
  return { id, secret };
}

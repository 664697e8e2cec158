import { z } from 'zod';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import { readLogState } from '../../platform/events/read-log.js';
import { requireMay } from '../../platform/identity/may.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { announceWebhook } from './announce-webhook.js';
import { lockWebhook } from './lock-webhook.js';

export const replayWebhookInput = z.object({
  webhookId: idInput,
  /** Cursor of the last event that is not sent again; one further on than the endpoint skips events. */
  after: z.string(),
});

export type ReplayWebhookInput = z.input<typeof replayWebhookInput>;

/**
 * Moves an endpoint behind a cursor: the events that follow are sent again, each under the message id that it had.
 * The outcome of an attempt under way is dropped.
 * @throws CursorExpiredError
 */
export async function replayWebhook(
  ctx: VerbContext,
  input: ReplayWebhookInput,
  { keyRing }: { keyRing: KeyRing },
): Promise<{ id: string }> {
  requireMay(ctx, 'replayWebhook');
  const { webhookId, after } = parseInput(ctx, replayWebhookInput, input);
  return inTransaction(ctx, async (ctx) => {
    const { tx, now } = ctx;
    const before = await lockWebhook(ctx, webhookId);
    const log = await readLogState(tx);
    const position = cursorsOf(keyRing).locate(after, log, ctx.actor);
    await tx.webhook.update({
      where: { id: webhookId },
      data: {
        epoch: log.epoch,
        position: BigInt(position),
        nextAttemptAt: now,
        // A sender would move the position on from where it was.
        leaseToken: { increment: 1 },
        leaseUntil: null,
        version: { increment: 1 },
      },
    });
    // Waiting deliveries begin anew when their turn comes.
    await tx.webhookDelivery.updateMany({
      where: { webhookId, status: 'PENDING', eventId: { not: null } },
      data: { status: 'CANCELLED', settledAt: now },
    });
    await appendAudit(ctx, {
      action: 'replayWebhook',
      entity: 'Webhook',
      entityId: webhookId,
      before: { position: Number(before.position) },
      after: { position },
    });
    await announceWebhook(ctx, webhookId, 'REPLAYED', { position });
    return { id: webhookId };
  });
}

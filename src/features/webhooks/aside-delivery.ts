import type { Webhook, WebhookDelivery } from '../../platform/db/generated/prisma/client.js';
import { maySee } from '../../platform/events/may-see.js';
import { toLoggedEvent } from '../../platform/events/read-log.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { eventBody, pingBody } from './delivery-body.js';
import { endpointReader } from './endpoint-reader.js';

/** A test, or a dead letter that is sent again: due beside the order of the log. */
export async function asideDelivery(ctx: TxContext, webhook: Webhook, keyRing: KeyRing) {
  for (;;) {
    const delivery = await ctx.tx.webhookDelivery.findFirst({
      where: {
        webhookId: webhook.id,
        status: 'PENDING',
        aside: true,
        nextAttemptAt: { lte: ctx.now },
        ...(webhook.status === 'ACTIVE' ? {} : { eventId: null }),
      },
      orderBy: [{ nextAttemptAt: 'asc' }, { id: 'asc' }],
    });
    if (!delivery) return null;
    const body = await bodyOf(ctx, webhook, delivery, keyRing);
    if (body === null) {
      await ctx.tx.webhookDelivery.update({
        where: { id: delivery.id },
        data: { status: 'CANCELLED', settledAt: ctx.now },
      });
      continue;
    }
    const attempts = delivery.attempts + 1;
    await ctx.tx.webhookDelivery.update({ where: { id: delivery.id }, data: { attempts } });
    const { id, type, messageId, position, aside } = delivery;
    const at = position === null ? null : Number(position);
    return { id, type, messageId, position: at, aside, attempts, body };
  }
}

/** Null if the event is no longer there, or not for the endpoint's user any more. */
async function bodyOf(
  { tx }: TxContext,
  { userId, epoch }: Webhook,
  { id, eventId, createdAt }: WebhookDelivery,
  keyRing: KeyRing,
): Promise<string | null> {
  if (eventId === null) return pingBody(id, createdAt);
  const row = await tx.domainEvent.findUnique({ where: { id: eventId } });
  const reader = await endpointReader(tx, userId);
  if (!row || !reader) return null;
  const event = toLoggedEvent(row, epoch);
  return maySee(reader, event) ? eventBody(event, reader, keyRing) : null;
}

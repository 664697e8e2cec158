import type { EventPayload } from '../../domain/events.js';
import { appendEvent } from '../../platform/events/append-event.js';
import type { TxContext } from '../../platform/verbs/context.js';

/** The change of an endpoint. */
export type WebhookChange =
  | 'CREATED'
  | 'UPDATED'
  | 'SECRET_ROTATED'
  | 'PAUSED'
  | 'RESUMED'
  | 'REPLAYED'
  | 'DISABLED'
  | 'DELETED';

/** Tells admins and auditors, in the transaction of the change. */
export function announceWebhook(
  ctx: TxContext,
  webhookId: string,
  change: WebhookChange,
  more: EventPayload = {},
): Promise<void> {
  return appendEvent(ctx, {
    type: 'WEBHOOK_CHANGED',
    payload: { webhookId, change, ...more },
  });
}

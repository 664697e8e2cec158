import type { EventType, LoggedEvent } from '../../domain/events.js';
import type { Webhook } from '../../platform/db/generated/prisma/client.js';
import { newId } from '../../platform/db/ids.js';
import { type EventFilter, readLogState, readPage } from '../../platform/events/read-log.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { asideDelivery } from './aside-delivery.js';
import { eventBody } from './delivery-body.js';
import { disableWebhook } from './disable-webhook.js';
import { endpointReader } from './endpoint-reader.js';
import type { HeldWebhook } from './hold-webhook.js';
import { messageIdOf } from './signed-headers.js';

/** A delivery that is to be tried now. */
export interface DueDelivery {
  readonly id: string;
  readonly type: string;
  readonly messageId: string;
  readonly url: string;
  readonly body: string;
  /** Null for a test. */
  readonly position: number | null;
  readonly aside: boolean;
  /** With the one now beginning. Counted before it, so that a delivery that kills the process counts. */
  readonly attempts: number;
  /** Sealed, the newest first. */
  readonly secrets: readonly { id: string; sealed: string; keyVersion: number }[];
}

/**
 * The next delivery of a held endpoint: first deliveries due beside the order, then the next event of the log that
 * its user may see now. Other events are passed over for good. Null if nothing is due. The lease is renewed before,
 * in the same transaction.
 */
export async function nextDelivery(
  ctx: TxContext,
  held: HeldWebhook,
  keyRing: KeyRing,
): Promise<DueDelivery | null> {
  const webhook = await ctx.tx.webhook.findUniqueOrThrow({ where: { id: held.id } });
  const aside = await asideDelivery(ctx, webhook, keyRing);
  if (aside) return withSecrets(ctx, webhook, aside);
  if (webhook.status !== 'ACTIVE' || webhook.nextAttemptAt > ctx.now) return null;
  const log = await readLogState(ctx.tx);
  const position = Number(webhook.position);
  if (webhook.epoch !== log.epoch || log.firstPosition - 1 > position) {
    await disableWebhook(ctx, webhook.id, 'CURSOR_EXPIRED');
    return null;
  }
  const reader = await endpointReader(ctx.tx, webhook.userId);
  if (!reader) {
    await disableWebhook(ctx, webhook.id, 'USER_INACTIVE');
    return null;
  }
  const [event] = await readPage(ctx.tx, log.epoch, {
    after: position,
    upTo: log.lastPosition,
    limit: 1,
    filter: await filterOf(ctx, webhook),
    actor: reader,
  });
  await passOver(ctx, webhook, event ? event.position - 1 : log.lastPosition);
  if (!event) return null;
  const body = eventBody(event, reader, keyRing);
  return withSecrets(ctx, webhook, await beginAttempt(ctx, webhook, event, body));
}

/** The id of a lead that was merged leads on. */
async function filterOf({ tx }: TxContext, { types, leadId }: Webhook): Promise<EventFilter> {
  const where = { id: leadId ?? '' };
  const lead = leadId ? await tx.lead.findUnique({ where, select: { mergedIntoId: true } }) : null;
  const leadIds = leadId ? [leadId, ...(lead?.mergedIntoId ? [lead.mergedIntoId] : [])] : null;
  return { types: types.length > 0 ? (types as EventType[]) : null, leadIds };
}

/** A delivery that waited there is no longer for the endpoint: its user's rights or its filter changed meanwhile. */
async function passOver({ tx, now }: TxContext, webhook: Webhook, upTo: number): Promise<void> {
  if (BigInt(upTo) <= webhook.position) return;
  const { id } = webhook;
  await tx.webhook.update({ where: { id }, data: { position: BigInt(upTo) } });
  await tx.webhookDelivery.updateMany({
    where: { webhookId: id, status: 'PENDING', aside: false, position: { lte: BigInt(upTo) } },
    data: { status: 'CANCELLED', settledAt: now },
  });
}

type Begun = Omit<DueDelivery, 'url' | 'secrets'>;

/** One row per event and endpoint, ever: a replay tries the old one again, with the same message id. */
async function beginAttempt(
  { tx, now }: TxContext,
  webhook: Webhook,
  event: LoggedEvent,
  body: string,
): Promise<Begun> {
  const at = now.toISOString();
  const [row] = await tx.$queryRaw<{ id: string; attempts: number }[]>`
    INSERT INTO webhook_delivery AS known
      (id, webhook_id, event_id, position, message_id, type, attempts, next_attempt_at, created_at)
    VALUES (${newId()}::uuid, ${webhook.id}::uuid, ${event.id}::uuid, ${event.position}::bigint,
      ${messageIdOf(event.id, webhook.id)}, ${event.type}, 1, ${at}::timestamptz, ${at}::timestamptz)
    ON CONFLICT (webhook_id, event_id) DO UPDATE
    SET status = 'PENDING', settled_at = NULL, aside = false, next_attempt_at = EXCLUDED.next_attempt_at,
      attempts = CASE WHEN known.status = 'PENDING' AND NOT known.aside THEN known.attempts ELSE 0 END + 1
    RETURNING id, attempts`;
  if (!row) throw new Error(`Event ${event.id} has no delivery to webhook ${webhook.id}.`);
  return {
    id: row.id,
    type: event.type,
    messageId: messageIdOf(event.id, webhook.id),
    position: event.position,
    aside: false,
    attempts: row.attempts,
    body,
  };
}

async function withSecrets(
  { tx, now }: TxContext,
  { id, url }: Webhook,
  delivery: Begun,
): Promise<DueDelivery> {
  const secrets = await tx.webhookSecret.findMany({
    where: { webhookId: id, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    select: { id: true, sealed: true, keyVersion: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return { ...delivery, url, secrets };
}

import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { newId } from '../../platform/db/ids.js';
import { appendEvent } from '../../platform/events/append-event.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { disableWebhook } from './disable-webhook.js';
import type { HeldWebhook } from './hold-webhook.js';
import type { Verdict } from './judge-answer.js';
import type { DueDelivery } from './next-delivery.js';

/** An attempt that was made. */
export interface Attempt {
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly statusCode: number | null;
  readonly response: string | null;
}

const LONGEST_TEXT = 1000;

/**
 * Stores the outcome of an attempt, and moves the endpoint on. `attempt` is null when none was made. The lease is
 * renewed before, in the same transaction.
 */
export async function settleDelivery(
  ctx: TxContext,
  held: HeldWebhook,
  delivery: DueDelivery,
  verdict: Verdict,
  attempt: Attempt | null,
): Promise<void> {
  const { tx, now } = ctx;
  const error = verdict.kind === 'delivered' ? null : verdict.error.slice(0, LONGEST_TEXT);
  if (attempt) {
    const response = attempt.response?.slice(0, LONGEST_TEXT) ?? null;
    await tx.webhookAttempt.createMany({
      data: [{ ...attempt, id: newId(), deliveryId: delivery.id, error, response }],
    });
  }
  const { count } = await tx.webhookDelivery.updateMany({
    where: { id: delivery.id, status: 'PENDING' },
    data: columnsOf(verdict, delivery, attempt, now),
  });
  if (count > 0 && verdict.kind === 'dead') await announceDeadLetter(ctx, held, delivery);
  if (!delivery.aside) await moveOn(ctx, held, delivery, verdict);
  if (verdict.kind === 'gone') await disableWebhook(ctx, held.id, 'GONE');
}

function columnsOf(
  verdict: Verdict,
  { aside }: DueDelivery,
  attempt: Attempt | null,
  now: Date,
): Prisma.WebhookDeliveryUpdateManyMutationInput {
  switch (verdict.kind) {
    case 'delivered':
      return { status: 'DELIVERED', settledAt: now };
    case 'dead':
      return { status: 'DEAD', settledAt: now };
    case 'postponed':
      // A delivery that was not tried has cost no attempt.
      return {
        nextAttemptAt: verdict.nextAttemptAt,
        ...(attempt ? {} : { attempts: { decrement: 1 } }),
      };
    case 'gone':
      // In order, the delivery waits until the endpoint is resumed, and then has its full number of attempts again.
      return aside ? { status: 'DEAD', settledAt: now } : { nextAttemptAt: now, attempts: 0 };
  }
}

async function moveOn(
  { tx, now }: TxContext,
  { id }: HeldWebhook,
  { position }: DueDelivery,
  verdict: Verdict,
): Promise<void> {
  if (verdict.kind === 'gone' || position === null) return;
  const data =
    verdict.kind === 'postponed'
      ? { nextAttemptAt: verdict.nextAttemptAt }
      : { nextAttemptAt: now, position: BigInt(position) };
  await tx.webhook.update({ where: { id }, data });
}

/**
 * Appends an event for admins and auditors, but not about a failed delivery of such an event: endpoints that are away
 * would give each other ever more dead letters.
 */
async function announceDeadLetter(
  ctx: TxContext,
  { id: webhookId }: HeldWebhook,
  { id: deliveryId, type, position, attempts }: DueDelivery,
): Promise<void> {
  if (type === 'WEBHOOK_DEAD_LETTERED' || position === null) return;
  await appendEvent(ctx, {
    type: 'WEBHOOK_DEAD_LETTERED',
    payload: { webhookId, deliveryId, eventType: type, position, attempts },
  });
}

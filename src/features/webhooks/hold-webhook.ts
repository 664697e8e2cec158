import { AS_SYSTEM } from '../../domain/actor.js';
import type { Database, Tx } from '../../platform/db/open.js';

/** An endpoint that this process alone sends to, while no process holds it with a later token. */
export interface HeldWebhook {
  readonly id: string;
  readonly leaseToken: number;
}

/** How long a holder may be silent before another process takes the endpoint over; longer than any attempt. */
export const LEASE_SECONDS = 20;

/** Another process sends to the endpoint, or its position was moved: nothing more may be written in its name. */
export class WebhookLostError extends Error {
  override readonly name = 'WebhookLostError';
  constructor({ id, leaseToken }: HeldWebhook) {
    super(`Webhook ${id} is no longer held with token ${leaseToken}.`);
  }
}

/**
 * Claims an endpoint for which there is something to do and that is not held, by the clock of the database. `now` is
 * what retries are due by. A test is sent whatever the endpoint's status.
 *
 * Where the log has grown by types that an endpoint does not want there is nothing to do but to pass over them, which
 * can wait: `ANYBODY` means those too.
 */
export async function claimWebhook(
  db: Database,
  now: Date,
  whose: 'ANYBODY' | 'WHOEVER_WANTS_IT',
): Promise<HeldWebhook | null> {
  const at = now.toISOString();
  const anybody = whose === 'ANYBODY';
  const [held] = await db.transaction(
    (tx) => tx.$queryRaw<HeldWebhook[]>`
    UPDATE webhook
    SET lease_token = lease_token + 1,
        lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}::int)
    WHERE id = (
      SELECT id FROM webhook
      WHERE (lease_until IS NULL OR lease_until <= clock_timestamp())
        AND (
          (status = 'ACTIVE' AND next_attempt_at <= ${at}::timestamptz AND EXISTS (
              SELECT FROM event_log
              WHERE event_log.last_position > webhook.position OR event_log.epoch <> webhook.epoch)
            AND (${anybody} OR cardinality(types) = 0 OR EXISTS (
              SELECT FROM domain_event
              WHERE domain_event.type = ANY (webhook.types) AND domain_event.position > webhook.position
                AND (webhook.lead_id IS NULL OR domain_event.lead_id = webhook.lead_id))))
          OR EXISTS (
            SELECT FROM webhook_delivery
            WHERE webhook_id = webhook.id AND webhook_delivery.status = 'PENDING' AND aside
              AND webhook_delivery.next_attempt_at <= ${at}::timestamptz
              AND (webhook.status = 'ACTIVE' OR event_id IS NULL))
        )
      ORDER BY next_attempt_at, id
      LIMIT 1
      FOR UPDATE SKIP LOCKED
    )
    RETURNING id, lease_token AS "leaseToken"`,
    AS_SYSTEM,
  );
  return held ?? null;
}

/**
 * Renews the lease, in the transaction that goes by it. The endpoint's row stays locked until its end.
 * @throws WebhookLostError if another process has the lease by now: the transaction must not commit
 */
export async function renewLease(tx: Tx, held: HeldWebhook): Promise<void> {
  const renewed = await tx.$executeRaw`
    UPDATE webhook SET lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}::int)
    WHERE id = ${held.id}::uuid AND lease_token = ${held.leaseToken}::int`;
  if (renewed === 0) throw new WebhookLostError(held);
}

/** Lets go, so that the next process may claim it at once. */
export async function releaseLease(tx: Tx, held: HeldWebhook): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook SET lease_until = NULL
    WHERE id = ${held.id}::uuid AND lease_token = ${held.leaseToken}::int`;
}

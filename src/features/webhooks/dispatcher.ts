import type { Logger } from 'pino';
import { AS_SYSTEM, SYSTEM_ACTOR } from '../../domain/actor.js';
import { LeadwardenError } from '../../domain/errors.js';
import type { Database } from '../../platform/db/open.js';
import type { Hub } from '../../platform/events/hub.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { createHeartbeat } from '../../platform/loops/heartbeat.js';
import type { Poster } from '../../platform/outbound/post.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { attemptDelivery } from './attempt-delivery.js';
import {
  claimWebhook,
  type HeldWebhook,
  releaseLease,
  renewLease,
  WebhookLostError,
} from './hold-webhook.js';
import type { Patience, Verdict } from './judge-answer.js';
import { type DueDelivery, nextDelivery } from './next-delivery.js';
import { settleDelivery } from './settle-delivery.js';

export interface WebhookDispatcherOptions {
  readonly db: Database;
  readonly poster: Poster;
  readonly keyRing: KeyRing;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Wakes it when there are new events; without it the timer finds them. */
  readonly hub?: Pick<Hub, 'observe'>;
  /** From 0 to 1. */
  readonly random?: () => number;
  /** Interval of the search for due deliveries, in real milliseconds. */
  readonly pollMs?: number;
  /** How long stopping waits for answers, in real milliseconds. */
  readonly graceMs?: number;
}

export interface WebhookDispatcher {
  start(): void;
  /** Resolves when the attempts under way are settled: within seconds, whatever the receivers do. */
  stop(): Promise<void>;
  /** Asks for a look soon. */
  kick(): void;
  /** Sends all due deliveries; resolves to how many attempts were made when nothing is due any more. */
  deliverDue(): Promise<number>;
}

/** The delivery to be sent now, and the number of attempts allowed. */
interface Next {
  readonly delivery: DueDelivery;
  readonly maxAttempts: number;
}

/**
 * An endpoint that was away for minutes is behind no longer than seconds once it is back; only an endpoint that stays
 * away is tried less often. With 300 attempts, the default of the setting, a delivery is given up after about a day.
 */
const BACKOFF = { baseMs: 2_000, capMs: 15_000 } as const;
const LATER_BACKOFF = { baseMs: 10 * 60_000, capMs: 10 * 60_000 } as const;
const LATER_AFTER = 60;

/** Well within what the process has for stopping. */
const GRACE_MS = 1_500;
const MAX_RETRY_AFTER_MS = 24 * 3_600_000;

/** Endpoints that one process sends to at once. One that hangs keeps its place for one attempt, then waits outside. */
const MAX_HELD = 100;

/** How often endpoints are moved on for which nothing has come: it costs as much as a delivery. */
const PASS_OVER_MS = 5_000;

/** Then the endpoint is released, so that replicas share a long backlog. */
const MOST_IN_A_ROW = 100;

/**
 * Sends events to endpoints, to each in the order of the log, to all at the same time. Any number may run on one
 * database. Each process has at most one delivery per endpoint under way, so that a crash between sending and storing
 * the outcome repeats at most that one.
 */
export function createWebhookDispatcher(options: WebhookDispatcherOptions): WebhookDispatcher {
  const { db, poster, keyRing, clock, log, hub, random = Math.random } = options;
  const { pollMs = 1_000, graceMs = GRACE_MS } = options;
  const underWay = new Set<Promise<void>>();
  let stopping = false;
  let stopObserving = () => {};
  let attempts = 0;
  let passedOverAt = Number.NEGATIVE_INFINITY;
  const heartbeat = createHeartbeat({ name: 'webhook dispatcher', work, pollMs, log });

  /** Begins with every endpoint that there is something to do for; waits for none of them. */
  async function work(): Promise<void> {
    const began = performance.now();
    const whose = began - passedOverAt >= PASS_OVER_MS ? 'ANYBODY' : 'WHOEVER_WANTS_IT';
    while (!stopping && underWay.size < MAX_HELD) {
      const held = await claimWebhook(db, clock(), whose);
      if (!held) {
        if (whose === 'ANYBODY') passedOverAt = began;
        return;
      }
      const serving: Promise<void> = serve(held).finally(() => {
        underWay.delete(serving);
        // Events may have come while it was held, when no other process could claim it.
        heartbeat.kick();
      });
      underWay.add(serving);
    }
  }

  async function serve(held: HeldWebhook): Promise<void> {
    const about = { webhookId: held.id, leaseToken: held.leaseToken };
    try {
      let next = await asHolder(held, (ctx) => nextOrRelease(ctx, held));
      for (let nth = 1; next !== null; nth += 1) next = await deliver(held, next, nth);
    } catch (error) {
      if (error instanceof WebhookLostError) log.warn(about, 'webhook was taken over meanwhile');
      // The database is away: the endpoint is free again when the lease has run out.
      else log.error({ ...about, err: error }, 'webhook could not be served');
    }
  }

  /** Sends it, settles it and finds what is next. */
  async function deliver(held: HeldWebhook, next: Next, nth: number): Promise<Next | null> {
    const { delivery, maxAttempts } = next;
    const patience: Patience = {
      backoff: delivery.attempts < LATER_AFTER ? BACKOFF : LATER_BACKOFF,
      // A test is tried once: a caller waits for its outcome.
      maxAttempts: delivery.position === null ? 1 : maxAttempts,
      maxRetryAfterMs: MAX_RETRY_AFTER_MS,
    };
    const { verdict, attempt } = await attemptDelivery(delivery, {
      poster,
      keyRing,
      clock,
      random,
      patience,
    });
    if (attempt) attempts += 1;
    const settle = (ctx: TxContext) => settleDelivery(ctx, held, delivery, verdict, attempt);
    try {
      // In one transaction: each has a beginning, a commit and a renewed lease.
      const following = await asHolder(held, async (ctx) => {
        await settle(ctx);
        if (nth < MOST_IN_A_ROW && !stopping) return nextOrRelease(ctx, held);
        await releaseLease(ctx.tx, held);
        return null;
      });
      report(held, delivery, verdict);
      return following;
    } catch (error) {
      // The lease is lost, or the database is away: there is nothing to write.
      if (error instanceof WebhookLostError || error instanceof LeadwardenError) throw error;
      // If finding the next delivery fails, this one is not sent again for it.
      await asHolder(held, settle);
      report(held, delivery, verdict);
      throw error;
    }
  }

  /** Null, with the endpoint released, when nothing is due. */
  async function nextOrRelease(ctx: TxContext, held: HeldWebhook): Promise<Next | null> {
    const delivery = await nextDelivery(ctx, held, keyRing);
    if (delivery !== null) {
      return { delivery, maxAttempts: await readSetting(ctx.tx, 'webhook.maxAttempts') };
    }
    await releaseLease(ctx.tx, held);
    return null;
  }

  /** @throws WebhookLostError: then nothing was written, and the present holder of the endpoint tries again */
  function asHolder<T>(held: HeldWebhook, work: (ctx: TxContext) => Promise<T>): Promise<T> {
    return db.transaction(async (tx) => {
      await renewLease(tx, held);
      return work({ db, tx, actor: SYSTEM_ACTOR, now: clock(), requestId: null });
    }, AS_SYSTEM);
  }

  /** Without the receiver's answer, which the delivery log has. */
  function report({ id }: HeldWebhook, delivery: DueDelivery, verdict: Verdict): void {
    const { id: deliveryId, type, attempts: nth } = delivery;
    const about = { webhookId: id, deliveryId, type, attempts: nth };
    if (verdict.kind === 'delivered') log.debug(about, 'webhook delivered');
    else if (verdict.kind === 'dead') log.error(about, 'webhook delivery is dead');
    else if (verdict.kind === 'gone') log.warn(about, 'webhook is gone and was disabled');
    else log.warn({ ...about, nextAttemptAt: verdict.nextAttemptAt }, 'webhook postponed');
  }

  return {
    start() {
      const kick = () => heartbeat.kick();
      if (hub) stopObserving = hub.observe({ onEvent: kick, onMissed: kick });
      heartbeat.start();
    },
    kick: () => heartbeat.kick(),
    async stop() {
      stopping = true;
      stopObserving();
      const giveUp = setTimeout(() => poster.close(), graceMs);
      await heartbeat.stop();
      await Promise.all(underWay);
      clearTimeout(giveUp);
      poster.close();
    },
    async deliverDue() {
      const before = attempts;
      do {
        await Promise.all(underWay);
        passedOverAt = Number.NEGATIVE_INFINITY;
        await heartbeat.run();
      } while (underWay.size > 0);
      return attempts - before;
    },
  };
}

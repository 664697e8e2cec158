import type { Logger } from 'pino';
import { createRedisConnection, type RedisConnection } from '../outbound/redis-connection.js';
import { withinDeadline } from '../outbound/within-deadline.js';
import type { WakeUp } from './wake-up.js';
import { createMemoryWakeUp } from './wake-up-memory.js';

export interface RedisWakeUpOptions {
  url: string;
  log: Logger;
  /** Replicas of one installation share it; two installations on one Redis must not. */
  channel?: string;
  /** How long start waits for Redis before it goes on without. */
  startTimeoutMs?: number;
}

/** Timeout of an announcement. */
const ANNOUNCE_MS = 2_000;

/**
 * Wakes the hubs of all replicas through Redis. Hubs of this process are woken directly, so that they need no Redis.
 * While Redis is away announcements are dropped, not queued: the hubs' timers cover for them.
 */
export function createRedisWakeUp(options: RedisWakeUpOptions): WakeUp {
  const { url, log, channel = 'leadwarden:event-log', startTimeoutMs = 2_000 } = options;
  const local = createMemoryWakeUp();
  let open: { publisher: RedisConnection; subscriber: RedisConnection } | undefined;

  function connect(name: 'publisher' | 'subscriber', onReady: () => void): RedisConnection {
    let away = false;
    return createRedisConnection({
      url,
      commandMs: ANNOUNCE_MS,
      onAway(error) {
        if (!away) log.warn({ err: error, connection: name }, 'Redis is away; events arrive later');
        away = true;
      },
      onReady() {
        if (away) log.info({ connection: name }, 'Redis is back');
        away = false;
        onReady();
      },
    });
  }

  return {
    async announce(position) {
      await local.announce(position);
      if (!open?.publisher.ready) return;
      try {
        await open.publisher.command((redis) => redis.publish(channel, String(position)));
      } catch (error) {
        log.debug({ err: error, position }, 'announcement did not reach Redis');
      }
    },
    onHint: local.onHint,
    async start() {
      if (open) return;
      await local.start();
      let subscribed = () => {};
      const subscribing = new Promise<void>((resolve) => {
        subscribed = resolve;
      });
      const publisher = connect('publisher', () => {});
      const subscriber = connect('subscriber', () => {
        subscriber
          .command((redis) => redis.subscribe(channel))
          .then(subscribed, (error) =>
            log.warn({ err: error, channel }, 'could not subscribe to Redis'),
          );
      });
      open = { publisher, subscriber };
      subscriber.redis.on('message', (_channel, message) => {
        const position = Number(message);
        if (Number.isSafeInteger(position)) void local.announce(position);
      });
      const deadline = { ms: startTimeoutMs, what: 'subscription to Redis' };
      await Promise.all([
        publisher.start(startTimeoutMs),
        subscriber.start(startTimeoutMs),
        withinDeadline(deadline, () => subscribing).catch(() => {}),
      ]);
    },
    async stop() {
      await local.stop();
      open?.publisher.stop();
      open?.subscriber.stop();
      open = undefined;
    },
  };
}

import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
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

const MAX_RECONNECT_PAUSE_MS = 5_000;

/**
 * Wakes the hubs of all replicas through Redis. Hubs of this process are woken directly, so that they need no Redis.
 * While Redis is away announcements are dropped, not queued: the hubs' timers cover for them.
 */
export function createRedisWakeUp(options: RedisWakeUpOptions): WakeUp {
  const { url, log, channel = 'leadwarden:event-log', startTimeoutMs = 2_000 } = options;
  const local = createMemoryWakeUp();
  const connection: RedisOptions = {
    lazyConnect: true,
    enableOfflineQueue: false,
    commandTimeout: 2_000,
    connectTimeout: 5_000,
    maxRetriesPerRequest: 1,
    autoResubscribe: false, // subscribed on every `ready` below
    retryStrategy: (times) => Math.min(100 * 2 ** Math.min(times, 10), MAX_RECONNECT_PAUSE_MS),
  };
  let redis: { publisher: Redis; subscriber: Redis } | undefined;

  function connect(name: 'publisher' | 'subscriber'): Redis {
    const client = new Redis(url, connection);
    let away = false;
    client.on('error', (error) => {
      if (!away) log.warn({ err: error, connection: name }, 'Redis is away; events arrive later');
      away = true;
    });
    client.on('ready', () => {
      if (away) log.info({ connection: name }, 'Redis is back');
      away = false;
    });
    return client;
  }

  /** Rejections of `connect` repeat what the error event said; ioredis tries again by itself. */
  const ignoreRejection = () => {};

  return {
    async announce(position) {
      await local.announce(position);
      if (redis?.publisher.status !== 'ready') return;
      try {
        await redis.publisher.publish(channel, String(position));
      } catch (error) {
        log.debug({ err: error, position }, 'announcement did not reach Redis');
      }
    },
    onHint: local.onHint,
    async start() {
      if (redis) return;
      await local.start();
      const publisher = connect('publisher');
      const subscriber = connect('subscriber');
      redis = { publisher, subscriber };
      subscriber.on('message', (_channel, message) => {
        const position = Number(message);
        if (Number.isSafeInteger(position)) void local.announce(position);
      });
      const subscribed = new Promise<void>((resolve) => {
        subscriber.on('ready', () => {
          subscriber.subscribe(channel).then(
            () => resolve(),
            (error) => log.warn({ err: error, channel }, 'could not subscribe to Redis'),
          );
        });
      });
      const connected = publisher.connect().catch(ignoreRejection);
      subscriber.connect().catch(ignoreRejection);
      await before(Promise.all([subscribed, connected]), startTimeoutMs);
    },
    async stop() {
      await local.stop();
      redis?.publisher.disconnect();
      redis?.subscriber.disconnect();
      redis = undefined;
    },
  };
}

async function before(done: Promise<unknown>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  try {
    await Promise.race([done, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

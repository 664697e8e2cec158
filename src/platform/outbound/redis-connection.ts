import { Redis } from 'ioredis';
import { withinDeadline } from './within-deadline.js';

export interface RedisConnectionOptions {
  readonly url: string;
  /** Timeout of one command. */
  readonly commandMs: number;
  /** Timeout of connecting until Redis is ready for commands. */
  readonly readyMs?: number;
  readonly onAway: (error: Error) => void;
  readonly onReady: (redis: Redis) => void;
}

/** A connection to Redis that comes back by itself, and on which nothing waits for longer than it may. */
export interface RedisConnection {
  readonly redis: Redis;
  readonly ready: boolean;
  /** Connects; resolves when Redis is ready, and also when it is away: connecting goes on behind it. */
  start(withinMs: number): Promise<void>;
  /** Runs a command that settles in time. Redis is left for a new connection if it does not answer. */
  command<T>(run: (redis: Redis) => Promise<T>): Promise<T>;
  stop(): void;
}

const MAX_RECONNECT_PAUSE_MS = 5_000;
const READY_MS = 5_000;

export function createRedisConnection(options: RedisConnectionOptions): RedisConnection {
  const { url, commandMs, readyMs = READY_MS, onAway, onReady } = options;
  let awaitingReady: NodeJS.Timeout | undefined;
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    commandTimeout: commandMs,
    connectTimeout: readyMs,
    maxRetriesPerRequest: 0,
    autoResubscribe: false,
    retryStrategy: (times) => Math.min(100 * 2 ** Math.min(times, 10), MAX_RECONNECT_PAUSE_MS),
  });
  redis.on('error', onAway);
  redis.on('connect', () => {
    clearTimeout(awaitingReady);
    // Something that takes connections and never becomes ready is no Redis.
    awaitingReady = setTimeout(() => {
      onAway(new Error(`Redis was not ready for commands within ${readyMs} ms.`));
      redis.disconnect(true);
    }, readyMs);
    awaitingReady.unref();
  });
  redis.on('close', () => clearTimeout(awaitingReady));
  redis.on('ready', () => {
    clearTimeout(awaitingReady);
    onReady(redis);
  });
  return {
    redis,
    get ready() {
      return redis.status === 'ready';
    },
    async start(withinMs) {
      // The error event reports the fault; ioredis tries again by itself.
      const connecting = redis.connect().catch(() => {});
      await withinDeadline({ ms: withinMs, what: 'Redis' }, () => connecting).catch(() => {});
    },
    async command(run) {
      try {
        return await withinDeadline({ ms: commandMs, what: 'answer of Redis' }, () => run(redis));
      } catch (error) {
        // A late or endless answer is not gathered on this connection.
        if (redis.status === 'ready') redis.disconnect(true);
        throw error;
      }
    },
    stop() {
      clearTimeout(awaitingReady);
      redis.disconnect();
    },
  };
}

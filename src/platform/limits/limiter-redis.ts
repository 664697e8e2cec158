import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { draw } from '../../domain/bucket.js';
import { createRedisConnection, type RedisConnection } from '../outbound/redis-connection.js';
import type { Limiter } from './limiter.js';
import { createMemoryLimiter } from './limiter-memory.js';

export interface RedisLimiterOptions {
  readonly url: string;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Two installations on one Redis must not share it. */
  readonly prefix?: string;
  readonly startTimeoutMs?: number;
}

/** Longest wait of a request for Redis. */
const PATIENCE_MS = 250;
/** How long a start waits for Redis before it goes on without. */
const START_MS = 2_000;

/** `draw` of bucket.ts, run where the number is kept. Answers the number before the draw. */
const DRAW = `
  local now, window, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
  local before = tonumber(redis.call('GET', KEYS[1]) or ARGV[1])
  local from = math.min(math.max(before, now), now + window)
  local after = math.max(from + cost, now)
  if after - now - window <= 0.01 then
    if after > now then
      redis.call('SET', KEYS[1], string.format('%.4f', after), 'PX', math.ceil(after - now))
    else
      redis.call('DEL', KEYS[1])
    end
  end
  return string.format('%.4f', before)`;

interface RedisWithDraw extends Redis {
  drawPoints(key: string, nowMs: number, windowMs: number, costMs: number): Promise<string>;
}

/** Buckets that all replicas share. While Redis is away each counts by itself. */
export function createRedisLimiter(options: RedisLimiterOptions): Limiter {
  const { url, clock, log, prefix = 'leadwarden:limit:' } = options;
  const { startTimeoutMs = START_MS } = options;
  const alone = createMemoryLimiter({ clock });
  let connection: RedisConnection | undefined;

  function connect(): RedisConnection {
    let away = false;
    const opened = createRedisConnection({
      url,
      commandMs: PATIENCE_MS,
      onAway(error) {
        if (!away) log.warn({ err: error }, 'Redis is away; this process limits rates by itself');
        away = true;
      },
      onReady() {
        if (away) log.info('Redis is back; the replicas limit rates together');
        away = false;
      },
    });
    opened.redis.defineCommand('drawPoints', { numberOfKeys: 1, lua: DRAW });
    return opened;
  }

  return {
    async draw(key, budget, points) {
      if (!connection?.ready) return alone.draw(key, budget, points);
      const nowMs = clock().getTime();
      const { limit, windowMs } = budget;
      const costMs = (Math.min(points, limit) * windowMs) / limit;
      try {
        const before = await connection.command((redis) =>
          (redis as RedisWithDraw).drawPoints(`${prefix}${key}`, nowMs, windowMs, costMs),
        );
        return draw(Number(before), budget, points, nowMs).grant;
      } catch (error) {
        log.debug({ err: error }, 'Redis did not count');
        return alone.draw(key, budget, points);
      }
    },
    async start() {
      if (connection) return;
      connection = connect();
      await connection.start(startTimeoutMs);
    },
    async stop() {
      connection?.stop();
      connection = undefined;
    },
  };
}

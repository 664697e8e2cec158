import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import pino from 'pino';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { draw } from '../../../src/domain/bucket.js';
import { createBoundedMap } from '../../../src/platform/input/bounded-map.js';
import type { Limiter } from '../../../src/platform/limits/limiter.js';
import { createMemoryLimiter } from '../../../src/platform/limits/limiter-memory.js';
import { createRedisLimiter } from '../../../src/platform/limits/limiter-redis.js';
import { testClock } from '../../support/clock.js';

const START = '2026-03-01T09:00:00Z';
const clock = testClock(START);
beforeEach(() => void clock.set(START));

const log = pino({ level: 'silent' });
const REDIS_URL = process.env.TEST_REDIS_URL;
const budget = { limit: 3, windowMs: 60_000 };

const limiters: [string, () => Limiter][] = [
  ['in memory', () => createMemoryLimiter({ clock: clock.now })],
  [
    'in memory while Redis is away',
    () => createRedisLimiter({ url: 'redis://127.0.0.1:1', clock: clock.now, log }),
  ],
];
if (REDIS_URL) {
  const prefix = `leadwarden-test:${randomUUID()}:`;
  limiters.push([
    'in Redis',
    () => createRedisLimiter({ url: REDIS_URL, clock: clock.now, log, prefix }),
  ]);
  afterAll(async () => {
    const redis = new Redis(REDIS_URL);
    const keys = await redis.keys(`${prefix}*`);
    if (keys.length > 0) await redis.del(keys);
    redis.disconnect();
  });
} else {
  console.warn('Rate limits are not tried in Redis: TEST_REDIS_URL is not set.');
}

describe.each(limiters)('buckets %s', (_where, create) => {
  async function withLimiter(work: (limiter: Limiter, key: string) => Promise<void>) {
    const limiter = create();
    await limiter.start();
    try {
      await work(limiter, randomUUID());
    } finally {
      await limiter.stop();
    }
  }

  test('give what is in them, then one after the other as it flows in', () =>
    withLimiter(async (limiter, key) => {
      const grants = [];
      for (let i = 0; i < 4; i++) grants.push(await limiter.draw(key, budget, 1));
      expect(grants.map(({ allowed, remaining }) => [allowed, remaining])).toEqual([
        [true, 2],
        [true, 1],
        [true, 0],
        [false, 0],
      ]);
      expect(grants[3]).toMatchObject({ retryAfterMs: 20_000, resetMs: 60_000 });
      clock.advance({ seconds: 20 });
      expect((await limiter.draw(key, budget, 1)).allowed).toBe(true);
      expect((await limiter.draw(key, budget, 1)).allowed).toBe(false);
    }));

  test('of one key are none of the other’s', () =>
    withLimiter(async (limiter, key) => {
      await limiter.draw(key, budget, 3);
      expect((await limiter.draw(`${key}2`, budget, 3)).allowed).toBe(true);
    }));

  test('take points back, but never more than they hold', () =>
    withLimiter(async (limiter, key) => {
      await limiter.draw(key, budget, 2);
      expect((await limiter.draw(key, budget, -1)).remaining).toBe(2);
      expect((await limiter.draw(key, budget, -9)).remaining).toBe(3);
      expect((await limiter.draw(key, budget, 3)).allowed).toBe(true);
      expect((await limiter.draw(key, budget, 1)).allowed).toBe(false);
    }));

  test('give more than they hold when they are full: else it could never be had', () =>
    withLimiter(async (limiter, key) => {
      expect((await limiter.draw(key, budget, 100)).allowed).toBe(true);
      expect((await limiter.draw(key, budget, 1)).allowed).toBe(false);
    }));

  test('lock nobody out for longer than a window when the clock is set back', () =>
    withLimiter(async (limiter, key) => {
      await limiter.draw(key, budget, 3);
      clock.advance({ hours: -5 });
      expect(await limiter.draw(key, budget, 3)).toMatchObject({
        allowed: false,
        retryAfterMs: 60_000,
      });
    }));
});

test.runIf(REDIS_URL)('replicas count together in Redis', async () => {
  const prefix = `leadwarden-test:${randomUUID()}:`;
  const options = { url: REDIS_URL ?? '', clock: clock.now, log, prefix };
  const replicas = [createRedisLimiter(options), createRedisLimiter(options)] as const;
  await Promise.all(replicas.map((replica) => replica.start()));
  try {
    await replicas[0].draw('anna', budget, 3);
    expect((await replicas[1].draw('anna', budget, 1)).allowed).toBe(false);
  } finally {
    await Promise.all(replicas.map((replica) => replica.stop()));
  }
});

test('a budget that does not divide evenly still gives all its points', () => {
  const odd = { limit: 7, windowMs: 60_000 };
  let fullAtMs: number | undefined;
  const allowed = Array.from({ length: 8 }, () => {
    const drawn = draw(fullAtMs, odd, 1, 1_772_355_600_000);
    fullAtMs = drawn.fullAtMs;
    return drawn.grant.allowed;
  });
  expect(allowed).toEqual([...Array(7).fill(true), false]);
});

test('a bounded map forgets what was used least recently', () => {
  const map = createBoundedMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.get('a');
  map.set('c', 3);
  expect([map.size, map.get('a'), map.get('b'), map.get('c')]).toEqual([2, 1, undefined, 3]);
});

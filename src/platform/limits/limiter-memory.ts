import { draw } from '../../domain/bucket.js';
import { createBoundedMap } from '../input/bounded-map.js';
import type { Limiter } from './limiter.js';

/** With more keys than this the one that rested longest has a full bucket again. */
const MAX_KEYS = 100_000;

/** Buckets of this process alone. */
export function createMemoryLimiter({ clock }: { clock: () => Date }): Limiter {
  const buckets = createBoundedMap<string, number>(MAX_KEYS);
  return {
    async draw(key, budget, points) {
      const { grant, fullAtMs } = draw(buckets.get(key), budget, points, clock().getTime());
      buckets.set(key, fullAtMs);
      return grant;
    },
    async start() {},
    async stop() {},
  };
}

import type { Rate } from '../../domain/bucket.js';
import { TooManyRequestsError } from '../../domain/errors.js';
import type { Limits } from '../input/limits.js';
import type { Limiter } from './limiter.js';

const MINUTE_MS = 60_000;
/** An operation counts once, and once more for every so much of its cost. */
const COST_PER_POINT = 100;

/** Counts what comes in. Each of these throws TooManyRequestsError; null where there is no limit. */
export interface Throttle {
  /** A request, a message or a socket. */
  arrival(address: string): Promise<Rate | null>;
  /** An operation of a user, by its cost. */
  operation(identity: string, cost: number): Promise<Rate | null>;
  /** A number of tries of a secret that could be guessed; a negative number takes tries back. */
  guess(address: string, tries: number): Promise<Rate | null>;
}

export function createThrottle(limiter: Limiter, perMinute: Limits['perMinute']): Throttle {
  async function count(kind: keyof Limits['perMinute'], who: string, points: number, what: string) {
    const limit = perMinute[kind];
    if (limit === 0) return null;
    const budget = { limit, windowMs: MINUTE_MS };
    const rate = { budget, ...(await limiter.draw(`${kind}:${who}`, budget, points)) };
    if (rate.allowed) return rate;
    const seconds = Math.ceil(rate.retryAfterMs / 1000);
    throw new TooManyRequestsError(`Too many ${what}; try again in ${seconds} s.`, rate);
  }

  return {
    arrival: (address) => count('address', address, 1, 'requests from this address'),
    operation: (identity, cost) =>
      count('identity', identity, Math.max(1, Math.ceil(cost / COST_PER_POINT)), 'operations'),
    guess: (address, tries) =>
      count('guesses', address, tries, 'tokens or links that do not count, from this address'),
  };
}

/** The headers of draft-ietf-httpapi-ratelimit-headers-06, which most clients know, in seconds. */
export function rateHeaders(rate: Rate): Record<string, string> {
  const { budget, remaining, resetMs, allowed, retryAfterMs } = rate;
  return {
    'ratelimit-policy': `${budget.limit};w=${budget.windowMs / 1000}`,
    'ratelimit-limit': String(budget.limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(Math.ceil(resetMs / 1000)),
    ...(allowed ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) }),
  };
}

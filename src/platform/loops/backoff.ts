export interface Backoff {
  /** Longest wait after the first failure; it doubles with each further one. */
  readonly baseMs: number;
  /** No wait is longer. */
  readonly capMs: number;
}

/** So that one pass over the outbox never meets the same mail twice. */
const SHORTEST_WAIT_MS = 1_000;

/**
 * How long to wait after a number of failed attempts: anything up to the exponential bound (full
 * jitter), so that mails which failed together do not come back together.
 */
export function backoffMs(attempts: number, { baseMs, capMs }: Backoff, random: number): number {
  const bound = Math.min(capMs, baseMs * 2 ** Math.max(0, attempts - 1));
  return Math.max(SHORTEST_WAIT_MS, Math.round(random * bound));
}

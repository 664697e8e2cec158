/** So many points within so long; unused ones do not add up. */
export interface Budget {
  readonly limit: number;
  readonly windowMs: number;
}

/** State of a bucket after a draw. */
export interface Grant {
  readonly allowed: boolean;
  /** Points that could be drawn now. */
  readonly remaining: number;
  /** Until the bucket is full again. */
  readonly resetMs: number;
  /** Time until a refused draw will be granted; 0 if it was not refused. */
  readonly retryAfterMs: number;
}

/** A budget and how it stands, for the headers that tell. */
export interface Rate extends Grant {
  readonly budget: Budget;
}

export interface Draw {
  readonly grant: Grant;
  /** When the bucket is full again, which is all there is to remember of it. */
  readonly fullAtMs: number;
}

/** Sums of fractions of a millisecond must not refuse the last point. */
const ROUNDING_MS = 0.01;

/**
 * A token bucket as one number, the instant at which it is full again (GCRA). Points flow in evenly.
 * Negative points are given back. More than the limit counts as the limit: else it could never be.
 * @param fullAtMs what the last draw left, if anything
 */
export function draw(
  fullAtMs: number | undefined,
  { limit, windowMs }: Budget,
  points: number,
  nowMs: number,
): Draw {
  const pointMs = windowMs / limit;
  // Later than a window from now it can only be if the clock was set back.
  const before = Math.min(Math.max(fullAtMs ?? nowMs, nowMs), nowMs + windowMs);
  const wanted = Math.max(before + Math.min(points, limit) * pointMs, nowMs);
  const excessMs = wanted - nowMs - windowMs;
  const allowed = excessMs <= ROUNDING_MS;
  const after = allowed ? wanted : before;
  return {
    fullAtMs: after,
    grant: {
      allowed,
      remaining: Math.floor((windowMs - (after - nowMs) + ROUNDING_MS) / pointMs),
      resetMs: after - nowMs,
      retryAfterMs: allowed ? 0 : excessMs,
    },
  };
}

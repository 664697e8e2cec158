import type { Budget, Grant } from '../../domain/bucket.js';

/** Buckets by key. */
export interface Limiter {
  /** Draws points, or none if there are not enough. Negative points are given back. */
  draw(key: string, budget: Budget, points: number): Promise<Grant>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

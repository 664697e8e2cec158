import type { MergedIntervals } from './intervals.js';

/**
 * Since when somebody can be told what fell due at an instant: not before it could be known, and not
 * while the clock stands still.
 */
export function dueSince(dueAt: number, knownAt: number, holds: MergedIntervals): number {
  let since = Math.max(dueAt, knownAt);
  for (const [start, end] of holds) {
    if (end !== null && start <= since && since < end) since = end;
  }
  return since;
}

import type { MergedIntervals } from './intervals.js';

/**
 * The instant since which the recipient of a due date can be told of it: not before the date could be known, and not
 * while the clock stands still.
 */
export function dueSince(dueAt: number, knownAt: number, holds: MergedIntervals): number {
  let since = Math.max(dueAt, knownAt);
  for (const [start, end] of holds) {
    if (end !== null && start <= since && since < end) since = end;
  }
  return since;
}

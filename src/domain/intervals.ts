/** Half-open `[start, end)` in epoch milliseconds; an end of `null` is open. */
export type Interval = readonly [start: number, end: number | null];

/** Sorted, disjoint, neither empty nor touching; only the last may be open. */
export type MergedIntervals = readonly Interval[];

export interface Span {
  readonly startAt: number;
  readonly endAt: number | null;
}

/** The union of spans, without what lies before `from`. Empty and inverted spans cover nothing. */
export function mergeSpans(spans: readonly Span[], from: number): MergedIntervals {
  const clipped: [number, number | null][] = [];
  for (const { startAt, endAt } of spans) {
    const start = Math.max(startAt, from);
    if (endAt === null || endAt > start) clipped.push([start, endAt]);
  }
  if (clipped.length < 2) return clipped;
  clipped.sort((a, b) => a[0] - b[0]);
  const merged: [number, number | null][] = [];
  let last: [number, number | null] | undefined;
  for (const next of clipped) {
    if (last === undefined || (last[1] !== null && next[0] > last[1])) {
      merged.push(next);
      last = next;
    } else if (last[1] !== null && (next[1] === null || next[1] > last[1])) {
      last[1] = next[1];
    }
  }
  return merged;
}

/** Whether one of the intervals contains the instant (its start does, its end does not). */
export function covers(intervals: readonly Interval[], at: number): boolean {
  return intervals.some(([start, end]) => start <= at && (end === null || at < end));
}

/** How many milliseconds of `[from, to)` the merged intervals cover. */
export function coveredMs(intervals: MergedIntervals, from: number, to: number): number {
  let covered = 0;
  for (const [start, end] of intervals) {
    const overlap = Math.min(end ?? to, to) - Math.max(start, from);
    if (overlap > 0) covered += overlap;
  }
  return covered;
}

/** The same intervals with an open one ended at `endAt`. */
export function closeAt(intervals: MergedIntervals, endAt: number): MergedIntervals {
  return intervals.map(([start, end]) => [start, end ?? Math.max(start, endAt)] as const);
}

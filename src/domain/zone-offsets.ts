import { Temporal } from 'temporal-polyfill';
import { DAY_MS } from './days.js';

/** The years for which offsets are tabulated; instants outside are left to Temporal itself. */
const TABLE_START = Date.UTC(1970, 0, 1);
const TABLE_END = Date.UTC(2100, 0, 1);

/** No UTC offset, and no jump between two, is longer than this. */
const LONGEST_OFFSET_MS = 2 * DAY_MS;

/** UTC offsets of a zone: `offsets[i]` holds from `starts[i]` (inclusive) until `starts[i + 1]`. */
export interface ZoneOffsets {
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

// A memo of a pure function: the same zone always yields the same table.
const tables = new Map<string, ZoneOffsets>();

/**
 * The offset table of a zone, asked from Temporal once and kept.
 * @throws RangeError if the zone is unknown.
 */
export function zoneOffsets(timeZone: string): ZoneOffsets {
  const known = tables.get(timeZone);
  if (known !== undefined) return known;
  const starts: number[] = [];
  const offsets: number[] = [];
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(TABLE_START).toZonedDateTimeISO(timeZone);
  while (at !== null && at.epochMilliseconds < TABLE_END) {
    starts.push(at.epochMilliseconds);
    offsets.push(at.offsetNanoseconds / 1e6);
    at = at.getTimeZoneTransition('next');
  }
  const table = { starts, offsets };
  tables.set(timeZone, table);
  return table;
}

/** Whether arithmetic that starts or ends at this instant may use the table. */
export function isTabulated(epochMs: number): boolean {
  return epochMs >= TABLE_START + LONGEST_OFFSET_MS && epochMs < TABLE_END - LONGEST_OFFSET_MS;
}

function indexAt(starts: readonly number[], epochMs: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= epochMs) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Milliseconds that local time is ahead of UTC at a tabulated instant. */
export function offsetAt(zone: ZoneOffsets, epochMs: number): number {
  return zone.offsets[indexAt(zone.starts, epochMs)] ?? 0;
}

/**
 * The instant at which a wall clock shows `localMs` (local date and time written as if it were UTC).
 * A doubled time means its first occurrence. A skipped time is, like Temporal's `compatible`, moved
 * on by the length of the gap — or, for `dayStart`, to the end of the gap.
 */
export function instantAt(
  zone: ZoneOffsets,
  localMs: number,
  skipped: 'compatible' | 'dayStart',
): number {
  const { starts, offsets } = zone;
  let index = indexAt(starts, localMs - LONGEST_OFFSET_MS);
  for (;;) {
    const from = starts[index] ?? 0;
    const candidate = localMs - (offsets[index] ?? 0);
    if (candidate < from && index > 0) {
      return skipped === 'dayStart' ? from : localMs - (offsets[index - 1] ?? 0);
    }
    if (candidate < (starts[index + 1] ?? Number.POSITIVE_INFINITY)) return candidate;
    index += 1;
  }
}

import { Temporal } from 'temporal-polyfill';

export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** The reading of calendar and clock in `timeZone` at an instant. */
export function localTime(at: Date, timeZone: string): { date: string; hour: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return { date: local.toPlainDate().toString(), hour: local.hour };
}

/**
 * The instant at which clocks in `timeZone` show this time, or null if no calendar has it (31 February, 24:30).
 * A time that a DST change skips or repeats resolves `compatible`.
 */
export function instantOfWallTime(time: WallTime, timeZone: string): Date | null {
  let local: Temporal.PlainDateTime;
  try {
    local = Temporal.PlainDateTime.from({ ...time }, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return new Date(local.toZonedDateTime(timeZone).epochMilliseconds);
}

/** The reading of calendar and clock, to the second. */
export interface WallClock {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

/** Reads instants in a time zone. Milliseconds are dropped. */
export function wallClockIn(timeZone: string): (iso: string) => WallClock {
  const format = new Intl.DateTimeFormat('de-DE', {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return (iso) => {
    const parts = format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]);
    return Object.fromEntries(parts);
  };
}

/** As a German spreadsheet reads it: `06.11.2026 14:30:15`, and midnight as the day alone. */
export function germanText({ day, month, year, hour, minute, second }: WallClock): string {
  const time = `${hour}:${minute}:${second}`;
  const date = `${day}.${month}.${year}`;
  return time === '00:00:00' ? date : `${date} ${time}`;
}

const DAY_MS = 86_400_000;
/** Days from 30 December 1899, on which spreadsheets count from, to 1 January 1970. */
const EPOCH_DAYS = 25_569;

/** As spreadsheets store it: days since the end of 1899, the time of day as their fraction. */
export function serialDay({ year, month, day, hour, minute, second }: WallClock): number {
  const [date, time] = [
    [year, month, day].map(Number) as [number, number, number],
    [hour, minute, second].map(Number) as [number, number, number],
  ];
  return Date.UTC(date[0], date[1] - 1, date[2], ...time) / DAY_MS + EPOCH_DAYS;
}

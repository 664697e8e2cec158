/**
 * An instant as a German spreadsheet reads it, in local time: `06.11.2026 14:30:15`, and midnight as
 * the day alone. Milliseconds are dropped.
 */
export function germanInstant(at: Date, timeZone: string): string {
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
  const parts = format.formatToParts(at).map(({ type, value }) => [type, value]);
  const { day, month, year, hour, minute, second } = Object.fromEntries(parts);
  const time = `${hour}:${minute}:${second}`;
  const date = `${day}.${month}.${year}`;
  return time === '00:00:00' ? date : `${date} ${time}`;
}

import { zoneOffsets } from '../zone-offsets.js';
import { contentLine } from './lines.js';

/** A zone with its changes of offset between two instants, as VTIMEZONE. */
export function timeZoneComponent(timeZone: string, from: Date, to: Date): string {
  const { starts, offsets } = zoneOffsets(timeZone);
  const first = Math.max(
    0,
    starts.findLastIndex((start) => start <= from.getTime()),
  );
  const end = starts.findIndex((start) => start > to.getTime());
  const parts: string[] = [];
  for (let nth = first; nth < (end < 0 ? starts.length : end); nth++) {
    const offset = offsets[nth] ?? 0;
    const before = offsets[nth - 1] ?? offset;
    const kind = offset > before ? 'DAYLIGHT' : 'STANDARD';
    // The wall time at which clocks change, by the offset that they leave.
    const onset = new Date((starts[nth] ?? 0) + before).toISOString().slice(0, 19);
    parts.push(
      `BEGIN:${kind}`,
      `DTSTART:${onset.replace(/[-:]/g, '')}`,
      `TZOFFSETFROM:${offsetValue(before)}`,
      `TZOFFSETTO:${offsetValue(offset)}`,
      `END:${kind}`,
    );
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...parts, 'END:VTIMEZONE']
    .map(contentLine)
    .join('');
}

function offsetValue(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const digits = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${offsetMs < 0 ? '-' : '+'}${digits.join('')}`;
}

import type { FileStyle } from '../import-file.js';

/** How a cell shows its number. */
export type NumberFormat =
  | { readonly kind: 'PLAIN' }
  | { readonly kind: 'DATE' }
  /** `00000`: with zeros in front up to so many digits. */
  | { readonly kind: 'PADDED'; readonly digits: number };

export const PLAIN: NumberFormat = { kind: 'PLAIN' };
const DATE: NumberFormat = { kind: 'DATE' };

/** Formats that have a number and no code: dates and times, of East Asian calendars too. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** @param code null for a format that is built in */
export function numberFormat(id: number, code: string | null): NumberFormat {
  if (code === null) return isBuiltInDate(id) ? DATE : PLAIN;
  // What is shown as it stands, and colours, currencies and conditions.
  const [positive = ''] = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[[^[\]]*\]/g, (bracket) => (/^\[[hms]/i.test(bracket) ? bracket : ''))
    .split(';');
  if (/^0{2,}$/.test(positive)) return { kind: 'PADDED', digits: positive.length };
  return /[dmyhsjt]/i.test(positive.replace(/general|standard/gi, '')) ? DATE : PLAIN;
}

const DAY_MS = 86_400_000;
/** Day 0 of the two epochs. */
const EPOCHS = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
export type Epoch = keyof typeof EPOCHS;
/** The end of the year 9999. */
const LAST_DAY = 2_958_466;

/** A number as a text that a list of this style would hold. */
export function numberText(
  number: number,
  format: NumberFormat,
  { epoch, style }: { epoch: Epoch; style: FileStyle },
): string {
  if (format.kind === 'DATE' && number >= 1 && number < LAST_DAY) return dateText(number, epoch);
  if (format.kind === 'PADDED' && Number.isSafeInteger(number) && number >= 0) {
    return String(number).padStart(format.digits, '0');
  }
  // Spreadsheets keep fifteen digits.
  const rounded = Number(number.toPrecision(15));
  const text =
    Math.abs(rounded) < 1e15 ? DECIMAL.format(rounded) : rounded.toExponential().toUpperCase();
  return style === 'GERMAN' ? text.replace('.', ',') : text;
}

const DECIMAL = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 15 });

/** `2026-11-06`, with a time of day `2026-11-06T14:30:15`. */
function dateText(serial: number, epoch: Epoch): string {
  // The 29 February 1900, which spreadsheets have and no calendar: days before it are one further on.
  const missing = epoch === 1900 && serial < 60 ? 1 : 0;
  const at = new Date(EPOCHS[epoch] + Math.round((serial + missing) * DAY_MS));
  const [date = '', time = ''] = at.toISOString().slice(0, -1).split('T');
  if (time === '00:00:00.000') return date;
  return `${date}T${time.endsWith('.000') ? time.slice(0, -4) : time}`;
}

/** What XML cannot hold stands in workbooks as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

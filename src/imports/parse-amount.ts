import type { CsvStyle } from './read-csv.js';
import type { Parsed } from './row-problem.js';

/** Digits before the decimal point that a decimal(14, 2) holds. */
const MAX_INTEGER_DIGITS = 12;

/**
 * A non-negative amount as a decimal string with two places: `1.250.000,00` → `1250000.00`.
 *
 * Where both separators occur the last one is the decimal; one that repeats, groups. A single separator before
 * exactly three digits (`12.500`) says nothing by itself and is read in the file's style.
 */
export function parseAmount(text: string, style: CsvStyle): Parsed<string> {
  const compact = withoutCurrency(text)
    .replace(/,-{1,2}$/, '')
    .replace(/(?<=\d)[\s\u2009\u202f'’](?=\d{3}(?!\d))/g, '');
  const example = style === 'GERMAN' ? '1.250.000,00' : '1,250,000.00';
  if (/^[-−–]\s*\d/.test(compact) || /\d-$/.test(compact)) {
    return { ok: false, code: 'NEGATIVE_AMOUNT', message: 'an amount cannot be negative' };
  }
  const parts = splitAmount(compact.replace(/^\+/, ''), style);
  if (parts === undefined) {
    return {
      ok: false,
      code: 'INVALID_AMOUNT',
      message: `is no amount; write it like ${example}`,
      params: { example },
    };
  }
  const integer = parts.integer.replace(/^0+(?=\d)/, '');
  const fraction = withoutZeros(parts.fraction);
  if (fraction.length > 2) {
    return {
      ok: false,
      code: 'AMOUNT_TOO_PRECISE',
      message: `has more than 2 decimal places; write it like ${example}`,
      params: { max: 2, example },
    };
  }
  if (integer.length > MAX_INTEGER_DIGITS) {
    return {
      ok: false,
      code: 'AMOUNT_TOO_LARGE',
      message: 'is more than 999999999999.99',
      params: { max: '999999999999.99' },
    };
  }
  return { ok: true, value: `${integer}.${fraction.padEnd(2, '0')}` };
}

function withoutCurrency(text: string): string {
  const rest = text.replace(/^(?:€|EUR)/i, '').trimStart();
  return rest.replace(/(?:€|EUR)$/i, '').trimEnd();
}

function withoutZeros(fraction: string): string {
  let end = fraction.length;
  while (fraction[end - 1] === '0') end--;
  return fraction.slice(0, end);
}

function splitAmount(
  text: string,
  style: CsvStyle,
): { integer: string; fraction: string } | undefined {
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(text)) return undefined;
  const decimal = decimalSeparator(text, style);
  const at = decimal === null ? text.length : text.lastIndexOf(decimal);
  const integer = text.slice(0, at);
  const fraction = text.slice(at + 1);
  if (decimal !== null && !/^\d+$/.test(fraction)) return undefined;
  const grouping = decimal === ',' ? '.' : decimal === '.' ? ',' : text.includes('.') ? '.' : ',';
  if (integer.includes(grouping)) {
    const groups = integer.split(grouping);
    const [first = '', ...rest] = groups;
    if (!/^[1-9]\d{0,2}$/.test(first) || !rest.every((group) => /^\d{3}$/.test(group))) {
      return undefined;
    }
    return { integer: groups.join(''), fraction };
  }
  return /^\d*$/.test(integer) ? { integer: integer || '0', fraction } : undefined;
}

function decimalSeparator(text: string, style: CsvStyle): '.' | ',' | null {
  const dot = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const only = dot >= 0 ? '.' : comma >= 0 ? ',' : null;
  if (only === null || text.indexOf(only) !== text.lastIndexOf(only)) return null;
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return only;
  return only === (style === 'GERMAN' ? ',' : '.') ? only : null;
}

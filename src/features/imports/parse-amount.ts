import type { FileStyle } from './import-file.js';
import type { Parsed } from './row-problem.js';

/** Digits before the decimal point that a decimal(14, 2) holds. */
const MAX_INTEGER_DIGITS = 12;

export interface ReadAmount {
  /** Decimal with two places: `1250000.00`. */
  readonly amount: string;
  /** Whether it was said to be about so much: `ca. 5.000`. */
  readonly approximate: boolean;
  /** ISO 4217, if the cell names one. */
  readonly currency: string | null;
}

/** What a shorthand behind a number multiplies it by, in zeros. */
const SHORTHANDS: readonly { readonly pattern: RegExp; readonly zeros: number }[] = [
  { pattern: / ?(?:Mrd|Milliarden?)\.?$/i, zeros: 9 },
  { pattern: / ?(?:Mio|Mill|Millionen|Million|M€|MEUR|Mil)\.?$/i, zeros: 6 },
  { pattern: /(?<=\d) ?M$/, zeros: 6 },
  { pattern: / ?(?:T€|TEUR|TCHF|Tsd|Tausend|thousand|k€|kEUR)\.?$/i, zeros: 3 },
  { pattern: /(?<=\d) ?[Tk]$/i, zeros: 3 },
];
const ABOUT = /^(?:ca\.?|circa|etwa|rund|ungefähr|approx\.?|about|~|≈|±)\s?/i;
const A_YEAR =
  / ?(?:p\. ?a\.?|pa|pro Jahr|im Jahr|jährlich|\/ ?(?:Jahr|J\.?|a|year)|per year|per annum|netto)$/i;
const OTHER_PERIOD =
  /(?:\/|pro|im|per) ?(?:Monat|Mon|month|Woche|week|Tag|day|Quartal|quarter)|monatlich|wöchentlich|monthly/i;
const CURRENCIES: Readonly<Record<string, string>> = {
  '€': 'EUR',
  EUR: 'EUR',
  EURO: 'EUR',
  CHF: 'CHF',
  SFR: 'CHF',
};

/**
 * A non-negative amount with what people write around it: `1,2 Mio.`, `10 T€`, `ca. 5.000 € p.a.`. Ranges (`5.000 - 7.000`),
 * limits (`> 10.000`) and amounts of another period than a year are no one amount.
 */
export function readAmount(text: string, style: FileStyle, factor = 1): Parsed<ReadAmount> {
  const given = text.normalize('NFKC').replace(/[−–]/g, '-').trim();
  if (/^\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(given)) {
    return {
      ok: false,
      code: 'NUMBER_SHORTENED',
      message: 'is a number that Excel has shortened; widen the column, and export it again',
    };
  }
  if (OTHER_PERIOD.test(given)) {
    const message = 'is the amount of another period; write the one of a year';
    return { ok: false, code: 'AMOUNT_PER_PERIOD', message };
  }
  const isRange = /\d[^\d]{0,12}(?<!,)(?:-|bis|to)[^\d]{0,12}\d/i.test(given);
  if (isRange || /^(?:[<>≥≤]|über|mehr als|unter|bis|ab|min|max|mind|over|up to)/i.test(given)) {
    const message = 'is a range; write the amount that is expected';
    return { ok: false, code: 'AMOUNT_RANGE', message };
  }
  const approximate = ABOUT.test(given);
  const plain = given.replace(ABOUT, '').replace(A_YEAR, '');
  const { currency, rest } = withoutCurrency(plain);
  const short = SHORTHANDS.find(({ pattern }) => pattern.test(rest));
  const digits = short ? rest.replace(short.pattern, '') : rest;
  const named = /CHF$/i.test(rest) ? 'CHF' : null;
  const zeros = (short?.zeros ?? 0) || Math.round(Math.log10(factor));
  const { currency: inner, rest: number } = withoutCurrency(digits);
  const parsed = zeros === 0 ? parseAmount(number, style) : parseShort(number, style, zeros);
  if (!parsed.ok) return parsed;
  return {
    ok: true,
    value: { amount: parsed.value, approximate, currency: currency ?? inner ?? named },
  };
}

/** `1,2` of millions: the number moved by its zeros. A single separator is a decimal one, but in `1.200 T€`. */
function parseShort(text: string, style: FileStyle, zeros: number): Parsed<string> {
  const isSmall = zeros > 3 && /^\d{1,3}[.,]\d{1,3}$/.test(text);
  const [whole = '', fraction = ''] = isSmall ? text.split(/[.,]/) : [];
  if (isSmall) return parseAmount(moved(whole, fraction, zeros), style);
  const exact = parseAmount(text, style);
  if (!exact.ok) return exact;
  const [integer = '', cents = ''] = exact.value.split('.');
  return parseAmount(moved(integer, cents, zeros), style);
}

function moved(integer: string, fraction: string, zeros: number): string {
  return `${integer}${fraction.slice(0, zeros).padEnd(zeros, '0')}`;
}

/**
 * A non-negative amount as a decimal string with two places: `1.250.000,00` → `1250000.00`.
 *
 * Where both separators occur the last one is the decimal; one that repeats, groups. A single separator before
 * exactly three digits (`12.500`) says nothing by itself and is read in the file's style.
 */
export function parseAmount(text: string, style: FileStyle): Parsed<string> {
  const compact = withoutCurrency(text)
    .rest.replace(/,-{1,2}$/, '')
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

/** The text without a currency before or behind it, and which it was. */
function withoutCurrency(text: string): { rest: string; currency: string | null } {
  const [before] = /^(?:€|EURO?|CHF|SFr\.?)(?![\p{L}])/iu.exec(text) ?? [];
  const front = text.slice(before?.length ?? 0).trimStart();
  const [behind] = /(?<![\p{L}])(?:€|EURO?|CHF|SFr\.?)$/iu.exec(front) ?? [];
  const rest = front.slice(0, front.length - (behind?.length ?? 0)).trimEnd();
  const name = (before ?? behind ?? '').toUpperCase().replace('.', '');
  return { rest, currency: CURRENCIES[name] ?? null };
}

function withoutZeros(fraction: string): string {
  let end = fraction.length;
  while (fraction[end - 1] === '0') end--;
  return fraction.slice(0, end);
}

function splitAmount(
  text: string,
  style: FileStyle,
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

function decimalSeparator(text: string, style: FileStyle): '.' | ',' | null {
  const dot = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const only = dot >= 0 ? '.' : comma >= 0 ? ',' : null;
  if (only === null || text.indexOf(only) !== text.lastIndexOf(only)) return null;
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return only;
  return only === (style === 'GERMAN' ? ',' : '.') ? only : null;
}

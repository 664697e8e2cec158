import { normalizeEmail, normalizePhone, normalizeWebsite } from '../domain/matching.js';
import { characterCount, cleanLine, cleanParagraphs } from '../domain/text/clean.js';
import { findBusinessType } from './business-types.js';
import type { ImportField } from './columns.js';
import { findCountry } from './countries.js';
import { parseAmount } from './parse-amount.js';
import { parsePastDate } from './parse-date.js';
import { parsePostalCode } from './parse-postal-code.js';
import { parseTags } from './parse-tags.js';
import type { CsvRecord, CsvStyle } from './read-csv.js';
import {
  type Parsed,
  type RowProblem,
  type RowWarning,
  type RowWarningCode,
  shortened,
} from './row-problem.js';

/** One valid row of a file. Empty cells are null. */
export interface ImportRow {
  readonly companyName: string;
  readonly postalCode: string | null;
  readonly city: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** A code if one is meant; else as the file writes it. */
  readonly businessType: string | null;
  readonly contactName: string | null;
  /** Lower-case. */
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  /** Domain without `www.`. */
  readonly website: string | null;
  readonly source: string | null;
  readonly registeredAt: Date | null;
  /** Decimal with two places: `1250000.00`. */
  readonly estimatedVolume: string | null;
  /** ISO 4217. */
  readonly currency: string;
  readonly vatId: string | null;
  readonly tags: readonly string[];
  /** May contain line breaks (`\n`). */
  readonly notes: string | null;
  /** Why it is another company than the one that it resembles. */
  readonly overrideReason: string | null;
}

export type ParsedRow =
  | { readonly ok: true; readonly row: ImportRow; readonly warnings: readonly RowWarning[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

export interface RowOptions {
  readonly now: Date;
  readonly style: CsvStyle;
  /** The policy's zone; a date without a time is midnight there. Default `Europe/Berlin`. */
  readonly timeZone?: string;
  /** ISO 3166 alpha-2 for rows that name no country. Default `DE`. */
  readonly defaultCountry?: string;
  /** Whether `06/11/2026` is in November. Default: in German files yes, in English ones such dates are refused. */
  readonly dayFirst?: boolean;
  /** The file's own headers, for messages. */
  readonly columnNames?: Readonly<Partial<Record<ImportField, string>>>;
}

/** Most characters of a cell. */
export const FIELD_LIMITS = {
  companyName: 200,
  postalCode: 12,
  city: 100,
  country: 60,
  businessType: 60,
  contactName: 120,
  email: 254,
  phone: 40,
  website: 255,
  source: 120,
  registeredAt: 40,
  estimatedVolume: 40,
  currency: 20,
  vatId: 40,
  // Fifty of fifty characters each, as the API takes them.
  tags: 2_700,
  notes: 5_000,
  overrideReason: 500,
} satisfies Record<ImportField, number>;

/** Checks and normalises a record; reports everything that is wrong with it at once. Never throws. */
export function parseRow(record: CsvRecord, options: RowOptions): ParsedRow {
  const problems: RowProblem[] = [];
  const warnings: RowWarning[] = [];
  const columnOf = (field: ImportField) => options.columnNames?.[field] ?? field;

  function reject(
    field: ImportField,
    value: string,
    fault: Omit<Parsed<never> & { ok: false }, 'ok'>,
  ) {
    const message = value === '' ? fault.message : `“${shortened(value)}” ${fault.message}`;
    const { code, params = {} } = fault;
    problems.push({
      code,
      field,
      column: columnOf(field),
      value: shortened(value),
      message,
      params,
    });
  }
  function warn(code: RowWarningCode, field: ImportField, value: string, message: string) {
    const remark = { code, field, column: columnOf(field), value: shortened(value), params: {} };
    warnings.push({ ...remark, message: `“${shortened(value)}” ${message}` });
  }

  /** The cleaned cell, or null if it is empty or too long. */
  function cell(field: ImportField): string | null {
    const raw = record[field] ?? '';
    const text = field === 'notes' ? cleanParagraphs(raw) : cleanLine(raw);
    const max = FIELD_LIMITS[field];
    if (text.length > max && characterCount(text) > max) {
      const length = characterCount(text);
      reject(field, text, {
        code: 'TOO_LONG',
        message: `has ${length} characters; at most ${max} are allowed`,
        params: { length, max },
      });
      return null;
    }
    return text === '' ? null : text;
  }
  function optional<T>(field: ImportField, parse: (text: string) => Parsed<T>): T | null {
    const text = cell(field);
    if (text === null) return null;
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    reject(field, text, parsed);
    return null;
  }
  function required(field: ImportField): string {
    const before = problems.length;
    const text = cell(field);
    if (text === null) {
      if (problems.length === before) {
        reject(field, '', {
          code: 'REQUIRED',
          message: `${columnOf(field)} is empty; every lead needs one`,
        });
      }
      return '';
    }
    if (!/[\p{L}\p{N}]/u.test(text)) {
      reject(field, text, { code: 'NO_LETTERS', message: 'has neither a letter nor a digit' });
    }
    return text;
  }

  const fallbackCountry = options.defaultCountry ?? 'DE';
  const companyName = required('companyName');
  const city = required('city');
  const country = optional('country', parseCountry) ?? fallbackCountry;
  const postalCode = optional('postalCode', (text) => parsePostalCode(text, country));
  const row: ImportRow = {
    companyName,
    postalCode,
    city,
    country,
    businessType: businessTypeOf(cell('businessType')),
    contactName: cell('contactName'),
    email: optional('email', parseEmail),
    phone: optional('phone', (text) => parsePhone(text, country)),
    website: optional('website', parseWebsite),
    source: cell('source'),
    registeredAt: optional('registeredAt', (text) =>
      parsePastDate(text, {
        now: options.now,
        timeZone: options.timeZone ?? 'Europe/Berlin',
        dayFirst: options.dayFirst ?? (options.style === 'GERMAN' ? true : undefined),
      }),
    ),
    estimatedVolume: optional('estimatedVolume', (text) => parseAmount(text, options.style)),
    currency: optional('currency', parseCurrency) ?? 'EUR',
    vatId: cell('vatId'),
    tags: optional('tags', parseTags) ?? [],
    notes: cell('notes'),
    overrideReason: cell('overrideReason'),
  };
  if (problems.length > 0) return { ok: false, problems };

  const { businessType } = row;
  if (businessType !== null && findBusinessType(businessType) === null) {
    const message = 'is no usual business type; it was kept as it is';
    warn('UNKNOWN_BUSINESS_TYPE', 'businessType', businessType, message);
  }
  const writtenPostalCode = record.postalCode ?? '';
  if (postalCode?.startsWith('0') && !writtenPostalCode.includes(postalCode)) {
    warn('LEADING_ZERO_RESTORED', 'postalCode', writtenPostalCode, `was read as ${postalCode}`);
  }
  for (const field of ['companyName', 'city', 'contactName'] as const) {
    const text = row[field];
    if (text !== null && LOST_LETTER.test(text)) {
      warn('LETTERS_LOST', field, text, 'seems to have lost letters when the file was exported');
    }
  }
  return { ok: true, row, warnings };
}

/** What an exporter writes for letters that its code page lacks: `Ay?e`, `?ukasz`. */
const LOST_LETTER = /\p{L}\?\p{L}|(?:^|\s)\?\p{Ll}/u;

function parseCountry(text: string): Parsed<string> {
  const value = findCountry(text);
  if (value !== null) return { ok: true, value };
  return {
    ok: false,
    code: 'UNKNOWN_COUNTRY',
    message: 'is no country; write its two-letter code (DE) or its name in German or English',
  };
}

/** Not silently OTHER: protection periods may differ by business type. */
function businessTypeOf(text: string | null): string | null {
  return text === null ? null : (findBusinessType(text) ?? text);
}

/** Signs and everyday names of the currencies around. */
const CURRENCIES: Readonly<Record<string, string>> = {
  '€': 'EUR',
  EURO: 'EUR',
  'SFR.': 'CHF',
  SFR: 'CHF',
  FRANKEN: 'CHF',
};

function parseCurrency(text: string): Parsed<string> {
  const upper = text.toUpperCase();
  const value = CURRENCIES[upper] ?? upper;
  if (/^[A-Z]{3}$/.test(value)) return { ok: true, value };
  return {
    ok: false,
    code: 'UNKNOWN_CURRENCY',
    message: 'is no currency; write its code of three letters, such as EUR',
  };
}

function parseEmail(text: string): Parsed<string> {
  const value = normalizeEmail(text);
  if (value !== null) return { ok: true, value };
  return {
    ok: false,
    code: 'INVALID_EMAIL',
    message: 'is no e-mail address; write one like name@example.com',
  };
}

function parsePhone(text: string, country: string): Parsed<string> {
  const value = normalizePhone(text, country);
  if (value !== null) return { ok: true, value };
  return {
    ok: false,
    code: 'INVALID_PHONE',
    message: `is no phone number of ${country}; write it like +49 30 1234567`,
    params: { country },
  };
}

function parseWebsite(text: string): Parsed<string> {
  const value = normalizeWebsite(text);
  if (value !== null) return { ok: true, value };
  return {
    ok: false,
    code: 'INVALID_WEBSITE',
    message: 'is no web address; write it like www.example.com',
  };
}

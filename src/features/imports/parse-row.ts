import {
  characterCount,
  cleanLine,
  cleanParagraphs,
  isLongerThan,
} from '../../domain/text/clean.js';
import type { NewContact } from '../leads/new-lead.js';
import { findBusinessType } from './business-types.js';
import type { ImportField } from './column-names.js';
import { contactsOfRow } from './contacts-of-row.js';
import { controlCharacters } from './control-characters.js';
import { isSpreadsheetError, saysNothing } from './empty-cells.js';
import { FIELD_LIMITS } from './field-limits.js';
import type { HeaderUnit } from './header-unit.js';
import type { FileRecord, FileStyle } from './import-file.js';
import { readAmount } from './parse-amount.js';
import { parseCurrency, parseWebsite } from './parse-cells.js';
import { parsePastDate } from './parse-date.js';
import { parseEmails } from './parse-emails.js';
import { parsePhones } from './parse-phone.js';
import { parseTags } from './parse-tags.js';
import { placeOfRow } from './place-of-row.js';
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
  /** The first one is the primary one. E-mails are lower-case, phones E.164, with extensions set off. */
  readonly contacts: readonly NewContact[];
  /** Domain without `www.`. */
  readonly website: string | null;
  readonly source: string | null;
  readonly registeredAt: Date | null;
  /** Decimal with two places: `1250000.00`. */
  readonly estimatedVolume: string | null;
  /** ISO 4217. */
  readonly currency: string;
  readonly vatId: string | null;
  /** The agent of the company, as the file writes it. */
  readonly representative: string | null;
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
  readonly style: FileStyle;
  /** The policy's zone; a date without a time is midnight there. Default `Europe/Berlin`. */
  readonly timeZone?: string;
  /** ISO 3166 alpha-2 for rows that name no country. Default `DE`. */
  readonly defaultCountry?: string;
  /** Whether `06/11/2026` is in November. Default: in German files yes, in English ones such dates are refused. */
  readonly dayFirst?: boolean;
  /** The unit of all amounts, from the header. */
  readonly volumeUnit?: HeaderUnit;
  /** The file's own headers, for messages. */
  readonly columnNames?: Readonly<Partial<Record<ImportField, string>>>;
}

/** Fields in which line breaks say something: between paragraphs, or between the cells of several columns. */
const LINES: readonly ImportField[] = ['notes', 'email', 'phone', 'mobile', 'address'];

/** Checks and normalises a record; reports everything that is wrong with it at once. Never throws. */
export function parseRow(record: FileRecord, options: RowOptions): ParsedRow {
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

  /** The cleaned cell; null if it is empty, says that it is, or is too long. */
  function cell(field: ImportField): string | null {
    const raw = record[field] ?? '';
    const text = LINES.includes(field) ? cleanParagraphs(raw) : cleanLine(raw);
    const max = FIELD_LIMITS[field];
    if (isLongerThan(text, max)) {
      const length = characterCount(text);
      reject(field, text, {
        code: 'TOO_LONG',
        message: `has ${length} characters; at most ${max} are allowed`,
        params: { length, max },
      });
      return null;
    }
    if (text === '' || saysNothing(text)) return null;
    if (text.includes('\uFFFD')) {
      reject(field, text, {
        code: 'LETTERS_MISSING',
        message:
          'has letters that an earlier program could not read; export the list again as “CSV UTF-8”',
      });
      return null;
    }
    if (isSpreadsheetError(text)) {
      warn('EMPTIED', field, text, 'is the error of a formula; it was taken as empty');
      return null;
    }
    const left = controlCharacters(raw);
    if (left.length > 0) {
      const message = `is what is left without the control characters ${left.join(', ')}; is a letter missing?`;
      warn('CONTROL_CHARACTERS', field, text, message);
    }
    return text;
  }
  function optional<T>(field: ImportField, parse: (text: string) => Parsed<T>): T | null {
    const text = cell(field);
    if (text === null) return null;
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    reject(field, text, parsed);
    return null;
  }
  /** What a row without it is told: what stands there instead, if anything does. */
  function rejectMissing(field: ImportField) {
    const text = cleanLine(record[field] ?? '');
    const column = columnOf(field);
    if (isSpreadsheetError(text)) {
      const message = `is the error of a formula; every lead needs a ${column}`;
      reject(field, text, { code: 'SPREADSHEET_ERROR', message });
    } else if (text === '') {
      const message = `${column} is empty; every lead needs one`;
      reject(field, '', { code: 'REQUIRED', message });
    } else if (/[\p{L}\p{N}]/u.test(text)) {
      reject(field, text, {
        code: 'REQUIRED',
        message: `says nothing; every lead needs a ${column}`,
      });
    } else {
      reject(field, text, { code: 'NO_LETTERS', message: 'has neither a letter nor a digit' });
    }
  }
  function required(field: ImportField, before: number, text: string | null): string {
    if (text === null && problems.length === before) rejectMissing(field);
    if (text !== null && !/[\p{L}\p{N}]/u.test(text)) {
      reject(field, text, { code: 'NO_LETTERS', message: 'has neither a letter nor a digit' });
    }
    return text ?? '';
  }
  function numbers(field: 'phone' | 'mobile', country: string): string[] {
    const read = optional(field, (text) => parsePhones(text, country)) ?? [];
    for (const { number, plusRestored } of read) {
      if (!plusRestored) continue;
      const written = cleanLine(record[field] ?? '');
      warn('COUNTRY_CODE_RESTORED', field, written, `was read as ${number}`);
    }
    return read.map(({ number }) => number);
  }

  const beforeName = problems.length;
  const name = required('companyName', beforeName, cell('companyName'));
  const addition = cell('companyName2');
  const companyName = addition === null || name === '' ? name : `${name} ${addition}`;
  if (name !== '' && !/\p{L}/u.test(name)) {
    warn('ONLY_DIGITS', 'companyName', name, 'has no letters; is it the name of the company?');
  }
  const beforePlace = problems.length;
  const place = placeOfRow(
    {
      postalCode: cell('postalCode'),
      city: cell('city'),
      postalCodeAndCity: cell('postalCodeAndCity'),
      address: cell('address'),
      country: cell('country'),
    },
    {
      vatId: record.vatId ?? null,
      phone: record.phone ?? null,
      website: record.website ?? null,
      email: record.email ?? null,
    },
    options.defaultCountry ?? 'DE',
    { reject, warn },
  );
  const { postalCode, country } = place;
  const cityField = placeField(record);
  const city = required(cityField, beforePlace, place.city);
  const emails = optional('email', parseEmails) ?? [];
  const phones = [...new Set([...numbers('phone', country), ...numbers('mobile', country)])];
  const unit = options.volumeUnit ?? { factor: 1, currency: null };
  const volume = optional('estimatedVolume', (text) =>
    readAmount(text, options.style, unit.factor),
  );
  if (volume?.approximate) {
    const message = `was read as ${volume.amount}`;
    warn('AMOUNT_APPROXIMATE', 'estimatedVolume', record.estimatedVolume ?? '', message);
  }
  const row: ImportRow = {
    companyName,
    postalCode,
    city,
    country,
    businessType: businessTypeOf(cell('businessType')),
    contacts: contactsOfRow({
      contactName: cell('contactName'),
      salutation: cell('salutation'),
      title: cell('title'),
      firstName: cell('firstName'),
      lastName: cell('lastName'),
      role: cell('role'),
      emails,
      phones,
    }),
    website: optional('website', parseWebsite),
    source: cell('source'),
    registeredAt: optional('registeredAt', (text) =>
      parsePastDate(text, {
        now: options.now,
        timeZone: options.timeZone ?? 'Europe/Berlin',
        dayFirst: options.dayFirst ?? (options.style === 'GERMAN' ? true : undefined),
      }),
    ),
    estimatedVolume: volume?.amount ?? null,
    currency: optional('currency', parseCurrency) ?? volume?.currency ?? unit.currency ?? 'EUR',
    vatId: cell('vatId'),
    representative: cell('representative'),
    tags: optional('tags', parseTags) ?? [],
    notes: cell('notes'),
    overrideReason: cell('overrideReason'),
  };
  if (characterCount(companyName) > FIELD_LIMITS.companyName) {
    reject('companyName', companyName, {
      code: 'TOO_LONG',
      message: `has more than ${FIELD_LIMITS.companyName} characters with “${shortened(addition ?? '')}”`,
      params: { length: characterCount(companyName), max: FIELD_LIMITS.companyName },
    });
  }
  if (problems.length > 0) return { ok: false, problems };

  const { businessType } = row;
  if (businessType !== null && findBusinessType(businessType) === null) {
    const message = 'is no usual business type; it was kept as it is';
    warn('UNKNOWN_BUSINESS_TYPE', 'businessType', businessType, message);
  }
  for (const [field, text] of [
    ['companyName', companyName],
    [cityField, city],
    ['contactName', row.contacts[0]?.name ?? ''],
  ] as const) {
    if (LOST_LETTER.test(text)) {
      warn('LETTERS_LOST', field, text, 'seems to have lost letters when the file was exported');
    }
  }
  return { ok: true, row, warnings };
}

/** The column of a row in which the city is looked for first. */
function placeField(record: FileRecord): ImportField {
  if (record.city !== undefined) return 'city';
  return record.postalCodeAndCity === undefined ? 'address' : 'postalCodeAndCity';
}

/** What an exporter writes for letters that its code page lacks: `Ay?e`, `?ukasz`. */
const LOST_LETTER = /\p{L}\?\p{L}|(?:^|\s)\?\p{Ll}/u;

/** Not silently OTHER: protection periods may differ by business type. */
function businessTypeOf(text: string | null): string | null {
  return text === null ? null : (findBusinessType(text) ?? text);
}

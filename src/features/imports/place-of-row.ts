import { postalCodeFault, readPostalCode } from '../../domain/postal-codes.js';
import type { ImportField } from './column-names.js';
import { findCountry } from './countries.js';
import { type PlaceParts, readAddress, readPlace } from './read-place.js';
import type { Parsed, RowWarningCode } from './row-problem.js';

type Fault = Omit<Parsed<never> & { ok: false }, 'ok'>;

/** The cells of a row that say where the company is; null where they say nothing. */
export type PlaceCells = Readonly<
  Record<'postalCode' | 'city' | 'postalCodeAndCity' | 'address' | 'country', string | null>
>;

/** What beside them tells the country of a row that names none. */
export interface Hints {
  readonly vatId: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly email: string | null;
}

export interface PlaceReport {
  reject(field: ImportField, value: string, fault: Fault): void;
  warn(code: RowWarningCode, field: ImportField, value: string, message: string): void;
}

export interface Place {
  readonly postalCode: string | null;
  /** Null if no cell names one. */
  readonly city: string | null;
  readonly country: string;
}

/** Larger cities by whose name alone the country of a four-digit code is known. */
const CITIES: Readonly<Record<string, string>> = {
  wien: 'AT',
  vienna: 'AT',
  graz: 'AT',
  linz: 'AT',
  salzburg: 'AT',
  innsbruck: 'AT',
  klagenfurt: 'AT',
  villach: 'AT',
  bregenz: 'AT',
  dornbirn: 'AT',
  zürich: 'CH',
  zuerich: 'CH',
  genf: 'CH',
  genève: 'CH',
  basel: 'CH',
  bern: 'CH',
  lausanne: 'CH',
  winterthur: 'CH',
  luzern: 'CH',
  'st. gallen': 'CH',
  lugano: 'CH',
  davos: 'CH',
  zermatt: 'CH',
};

/** Puts together what the cells of a row say of its place; what contradicts itself is refused by name. */
export function placeOfRow(
  cells: PlaceCells,
  hints: Hints,
  fallbackCountry: string,
  report: PlaceReport,
): Place {
  const code = cells.postalCode === null ? null : placeInCodeCell(cells.postalCode);
  const city = cells.city === null ? null : readPlace(cells.city);
  const both = cells.postalCodeAndCity === null ? null : readPlace(cells.postalCodeAndCity);
  const address = cells.address === null ? null : readAddress(cells.address);
  const parts = [code, city, both, address].filter((part): part is PlaceParts => part !== null);

  const named = cells.country === null ? null : findCountry(cells.country);
  if (cells.country !== null && named === null) {
    report.reject('country', cells.country, {
      code: 'UNKNOWN_COUNTRY',
      message: 'is no country; write its two-letter code (DE) or its name in German or English',
    });
  }
  const prefix = parts.find((part) => part.country !== null)?.country ?? null;
  if (named !== null && prefix !== null && named !== prefix) {
    report.reject('country', cells.country ?? '', {
      code: 'COUNTRY_DIFFERS',
      message: `is ${named}, but the place of the row says ${prefix}; correct one of them`,
      params: { country: named, other: prefix },
    });
  }
  const codes = [...new Set(parts.flatMap(({ postalCode }) => postalCode ?? []))];
  const [firstCode = null, otherCode] = codes;
  const field = fieldOf(cells);
  if (otherCode !== undefined && `0${firstCode}` !== otherCode && `0${otherCode}` !== firstCode) {
    report.reject(field, firstCode ?? '', {
      code: 'POSTAL_CODE_DIFFERS',
      message: `is not ${otherCode}, which another column of the row says; correct one of them`,
      params: { other: otherCode },
    });
  }
  const cityName = [city, both, address, code].find((part) => part?.city != null)?.city ?? null;
  if (code?.city != null && code.city !== cityName) {
    const message = `names “${code.city}” too, which was not used`;
    report.warn('NOT_USED', 'postalCode', cells.postalCode ?? '', message);
  }
  const told = named ?? prefix;
  const assumed =
    told === null && /^\d{4}$/.test(firstCode ?? '') ? assumedCountry(cityName, hints) : null;
  const country = told ?? assumed ?? fallbackCountry;
  if (assumed !== null && assumed !== fallbackCountry) {
    const message = `was read as a postal code of ${assumed}, by the rest of the row; a column for the country makes sure`;
    report.warn('COUNTRY_ASSUMED', field, firstCode ?? '', message);
  }
  const postalCode =
    firstCode === null
      ? null
      : checkedCode(firstCode, country, cells[field] ?? firstCode, field, report);
  return { postalCode, city: cityName, country };
}

/** The column in which the postal code stands. */
function fieldOf(cells: PlaceCells): 'postalCode' | 'city' | 'postalCodeAndCity' | 'address' {
  const fields = ['postalCode', 'postalCodeAndCity', 'city', 'address'] as const;
  return fields.find((field) => /\d/.test(cells[field] ?? '')) ?? 'postalCode';
}

/** `80331`, `D-80331`, `01067.0`, `1,067` (a number with a separator), `'01067`, `80331 München`. */
function placeInCodeCell(cell: string): PlaceParts {
  const text = cell
    .replace(/^['’]/, '')
    .replace(/[.,]0+$/, '')
    .replace(/^(\d{1,2})[.,](\d{3})$/, '$1$2');
  const { code, country } = readPostalCode(text);
  if (!/\p{L}{3}/u.test(code)) return { postalCode: code, city: null, country };
  const place = readPlace(text.replace(/^(?:PLZ|Postleitzahl)[.:\s]*/i, ''));
  return place.postalCode === null ? { postalCode: code, city: null, country } : place;
}

/** The code in the form of its country. A German one of four digits gets back the zero that spreadsheets drop. */
function checkedCode(
  code: string,
  country: string,
  written: string,
  field: ImportField,
  { reject, warn }: PlaceReport,
): string | null {
  const lostZero =
    (country === 'DE' || country === 'IT' || country === 'FR') && /^\d{4}$/.test(code);
  const value = lostZero ? `0${code}` : code;
  const allowed = postalCodeFault(value, country);
  if (allowed === null) {
    if (lostZero) warn('LEADING_ZERO_RESTORED', field, written, `was read as ${value}`);
    return value;
  }
  reject(field, written, {
    code: 'INVALID_POSTAL_CODE',
    message: `is no postal code of ${country}: ${allowed} are allowed`,
    params: { country, allowed },
  });
  return null;
}

function assumedCountry(
  city: string | null,
  { vatId, phone, website, email }: Hints,
): string | null {
  const byName = CITIES[(city ?? '').toLowerCase()];
  if (byName !== undefined) return byName;
  if (/^ATU/i.test(vatId ?? '')) return 'AT';
  if (/^CHE/i.test(vatId ?? '')) return 'CH';
  const dialled = (phone ?? '').replace(/\s/g, '');
  if (/^(?:\+|00)43/.test(dialled)) return 'AT';
  if (/^(?:\+|00)41/.test(dialled)) return 'CH';
  const host = `${website ?? ''} ${email ?? ''} `.toLowerCase();
  if (/\.at[\s/]/.test(host)) return 'AT';
  return /\.ch[\s/]/.test(host) ? 'CH' : null;
}

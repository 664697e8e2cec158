import { CsvFileError } from './csv-file-error.js';
import { shortened } from './row-problem.js';

export type ImportField =
  | 'companyName'
  | 'postalCode'
  | 'city'
  | 'country'
  | 'businessType'
  | 'contactName'
  | 'email'
  | 'phone'
  | 'website'
  | 'source'
  | 'registeredAt'
  | 'estimatedVolume'
  | 'currency'
  | 'vatId'
  | 'tags'
  | 'notes'
  | 'overrideReason';

interface ColumnNames {
  de: readonly string[];
  en: readonly string[];
}

/** Accepted header names, the usual one first. Case, punctuation, spaces and umlaut spelling do not matter. */
export const COLUMN_NAMES = {
  companyName: {
    de: [
      'Firma',
      'Firmenname',
      'Unternehmen',
      'Unternehmensname',
      'Betrieb',
      'Kunde',
      'Kundenname',
    ],
    en: [
      'Company',
      'Company name',
      'Organisation',
      'Organization',
      'Account',
      'Account name',
      'Customer',
    ],
  },
  postalCode: {
    de: ['PLZ', 'Postleitzahl'],
    en: ['Postal code', 'Postcode', 'Post code', 'ZIP', 'ZIP code'],
  },
  city: { de: ['Ort', 'Stadt', 'Standort', 'Firmensitz'], en: ['City', 'Town', 'Place'] },
  country: {
    de: ['Land', 'Länderkürzel', 'Ländercode', 'Staat'],
    en: ['Country', 'Country code'],
  },
  businessType: {
    de: ['Branche', 'Betriebsart', 'Betriebstyp', 'Geschäftsart', 'Kundenart'],
    en: ['Business type', 'Type of business', 'Industry', 'Sector', 'Segment'],
  },
  contactName: {
    de: [
      'Ansprechpartner',
      'Ansprechpartnerin',
      'Ansprechperson',
      'Kontakt',
      'Kontaktperson',
      'Kontaktname',
    ],
    en: ['Contact person', 'Contact', 'Contact name'],
  },
  email: {
    de: ['E-Mail', 'Mail', 'E-Mail-Adresse', 'Mailadresse'],
    en: ['Email', 'Email address', 'Mail address'],
  },
  phone: {
    de: ['Telefon', 'Tel.', 'Telefonnummer', 'Tel.-Nr.', 'Rufnummer'],
    en: ['Phone', 'Phone number', 'Telephone', 'Telephone number'],
  },
  website: {
    de: ['Webseite', 'Internetseite', 'Internetadresse', 'Webadresse', 'Internet'],
    en: ['Website', 'Web site', 'Web', 'Homepage', 'URL', 'Domain'],
  },
  source: { de: ['Quelle', 'Herkunft', 'Leadquelle'], en: ['Source', 'Lead source', 'Origin'] },
  registeredAt: {
    de: [
      'Registriert am',
      'Registrierungsdatum',
      'Registriert',
      'Gemeldet am',
      'Erfasst am',
      'Angelegt am',
      'Datum',
    ],
    en: [
      'Registered at',
      'Registered on',
      'Registered',
      'Registration date',
      'Created at',
      'Created on',
      'Date',
    ],
  },
  estimatedVolume: {
    de: [
      'Erwarteter Umsatz',
      'Umsatz',
      'Umsatzerwartung',
      'Umsatzpotenzial',
      'Geschätzter Umsatz',
      'Erwartetes Volumen',
      'Volumen',
    ],
    en: [
      'Expected volume',
      'Estimated volume',
      'Volume',
      'Expected revenue',
      'Estimated revenue',
      'Revenue',
      'Turnover',
    ],
  },
  currency: { de: ['Währung'], en: ['Currency', 'Currency code'] },
  vatId: {
    de: [
      'USt-IdNr.',
      'USt-ID',
      'UStID',
      'Umsatzsteuer-ID',
      'Umsatzsteuer-Identifikationsnummer',
      'UID',
    ],
    en: ['VAT id', 'VAT number', 'VAT no.', 'VAT'],
  },
  tags: { de: ['Schlagworte', 'Schlagwörter', 'Tags'], en: ['Tags', 'Labels'] },
  notes: {
    de: ['Notizen', 'Notiz', 'Bemerkung', 'Bemerkungen', 'Kommentar', 'Anmerkung', 'Anmerkungen'],
    en: ['Notes', 'Note', 'Comment', 'Comments', 'Remark', 'Remarks'],
  },
  overrideReason: { de: ['Abgrenzung'], en: ['Override reason'] },
} satisfies Record<ImportField, ColumnNames>;

const MANDATORY: readonly ImportField[] = ['companyName', 'city'];
const FIELDS = Object.keys(COLUMN_NAMES) as ImportField[];

export interface Columns {
  /** Field of each column by position, null where the column is not imported. */
  readonly fields: readonly (ImportField | null)[];
  /** The header as the file spells it, for messages. */
  readonly names: Readonly<Partial<Record<ImportField, string>>>;
  readonly unknown: readonly string[];
  /** How many header cells at the end are empty. */
  readonly unnamedAtEnd: number;
  /** How the known headers split by language. Names that both languages share count for neither. */
  readonly german: number;
  readonly english: number;
}

/** Assigns a header row's cells to fields; judges nothing. */
export function mapColumns(header: readonly string[]): Columns {
  const names: Partial<Record<ImportField, string>> = {};
  const unknown: string[] = [];
  let german = 0;
  let english = 0;
  const fields = header.map((cell) => {
    const name = cell.trim();
    const known = lookUp(name);
    if (known === undefined) {
      if (name !== '') unknown.push(name);
      return null;
    }
    names[known.field] ??= name;
    if (known.german && !known.english) german++;
    if (known.english && !known.german) english++;
    return known.field;
  });
  const lastNamed = header.findLastIndex((cell) => cell.trim() !== '');
  const unnamedAtEnd = header.length - 1 - lastNamed;
  return { fields, names, unknown, unnamedAtEnd, german, english };
}

/** @throws CsvFileError if a mandatory column is missing or two columns mean the same field */
export function checkColumns(columns: Columns, header: readonly string[], line: number): void {
  const missing = MANDATORY.filter((field) => !columns.fields.includes(field));
  if (missing.length > 0) {
    const accepted = missing.map((field) => {
      const { de, en } = COLUMN_NAMES[field];
      return `${field} (called ${[...de, ...en].map((name) => `“${name}”`).join(', ')})`;
    });
    throw new CsvFileError(
      'MISSING_COLUMNS',
      `There is no column for ${accepted.join(' and none for ')}. The header has ${quoteList(header)}.`,
      line,
    );
  }
  for (const field of FIELDS) {
    const cells = header.filter((_, position) => columns.fields[position] === field);
    if (cells.length < 2) continue;
    throw new CsvFileError(
      'DUPLICATE_COLUMNS',
      `${quoteList(cells)} all mean ${field}. Keep one of these columns or rename the others.`,
      line,
    );
  }
}

function quoteList(cells: readonly string[]): string {
  const shown = cells.slice(0, 30).map((cell) => `“${shortened(cell)}”`);
  if (cells.length > shown.length) shown.push(`${cells.length - shown.length} more`);
  return shown.join(', ');
}

interface KnownColumn {
  field: ImportField;
  german: boolean;
  english: boolean;
}

let knownColumns: Map<string, KnownColumn> | undefined;

function lookUp(name: string): KnownColumn | undefined {
  knownColumns ??= indexColumns();
  // “Umsatz (EUR)”, “Firma [Pflicht]”: what stands in brackets is an explanation.
  return (
    knownColumns.get(headerKey(name)) ??
    knownColumns.get(headerKey(name.replace(/[([][^)\]]*[)\]]\s*$/, '')))
  );
}

function indexColumns(): Map<string, KnownColumn> {
  const index = new Map<string, KnownColumn>();
  for (const field of FIELDS) {
    for (const language of ['de', 'en'] as const) {
      for (const name of COLUMN_NAMES[field][language]) {
        for (const key of [headerKey(name), headerKey(name.replace(/[äöü]/g, withoutMarks))]) {
          const known = index.get(key) ?? { field, german: false, english: false };
          index.set(key, known);
          known[language === 'de' ? 'german' : 'english'] = true;
        }
      }
    }
  }
  return index;
}

function headerKey(name: string): string {
  const lower = name.normalize('NFC').toLowerCase();
  const spelled = lower
    .replace(/[äöü]/g, (letter) => `${withoutMarks(letter)}e`)
    .replaceAll('ß', 'ss');
  return withoutMarks(spelled).replace(/[^\p{L}\p{N}]+/gu, '');
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '');
}

import { stringify } from 'csv-stringify/sync';
import { guardFormula } from '../../domain/csv-formulas.js';
import type { Locale } from '../../domain/locales.js';
import { GERMAN_BUSINESS_TYPES } from '../../features/imports/business-types.js';
import {
  COLUMN_NAMES,
  EXPORT_ONLY_COLUMNS,
  type ImportField,
} from '../../features/imports/column-names.js';
import { writeTags } from '../../features/imports/parse-tags.js';
import { codeIn, GERMAN_STAGES, GERMAN_STATES, GERMAN_STATUSES } from './german-codes.js';
import { germanInstant } from './german-instant.js';
import type { ExportedLead } from './lead-pages.js';

/** The locale of the spreadsheet that will open the file. */
export const CSV_LANGUAGES = ['en', 'de'] as const satisfies readonly Locale[];
export type CsvLanguage = (typeof CSV_LANGUAGES)[number];

/** How a spreadsheet of a language reads and writes cells. */
const WRITING = {
  en: { delimiter: ',', amount: (amount: string) => amount, instant: (iso: string) => iso },
  // German Excel takes commas for decimals and opens nothing else.
  de: {
    delimiter: ';',
    amount: (amount: string) => amount.replace('.', ','),
    instant: (iso: string, timeZone: string) => germanInstant(new Date(iso), timeZone),
  },
} as const satisfies Record<CsvLanguage, object>;

/** How one file writes its values. */
export interface CsvStyle {
  readonly language: CsvLanguage;
  /** The policy's: German dates are local, as a German spreadsheet reads them. */
  readonly timeZone: string;
}

interface Column {
  readonly names: Readonly<Record<CsvLanguage, string>>;
  readonly value: (lead: ExportedLead, style: CsvStyle) => string | null | undefined;
}

/** First the columns that an import takes, under its names; then columns for readers only. */
const COLUMNS: readonly Column[] = [
  imported('companyName', (lead) => lead.companyName),
  imported('postalCode', (lead) => lead.postalCode),
  imported('city', (lead) => lead.city),
  imported('country', (lead) => lead.country),
  imported('businessType', ({ businessType }, { language }) =>
    codeIn(language, GERMAN_BUSINESS_TYPES, businessType),
  ),
  imported('contactName', ({ contacts: [primary] }) => primary?.name),
  imported('email', ({ contacts: [primary] }) => primary?.email),
  imported('phone', ({ contacts: [primary] }) => primary?.phone),
  imported('website', (lead) => lead.website),
  imported('source', (lead) => lead.source),
  imported('registeredAt', (lead, style) => instantIn(style, lead.registeredAt)),
  imported('estimatedVolume', ({ estimatedVolume: amount }, { language }) =>
    amount == null ? null : WRITING[language].amount(amount),
  ),
  imported('currency', (lead) => lead.currency),
  imported('vatId', (lead) => lead.vatId),
  imported('tags', (lead) => writeTags(lead.tags)),
  imported('notes', (lead) => lead.notes),
  shown('stage', ({ stage }, { language }) => codeIn(language, GERMAN_STAGES, stage)),
  shown('status', ({ status }, { language }) => codeIn(language, GERMAN_STATUSES, status)),
  shown('owner', (lead) => lead.owner?.name),
  shown('territory', (lead) => lead.territory),
  shown('protection', ({ protection }, { language }) =>
    codeIn(language, GERMAN_STATES, protection.state),
  ),
  shown('progressDue', (lead, style) => instantIn(style, lead.protection.progressDeadline)),
  shown('expires', (lead, style) => instantIn(style, lead.protection.expiresAt)),
  shown('leadId', (lead) => lead.id),
];

function imported(field: ImportField, value: Column['value']): Column {
  const { de, en } = COLUMN_NAMES[field];
  return { names: { de: de[0] ?? field, en: en[0] ?? field }, value };
}

function shown(column: keyof typeof EXPORT_ONLY_COLUMNS, value: Column['value']): Column {
  return { names: EXPORT_ONLY_COLUMNS[column], value };
}

/** By which Excel knows that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** The beginning of the file: its first row names the columns. */
export function csvHeader(language: CsvLanguage): string {
  return BYTE_ORDER_MARK + csvOf([COLUMNS.map(({ names }) => names[language])], language);
}

/**
 * Rows of the file. Formulas are guarded. In English codes stay codes and instants ISO 8601 in UTC; in German both
 * are as a German office writes them.
 */
export function csvRows(leads: readonly ExportedLead[], style: CsvStyle): string {
  const rows = leads.map((lead) =>
    COLUMNS.map(({ value }) => guardFormula(value(lead, style) ?? '')),
  );
  return csvOf(rows, style.language);
}

/** Every field stands in quotes, so that no delimiter in a text begins a cell of its own. */
function csvOf(rows: readonly string[][], language: CsvLanguage): string {
  return stringify([...rows], {
    delimiter: WRITING[language].delimiter,
    quoted: true,
    quoted_empty: false,
    record_delimiter: 'windows',
  });
}

function instantIn({ language, timeZone }: CsvStyle, instant: string | null): string | null {
  return instant === null ? null : WRITING[language].instant(instant, timeZone);
}

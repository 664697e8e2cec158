import { stringify } from 'csv-stringify/sync';
import { guardFormula } from '../domain/csv-formulas.js';
import { COLUMN_NAMES, type ImportField } from '../imports/columns.js';
import type { ExportedLead } from './lead-pages.js';

/** What the spreadsheet that shall open the file speaks. */
export const CSV_LANGUAGES = ['en', 'de'] as const;
export type CsvLanguage = (typeof CSV_LANGUAGES)[number];

interface Column {
  readonly names: Readonly<Record<CsvLanguage, string>>;
  readonly value: (lead: ExportedLead, language: CsvLanguage) => string | null | undefined;
}

/** First what an import takes, under the names that it knows; then what only a reader wants. */
const COLUMNS: readonly Column[] = [
  imported('companyName', (lead) => lead.companyName),
  imported('postalCode', (lead) => lead.postalCode),
  imported('city', (lead) => lead.city),
  imported('country', (lead) => lead.country),
  imported('businessType', (lead) => lead.businessType),
  imported('contactName', ({ contacts: [primary] }) => primary?.name),
  imported('email', ({ contacts: [primary] }) => primary?.email),
  imported('phone', ({ contacts: [primary] }) => primary?.phone),
  imported('website', (lead) => lead.website),
  imported('source', (lead) => lead.source),
  imported('registeredAt', (lead) => lead.registeredAt),
  imported('estimatedVolume', ({ estimatedVolume: amount }, language) =>
    language === 'de' ? amount?.replace('.', ',') : amount,
  ),
  imported('notes', (lead) => lead.notes),
  shown('Currency', 'Währung', (lead) => lead.currency),
  shown('VAT id', 'USt-IdNr.', (lead) => lead.vatId),
  shown('Tags', 'Schlagworte', (lead) => lead.tags.join(', ')),
  shown('Stage', 'Stufe', (lead) => lead.stage),
  shown('Status', 'Status', (lead) => lead.status),
  shown('Owner', 'Inhaber', (lead) => lead.owner?.name),
  shown('Territory', 'Gebiet', (lead) => lead.territory),
  shown('Protection', 'Schutz', (lead) => lead.protection.state),
  shown('Progress due', 'Fortschritt fällig', (lead) => lead.protection.progressDeadline),
  shown('Expires', 'Läuft ab', (lead) => lead.protection.expiresAt),
  shown('Lead id', 'Lead-Id', (lead) => lead.id),
];

function imported(field: ImportField, value: Column['value']): Column {
  const { de, en } = COLUMN_NAMES[field];
  return { names: { de: de[0] ?? field, en: en[0] ?? field }, value };
}

function shown(en: string, de: string, value: Column['value']): Column {
  return { names: { en, de }, value };
}

/** By which Excel knows that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** The beginning of the file: its first row names the columns. */
export function csvHeader(language: CsvLanguage): string {
  return BYTE_ORDER_MARK + csvOf([COLUMNS.map(({ names }) => names[language])], language);
}

/** Rows of the file. What a spreadsheet would compute is guarded; instants are ISO 8601 in UTC. */
export function csvRows(leads: readonly ExportedLead[], language: CsvLanguage): string {
  const rows = leads.map((lead) =>
    COLUMNS.map(({ value }) => guardFormula(value(lead, language) ?? '')),
  );
  return csvOf(rows, language);
}

/** Every field stands in quotes, so that no delimiter in a text begins a cell of its own. */
function csvOf(rows: readonly string[][], language: CsvLanguage): string {
  return stringify([...rows], {
    // German Excel takes commas for decimals and opens nothing else.
    delimiter: language === 'de' ? ';' : ',',
    quoted: true,
    quoted_empty: false,
    record_delimiter: 'windows',
  });
}

import { GERMAN_BUSINESS_TYPES } from '../../features/imports/business-types.js';
import {
  COLUMN_NAMES,
  EXPORT_ONLY_COLUMNS,
  type ImportField,
} from '../../features/imports/column-names.js';
import { writeTags } from '../../features/imports/parse-tags.js';
import type { Column, Table } from '../../platform/tables/table.js';
import { codeIn, GERMAN_STAGES, GERMAN_STATES, GERMAN_STATUSES } from './german-codes.js';
import type { ExportedLead } from './lead-pages.js';

type Value = Column<ExportedLead>['value'];

/** First the columns that an import takes, under its names; then columns for readers only. */
const COLUMNS: readonly Column<ExportedLead>[] = [
  imported('companyName', (lead) => lead.companyName),
  imported('postalCode', (lead) => lead.postalCode),
  imported('city', (lead) => lead.city),
  imported('country', (lead) => lead.country),
  imported('businessType', ({ businessType }, language) =>
    codeIn(language, GERMAN_BUSINESS_TYPES, businessType),
  ),
  imported('contactName', ({ contacts: [primary] }) => primary?.name),
  imported('email', ({ contacts: [primary] }) => primary?.email),
  imported('phone', ({ contacts: [primary] }) => primary?.phone),
  imported('website', (lead) => lead.website),
  imported('source', (lead) => lead.source),
  imported('registeredAt', (lead) => lead.registeredAt, 'instant'),
  imported('estimatedVolume', (lead) => lead.estimatedVolume, 'amount'),
  imported('currency', (lead) => lead.currency),
  imported('vatId', (lead) => lead.vatId),
  imported('tags', (lead) => writeTags(lead.tags)),
  imported('notes', (lead) => lead.notes),
  shown('stage', ({ stage }, language) => codeIn(language, GERMAN_STAGES, stage)),
  shown('status', ({ status }, language) => codeIn(language, GERMAN_STATUSES, status)),
  shown('owner', (lead) => lead.owner?.name),
  shown('territory', (lead) => lead.territory),
  shown('protection', ({ protection }, language) =>
    codeIn(language, GERMAN_STATES, protection.state),
  ),
  shown('progressDue', (lead) => lead.protection.progressDeadline, 'instant'),
  shown('expires', (lead) => lead.protection.expiresAt, 'instant'),
  shown('leadId', (lead) => lead.id),
];

/** A list of leads as a file. In English codes stay codes; in German they have their German names. */
export const LEAD_TABLE: Table<ExportedLead> = {
  title: { de: 'Leads', en: 'Leads' },
  columns: COLUMNS,
};

function imported(
  field: ImportField,
  value: Value,
  holds: Column<ExportedLead>['holds'] = 'text',
): Column<ExportedLead> {
  const { de, en } = COLUMN_NAMES[field];
  return { names: { de: de[0] ?? field, en: en[0] ?? field }, holds, value };
}

function shown(
  column: keyof typeof EXPORT_ONLY_COLUMNS,
  value: Value,
  holds: Column<ExportedLead>['holds'] = 'text',
): Column<ExportedLead> {
  return { names: EXPORT_ONLY_COLUMNS[column], holds, value };
}

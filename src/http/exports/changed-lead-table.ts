import type { ChangedLeadRow } from '../../features/settings/changed-lead-rows.js';
import type { Table } from '../../platform/tables/table.js';
import { codeIn, GERMAN_STATES } from './german-codes.js';

/** The leads that another policy would change, as a file. */
export const CHANGED_LEAD_TABLE: Table<ChangedLeadRow> = {
  title: { de: 'Geänderte Leads', en: 'Changed leads' },
  columns: [
    { names: { de: 'Lead-Id', en: 'Lead id' }, holds: 'text', value: ({ leadId }) => leadId },
    { names: { de: 'Firma', en: 'Company' }, holds: 'text', value: (row) => row.companyName },
    { names: { de: 'Ort', en: 'City' }, holds: 'text', value: ({ city }) => city },
    { names: { de: 'Inhaber', en: 'Owner' }, holds: 'text', value: ({ owner }) => owner },
    {
      names: { de: 'Schutz vorher', en: 'State before' },
      holds: 'text',
      value: ({ stateBefore }, language) => codeIn(language, GERMAN_STATES, stateBefore),
    },
    {
      names: { de: 'Schutz nachher', en: 'State after' },
      holds: 'text',
      value: ({ stateAfter }, language) => codeIn(language, GERMAN_STATES, stateAfter),
    },
    {
      names: { de: 'Läuft ab vorher', en: 'Expires before' },
      holds: 'instant',
      value: ({ expiresBefore }) => expiresBefore,
    },
    {
      names: { de: 'Läuft ab nachher', en: 'Expires after' },
      holds: 'instant',
      value: ({ expiresAfter }) => expiresAfter,
    },
  ],
};

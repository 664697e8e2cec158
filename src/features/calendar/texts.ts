import type { Locale } from '../../domain/locales.js';
import type { EntryKind } from './due-entries.js';

/** What the entries of calendars are called. */
export const ENTRY_TEXTS: Readonly<
  Record<Locale, Readonly<Record<EntryKind, string>> & { readonly asOf: (time: string) => string }>
> = {
  de: {
    WARNING_DUE: 'Warnung wird fällig',
    PROGRESS_DUE: 'Fortschritt fällig',
    PROTECTION_ENDS: 'Schutz läuft ab',
    FOLLOW_UP: 'Wiedervorlage',
    asOf: (time) => `Stand: ${time}`,
  },
  en: {
    WARNING_DUE: 'Warning falls due',
    PROGRESS_DUE: 'Progress due',
    PROTECTION_ENDS: 'Protection ends',
    FOLLOW_UP: 'Follow-up',
    asOf: (time) => `As of ${time}`,
  },
};

import type { ProtectionState } from '../../domain/clock.js';
import type { LeadStage } from '../../domain/lead-stages.js';
import type { LeadStatus } from '../../domain/lead-status.js';
import type { Locale } from '../../domain/locales.js';

/** The stages of a lead in German files. */
export const GERMAN_STAGES: Readonly<Record<LeadStage, string>> = {
  PRE_REGISTRATION: 'Vorregistrierung',
  REGISTERED: 'Registriert',
  QUALIFIED: 'Qualifiziert',
};

export const GERMAN_STATUSES: Readonly<Record<LeadStatus, string>> = {
  ACTIVE: 'Aktiv',
  EXPIRED: 'Abgelaufen',
  RELEASED: 'Freigegeben',
  CONVERTED: 'Kunde',
  LOST: 'Verloren',
};

export const GERMAN_STATES: Readonly<Record<ProtectionState, string>> = {
  CONVERTED: 'Kunde',
  LOST: 'Verloren',
  UNOWNED: 'Ohne Inhaber',
  EXPIRED: 'Abgelaufen',
  ON_HOLD: 'Angehalten',
  GRACE: 'Nachfrist',
  WARNED: 'Gewarnt',
  PROTECTED: 'Geschützt',
};

/** A code in the language of a file; a text that is none, as it is. */
export function codeIn<Text extends string | null>(
  language: Locale,
  german: Readonly<Record<string, string>>,
  code: Text,
): string | Text {
  return language === 'de' && code !== null ? (german[code] ?? code) : code;
}

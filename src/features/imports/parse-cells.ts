import { normalizeWebsite } from '../../domain/matching/normal-forms.js';
import type { Parsed } from './row-problem.js';

/** Signs and everyday names of the currencies around. */
const CURRENCIES: Readonly<Record<string, string>> = {
  '€': 'EUR',
  EURO: 'EUR',
  'SFR.': 'CHF',
  SFR: 'CHF',
  FRANKEN: 'CHF',
};

export function parseCurrency(text: string): Parsed<string> {
  const upper = text.toUpperCase();
  const value = CURRENCIES[upper] ?? upper;
  if (/^[A-Z]{3}$/.test(value)) return { ok: true, value };
  return {
    ok: false,
    code: 'UNKNOWN_CURRENCY',
    message: 'is no currency; write its code of three letters, such as EUR',
  };
}

export function parseWebsite(text: string): Parsed<string> {
  const value = normalizeWebsite(text);
  if (value !== null) return { ok: true, value };
  return {
    ok: false,
    code: 'INVALID_WEBSITE',
    message: 'is no web address; write it like www.example.com',
  };
}

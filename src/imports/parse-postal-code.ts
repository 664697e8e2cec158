import type { Parsed } from './row-problem.js';

/** Where the shape is known it is checked; elsewhere letters, digits, spaces and hyphens are allowed. */
const SHAPES: Readonly<Record<string, { pattern: RegExp; allowed: string }>> = {
  DE: { pattern: /^\d{5}$/, allowed: '5 digits' },
  AT: { pattern: /^\d{4}$/, allowed: '4 digits' },
  CH: { pattern: /^\d{4}$/, allowed: '4 digits' },
};
const ANY_SHAPE = { pattern: /^[A-Z0-9][A-Z0-9 -]{1,11}$/, allowed: '2 to 12 letters and digits' };

/**
 * A postal code in upper case without country prefix (`D-60311`).
 * A German one of four digits gets back the zero that spreadsheets drop.
 */
export function parsePostalCode(text: string, country: string): Parsed<string> {
  const code = text.toUpperCase().replace(/^(?:D|DE|A|AT|CH)\s?-\s?(?=\d)/, '');
  const { pattern, allowed } = SHAPES[country] ?? ANY_SHAPE;
  const value = country === 'DE' && /^\d{4}$/.test(code) ? `0${code}` : code;
  if (pattern.test(value)) return { ok: true, value };
  return {
    ok: false,
    code: 'INVALID_POSTAL_CODE',
    message: `is no postal code of ${country}: ${allowed} are allowed`,
    params: { country, allowed },
  };
}

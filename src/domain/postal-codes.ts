/** Countries by what stands before a postal code: the code of the plate, or the one of ISO 3166. */
const PREFIXES: Readonly<Record<string, string>> = {
  D: 'DE',
  DE: 'DE',
  A: 'AT',
  AT: 'AT',
  CH: 'CH',
  FL: 'LI',
  LI: 'LI',
  I: 'IT',
  IT: 'IT',
  F: 'FR',
  FR: 'FR',
  L: 'LU',
  LU: 'LU',
  B: 'BE',
  BE: 'BE',
  NL: 'NL',
  DK: 'DK',
  PL: 'PL',
  CZ: 'CZ',
  SK: 'SK',
  SI: 'SI',
  SLO: 'SI',
  HU: 'HU',
  HR: 'HR',
  E: 'ES',
  ES: 'ES',
};

interface Shape {
  readonly pattern: RegExp;
  /** The allowed format, for error messages. */
  readonly allowed: string;
}

/** Where the shape is known it is checked. */
const SHAPES: Readonly<Record<string, Shape>> = {
  DE: { pattern: /^\d{5}$/, allowed: '5 digits' },
  AT: { pattern: /^\d{4}$/, allowed: '4 digits' },
  CH: { pattern: /^\d{4}$/, allowed: '4 digits' },
  LI: { pattern: /^\d{4}$/, allowed: '4 digits' },
  LU: { pattern: /^\d{4}$/, allowed: '4 digits' },
  IT: { pattern: /^\d{5}$/, allowed: '5 digits' },
  FR: { pattern: /^\d{5}$/, allowed: '5 digits' },
};
const ANY_SHAPE: Shape = {
  pattern: /^[A-Z0-9][A-Z0-9 -]{1,11}$/,
  allowed: '2 to 12 letters and digits',
};

/** A postal code, and the country that a prefix names (`A-1010`); null without one. */
export interface ReadPostalCode {
  readonly code: string;
  readonly country: string | null;
}

/** Takes a postal code apart: prefix, spaces within digits and the word PLZ go. Judges nothing. */
export function readPostalCode(text: string): ReadPostalCode {
  const upper = text
    .normalize('NFKC')
    .toUpperCase()
    .trim()
    .replace(/^(?:PLZ|POSTLEITZAHL|ZIP)[.:\s]*(?=[A-Z0-9])/, '');
  const prefixed = /^([A-Z]{1,3})\s?[-–.]?\s?(?=\d)(.*)$/.exec(upper);
  const country = PREFIXES[prefixed?.[1] ?? ''] ?? null;
  const code = (country === null ? upper : (prefixed?.[2] ?? '')).replace(/\s+/g, ' ');
  return { country, code: /^[\d ]+$/.test(code) ? code.replaceAll(' ', '') : code };
}

/** Null if the code can be one of the country; else what is allowed there. */
export function postalCodeFault(code: string, country: string): string | null {
  const { pattern, allowed } = SHAPES[country] ?? ANY_SHAPE;
  return pattern.test(code) ? null : allowed;
}

/** The code as it is stored: without prefix and surplus spaces where it has the shape of its country, else as it is. */
export function normalizePostalCode(text: string, country: string): string {
  const { code, country: named } = readPostalCode(text);
  const fits = (named === null || named === country) && postalCodeFault(code, country) === null;
  return fits ? code : text;
}

/** In what the amounts of a column are counted, as its header says. */
export interface HeaderUnit {
  /** What each amount is to be multiplied by. */
  readonly factor: number;
  /** ISO 4217; null if the header names none. */
  readonly currency: string | null;
}

const THOUSANDS = /(?:\bT€|T\s?EUR\b|\bTsd\b|\bk€|\bk EUR\b|\bTCHF\b|\btausend\b|\bthousand)/i;
const MILLIONS = /\b(?:Mio|Mill|Million|Millionen|M€|MEUR)(?![a-z])/i;

/** The unit that a header names: `Umsatz (T€)`, `Umsatz in Mio. CHF`. */
export function unitOf(header: string): HeaderUnit {
  const factor = MILLIONS.test(header) ? 1_000_000 : THOUSANDS.test(header) ? 1_000 : 1;
  const currency = /CHF|SFr|Franken/i.test(header)
    ? 'CHF'
    : /USD|\$/.test(header)
      ? 'USD'
      : /€|EUR/i.test(header)
        ? 'EUR'
        : null;
  return { factor, currency };
}

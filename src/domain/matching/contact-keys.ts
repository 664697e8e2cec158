import { getDomain } from 'tldts';
import { normalizeEmail, normalizePhone, normalizeWebsite } from './normal-forms.js';
import { SHARED_DOMAINS } from './shared-domains.js';

/** A phone number, and the switchboard it belongs to. */
export interface PhoneKey {
  /** E.164. */
  readonly number: string;
  /** The number without the extension that was set off by a hyphen, or null if none was. */
  readonly base: string | null;
}

/** Longest extension of a switchboard, in digits. */
export const LONGEST_EXTENSION = 4;
/** Fewest digits behind `+49` that area code and switchboard have together. */
const SHORTEST_BASE = 6;
const EXTENSION = /[-–] ?(\d{1,4})$/;

/** Null if the text is not one dialable number of the country or an international one. */
export function phoneKey(text: string, country: string): PhoneKey | null {
  const number = normalizePhone(text, country);
  if (number === null) return null;
  const [, extension] = EXTENSION.exec(text.trim()) ?? [];
  if (extension === undefined || !number.endsWith(extension)) return { number, base: null };
  const base = number.slice(0, -extension.length);
  return { number, base: base.length - 3 >= SHORTEST_BASE ? base : null };
}

/** The number as {@link phoneKey} reads it, of its parts. */
export function withExtension(number: string, base: string | null): string {
  return base === null ? number : `${base}-${number.slice(base.length)}`;
}

/** Whether two numbers are extensions of one switchboard. */
export function isSameSwitchboard(a: PhoneKey, b: PhoneKey): boolean {
  return a.base !== null && b.base !== null
    ? a.base === b.base
    : isExtensionOf(a, b) || isExtensionOf(b, a);
}

/** Of a number without a hyphen only what is behind a switchboard that another one names is known. */
function isExtensionOf({ number, base: own }: PhoneKey, { base }: PhoneKey): boolean {
  if (own !== null || base === null || !number.startsWith(base)) return false;
  return number.length - base.length <= LONGEST_EXTENSION;
}

/** Where numbers of the same switchboards are to be found: those stored with it, and central ones without a hyphen. */
export function switchboardsOf(phones: readonly PhoneKey[]): {
  switchboards: string[];
  extensions: string[];
} {
  return {
    switchboards: phones.flatMap(({ number, base }) =>
      base === null ? beginningsOf(number) : [base],
    ),
    extensions: phones.flatMap(({ base }) => (base === null ? [] : [base, `${base}0`])),
  };
}

/** The number itself among them: it may be the central one. */
function beginningsOf(number: string): string[] {
  return Array.from({ length: LONGEST_EXTENSION + 1 }, (_, cut) =>
    number.slice(0, number.length - cut),
  );
}

/**
 * The domain that a company has of its own, without subdomains: `hotel.example` of `www.buchung.hotel.example/zimmer`. Null
 * for mailbox providers, portals, social networks, chains, and whatever else many companies share.
 * @param text an e-mail address or a website
 */
export function ownDomain(text: string): string | null {
  const email = normalizeEmail(text);
  const host = email === null ? normalizeWebsite(text) : email.slice(email.lastIndexOf('@') + 1);
  if (host === null) return null;
  // Sites under a builder's domain, as `gasthof.jimdofree.com`, are companies of their own.
  const domain = getDomain(host, { allowPrivateDomains: true, validateHostname: false }) ?? host;
  return SHARED_DOMAINS.has(domain) ? null : domain;
}

import { domainToASCII } from 'node:url';
import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { foldText } from '../text/fold.js';

const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** A longer name in any script exceeds in ASCII the 253 characters of a host name. */
const MAX_HOST_LENGTH = 300;

/** Host name in ASCII (punycode) without trailing dot, or null if it is no public-looking domain. */
function normalizeDomain(host: string): string | null {
  // The time to convert a name to ASCII grows with the square of its length.
  if (host.length > MAX_HOST_LENGTH) return null;
  const ascii = domainToASCII(host.trim().toLowerCase().replace(/\.$/, ''));
  return DOMAIN.test(ascii) ? ascii : null;
}

/** Lower-case address with an ASCII domain, or null if the text is not one e-mail address. */
export function normalizeEmail(text: string): string | null {
  const address = text
    .trim()
    .replace(/^mailto:/i, '')
    .normalize('NFC')
    .toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  if (at < 1 || local.length > 64 || !LOCAL_PART.test(local)) return null;
  const domain = normalizeDomain(address.slice(at + 1));
  if (domain === null || local.length + 1 + domain.length > 254) return null;
  return `${local}@${domain}`;
}

/**
 * E.164 (`+49691165066`), or null if the text is not one dialable number.
 * @param country ISO 3166 alpha-2, used for numbers written without a country code
 */
export function normalizePhone(text: string, country: string): string | null {
  const international = text
    .trim()
    .replace(/^(?:tel|telefon|fon|phone|mobil)[.:\s]+/i, '')
    .replace(/^00(?=[1-9])/, '+');
  if (international.length > 40 || holdsTwoNumbers(international)) return null;
  const region = country.toUpperCase();
  const number = isSupportedCountry(region)
    ? parsePhoneNumberFromString(international, {
        defaultCountry: region as CountryCode,
        extract: false,
      })
    : parsePhoneNumberFromString(international, { extract: false });
  return number?.isValid() ? number.number : null;
}

/** Two numbers in one cell would be read as one long one. */
function holdsTwoNumbers(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (/\d/.test(letter)) digits++;
    const next = /[/;,]/.test(letter) && digits >= 6 ? text.slice(at + 1).trimStart() : '';
    if (next.startsWith('+') || next.startsWith('0')) return true;
  }
  return false;
}

/** Domain without `www.`, path and port, or null if the text names no public-looking host. */
export function normalizeWebsite(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || /[\s@]/.test(trimmed)) return null;
  const host = trimmed
    .replace(/^(?:https?:)?\/\//i, '')
    .split(/[/?#\\]/, 1)
    .join('')
    .replace(/:\d{0,5}$/, '');
  return normalizeDomain(host.replace(/^www\.(?=.*\.)/i, ''));
}

/** Legal forms as folded words; several are stripped one after the other (`gmbh co kg`). */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    'gmbh ggmbh mbh gesmbh ag kgaa kg ohg gbr ug haftungsbeschraenkt ek ekfr ekfm ev eg se partg partgmbb ' +
    'eingetragener eingetragene verein genossenschaft kaufmann kauffrau ' +
    'ltd limited plc inc incorporated llc llp corp corporation sarl sas srl spa bv nv'
  ).split(' '),
);
const SPLIT_LEGAL_FORM =
  / (?:e k|e kfr|e kfm|e v|e g|u g|a g|k g|o h g|g b r|s e|g m b h|m b h|ges m b h|s a r l|s r l|s p a|b v|n v)$/;

/** Company name without spelling, punctuation, `and` and legal form. Stored: a change needs a migration. */
export function companyKey(company: string): string {
  const folded = foldText(company.replaceAll(/[&+]/g, ' und ')).replace(/^(?:firma|fa) (?=.)/, '');
  let key = folded;
  for (;;) {
    const shorter = withoutLastLegalForm(key);
    if (shorter === key) break;
    key = shorter;
  }
  key = key
    .split(' ')
    .filter((word) => word !== 'und' && word !== 'and')
    .join(' ');
  return key || folded || company.trim().toLowerCase();
}

function withoutLastLegalForm(key: string): string {
  const rest = key.replace(SPLIT_LEGAL_FORM, '');
  if (rest !== key) return rest;
  const last = key.lastIndexOf(' ');
  if (last < 0) return key;
  const word = key.slice(last + 1);
  if (LEGAL_FORMS.has(word)) return key.slice(0, last).replace(/ (?:und|co|und co)$/, '') || key;
  return key.replace(/(?<=.) und co$/, '');
}

/**
 * Different spellings of one city. Only where the short name means this very city: `Frankfurt (Oder)`, the many
 * places called Neustadt and the like keep what tells them apart.
 */
const CITIES: Readonly<Record<string, string>> = {
  'frankfurt am main': 'frankfurt',
  'frankfurt main': 'frankfurt',
  'frankfurt a m': 'frankfurt',
  'frankfurt a main': 'frankfurt',
  'frankfurt an der oder': 'frankfurt oder',
  'frankfurt a d oder': 'frankfurt oder',
  'freiburg im breisgau': 'freiburg',
  'freiburg breisgau': 'freiburg',
  'freiburg i br': 'freiburg',
  'freiburg i breisgau': 'freiburg',
  'kempten allgaeu': 'kempten',
  'kempten im allgaeu': 'kempten',
  'offenbach am main': 'offenbach',
  'offenbach a m': 'offenbach',
  'ludwigshafen am rhein': 'ludwigshafen',
  'lindau bodensee': 'lindau',
  'lindau am bodensee': 'lindau',
  'halle saale': 'halle',
  'halle an der saale': 'halle',
  'ulm donau': 'ulm',
  'ulm an der donau': 'ulm',
  'lutherstadt wittenberg': 'wittenberg',
  'hansestadt hamburg': 'hamburg',
  'freie und hansestadt hamburg': 'hamburg',
  'hansestadt luebeck': 'luebeck',
  'hansestadt rostock': 'rostock',
  'landeshauptstadt muenchen': 'muenchen',
  'landeshauptstadt dresden': 'dresden',
  munich: 'muenchen',
  cologne: 'koeln',
  nuremberg: 'nuernberg',
  hanover: 'hannover',
  dusseldorf: 'duesseldorf',
  vienna: 'wien',
  zurich: 'zuerich',
  geneva: 'genf',
};

/** City without spelling differences; the parts of `Sylt/Westerland` in alphabetical order. Stored, as above. */
export function cityKey(city: string): string {
  const parts = city
    .split('/')
    .map((part) => foldText(part).replace(/^st (?=.)/, 'sankt '))
    .filter((part) => part !== '')
    .sort();
  const joined = parts.join(' ');
  const inOrder = foldText(city);
  return CITIES[inOrder] ?? CITIES[joined] ?? (joined || city.trim().toLowerCase());
}

/** The unique import key: equal for leads that are the same company in the same city and country. */
export function leadMatchKey(lead: { companyName: string; city: string; country: string }): string {
  return [lead.country.trim().toUpperCase(), cityKey(lead.city), companyKey(lead.companyName)].join(
    '|',
  );
}

import { domainToASCII } from 'node:url';
import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { foldText } from './text/fold.js';

/** Mailbox providers and social networks: sharing such a domain says nothing about the company. */
const SHARED_DOMAINS: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com gmx.de gmx.net gmx.com gmx.at gmx.ch web.de email.de mail.de t-online.de ' +
    'freenet.de arcor.de aol.com aol.de yahoo.com yahoo.de ymail.com rocketmail.com outlook.com outlook.de ' +
    'hotmail.com hotmail.de hotmail.fr live.com live.de msn.com icloud.com me.com mac.com posteo.de ' +
    'mailbox.org proton.me protonmail.com pm.me tutanota.com tuta.io online.de vodafone.de vodafonemail.de ' +
    'kabelmail.de unitybox.de o2online.de o2mail.de ewetel.net ewe.net netcologne.de versanet.de 1und1.de ' +
    'onlinehome.de bluewin.ch sunrise.ch a1.net aon.at chello.at kpnmail.nl ziggo.nl orange.fr wanadoo.fr ' +
    'free.fr laposte.net libero.it virgilio.it wp.pl o2.pl onet.pl seznam.cz mail.ru yandex.ru yandex.com ' +
    'facebook.com instagram.com linkedin.com xing.com twitter.com x.com youtube.com tiktok.com ' +
    'google.com google.de linktr.ee booking.com tripadvisor.com tripadvisor.de lieferando.de'
  ).split(' '),
);

const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** Host name in ASCII (punycode) without trailing dot, or null if it is no public-looking domain. */
function normalizeDomain(host: string): string | null {
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
  // Two numbers in one cell would be read as one long one.
  if (international.length > 40 || /(?:\d\D*){6,}[/;,]\s*[+0]/.test(international)) return null;
  const region = country.toUpperCase();
  const number = isSupportedCountry(region)
    ? parsePhoneNumberFromString(international, {
        defaultCountry: region as CountryCode,
        extract: false,
      })
    : parsePhoneNumberFromString(international, { extract: false });
  return number?.isValid() ? number.number : null;
}

/** Domain without `www.`, path and port, or null if the text names no public-looking host. */
export function normalizeWebsite(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || /[\s@]/.test(trimmed)) return null;
  const host = trimmed
    .replace(/^(?:https?:)?\/\//i, '')
    .replace(/[/?#\\].*$/s, '')
    .replace(/:\d{0,5}$/, '');
  return normalizeDomain(host.replace(/^www\.(?=.*\.)/i, ''));
}

/**
 * The domain under which two leads count as one company: null for mailbox providers and social networks.
 * @param text an e-mail address or a website
 */
export function companyDomain(text: string): string | null {
  const email = normalizeEmail(text);
  const domain = email === null ? normalizeWebsite(text) : email.slice(email.lastIndexOf('@') + 1);
  if (domain === null) return null;
  for (let name = domain; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    if (SHARED_DOMAINS.has(name)) return null;
  }
  return domain;
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

/** Folds a search query as {@link searchText} folds leads; free of LIKE wildcards. */
export function foldSearch(query: string): string {
  return foldText(query);
}

/** The folded text that searches for a lead run on. */
export function searchText(lead: { companyName: string; city: string }): string {
  return foldText(`${lead.companyName} ${lead.city}`);
}

/** Trigram similarity from 0 to 1 as PostgreSQL's `pg_trgm` computes it, of the folded texts. */
export function similarity(a: string, b: string): number {
  return shareOf(trigrams(a), trigrams(b));
}

/** The similarity of two texts of which the trigrams are known. */
export function shareOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const trigram of left) if (right.has(trigram)) shared++;
  const union = left.size + right.size - shared;
  return union === 0 ? 0 : shared / union;
}

/** The three-letter pieces of the folded words of a text, as `pg_trgm` takes them. */
export function trigrams(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of foldText(text).split(' ')) {
    if (word === '') continue;
    const letters = [' ', ' ', ...word, ' '];
    for (let at = 0; at + 3 <= letters.length; at++) found.add(letters.slice(at, at + 3).join(''));
  }
  return found;
}

/** From how similar on two names may mean one company or one city. */
const SIMILAR = 0.65;

/**
 * Whether two companies, each in its place, may be one although their match keys differ. Numbers tell
 * apart what is otherwise the same: `Kantine 1` and `Kantine 2`.
 */
export function mayBeSameCompany(
  a: { companyName: string; city: string; country: string },
  b: { companyName: string; city: string; country: string },
): boolean {
  if (a.country.trim().toUpperCase() !== b.country.trim().toUpperCase()) return false;
  const [name, otherName] = [companyKey(a.companyName), companyKey(b.companyName)];
  if (numbersIn(name) !== numbersIn(otherName)) return false;
  return (
    similarity(name, otherName) >= SIMILAR &&
    similarity(cityKey(a.city), cityKey(b.city)) >= SIMILAR
  );
}

function numbersIn(key: string): string {
  return (key.match(/\d+/g) ?? []).join(' ');
}

import { domainToUnicode } from 'node:url';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { foldLetters, foldText, foldUmlauts, wordsOf } from '../../domain/text/fold.js';

/** The terms by which a text mentions a person. Everything is folded. */
export interface Terms {
  /** E-mail addresses; they mean the person wherever they stand. */
  readonly addresses: readonly string[];
  /** A number with its area code means the person anywhere, one without at their leads only. */
  readonly phones: readonly PhoneTerm[];
  /** Words of their names. Others may be called the same, so they count in texts about their leads only. */
  readonly words: ReadonlySet<string>;
}

interface PhoneTerm {
  readonly callingCode: string;
  /** Digits without the calling code and a zero before the area code. */
  readonly national: string;
}

/** Parts of a name that identify no person: forms of address, titles, particles. */
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'herr herrn frau fr hr familie fam mr mrs ms miss mister mme madame monsieur dr prof professor med dipl ing ' +
    'mag von vom zu zum zur van der den de des del della di da do du la le el al bin ibn und and et geb geborene ' +
    'jun jr sen sr'
  ).split(' '),
);

/** Shorter numbers are too common to mean one person. */
const MIN_DIGITS = 5;

/** Words of scripts that put no space between them are looked for within longer ones. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** @param phones E.164 */
export function makeTerms(
  emails: readonly string[],
  phones: readonly string[],
  names: readonly string[],
): Terms {
  return {
    addresses: unique(emails.flatMap(spellingsOf)),
    phones: unique(phones).flatMap(phoneTerm),
    words: new Set(names.flatMap(wordsOfName)),
  };
}

/** As it is stored, in which the domain may be in Punycode, and as it is typed. */
function spellingsOf(email: string): string[] {
  const at = email.lastIndexOf('@') + 1;
  return [email, email.slice(0, at) + domainToUnicode(email.slice(at))].map((spelling) =>
    foldLetters(spelling.trim()),
  );
}

function phoneTerm(e164: string): PhoneTerm[] {
  const number = parsePhoneNumberFromString(e164);
  if (!number || number.nationalNumber.length < MIN_DIGITS) return [];
  return [{ callingCode: number.countryCallingCode, national: number.nationalNumber }];
}

/** The identifying words of a name, and the whole name as one word, as it stands in user names. */
function wordsOfName(name: string): string[] {
  const all = foldText(name).split(' ').filter(Boolean);
  const words = all.filter((word) => word.length > 1 && /\p{L}/u.test(word) && !NO_NAMES.has(word));
  const telling = words.length > 0 ? words : all;
  return unique([...telling, telling.join(''), telling.toReversed().join('')].map(foldUmlauts));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '');
}

/** Whether a text speaks of the person. `ofTheirLead`: whether it is about a lead of theirs. */
export function speaksOf(terms: Terms, text: string, ofTheirLead: boolean): boolean {
  const folded = foldLetters(text);
  return (
    terms.addresses.some((address) => containsAddress(folded, address)) ||
    speaksByPhone(terms, folded, ofTheirLead) ||
    (ofTheirLead && speaksByName(terms, text))
  );
}

/** Whether the address stands in the text and is not the end of a longer one. */
function containsAddress(folded: string, address: string): boolean {
  for (let at = folded.indexOf(address); at >= 0; at = folded.indexOf(address, at + 1)) {
    const [before, after] = [
      folded.slice(Math.max(0, at - 2), at),
      folded.slice(at + address.length),
    ];
    if (!/[\p{L}\p{N}][._%+-]?$/u.test(before) && !/^-?[\p{L}\p{N}]/u.test(after.slice(0, 2))) {
      return true;
    }
  }
  return false;
}

function speaksByPhone({ phones }: Terms, folded: string, ofTheirLead: boolean): boolean {
  if (phones.length === 0) return false;
  return (folded.match(/\d[\d\s()/.–-]*/g) ?? []).some((run) => {
    const digits = run.replace(/\D/g, '');
    return phones.some((phone) => containsNumber(digits, phone, ofTheirLead));
  });
}

function containsNumber(
  digits: string,
  { callingCode, national }: PhoneTerm,
  ofTheirLead: boolean,
): boolean {
  for (let at = digits.indexOf(national); at >= 0; at = digits.indexOf(national, at + 1)) {
    const before = digits.slice(0, at);
    if (before.endsWith('0') || before.endsWith(callingCode)) return true;
    if (before === '' && ofTheirLead) return true;
  }
  return false;
}

function speaksByName({ words }: Terms, text: string): boolean {
  if (words.size === 0) return false;
  for (const word of wordsOf(text)) {
    // The genitive: Müllers Wunsch, Mueller's order.
    if (words.has(word) || (word.endsWith('s') && words.has(word.slice(0, -1)))) return true;
    if (
      UNSPACED.test(word) &&
      [...words].some((name) => UNSPACED.test(name) && word.includes(name))
    ) {
      return true;
    }
  }
  return false;
}

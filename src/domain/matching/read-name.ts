import { foldText } from '../text/fold.js';
import { initialsOf } from './initials.js';
import {
  ARTICLES,
  FAMILY,
  HOUSE,
  LEGAL_FORMS,
  LEGAL_PHRASES,
  NUMBER_WORDS,
  OPERATING,
  OPERATING_WORDS,
  ORNAMENTS,
  OWNER_BEGINS,
  PHRASES,
  SHORTENED,
  SHORTENED_IN_FRONT,
} from './name-words.js';
import { TRADE_ENDINGS, TRADES, tradeBegun, tradeNamed, tradeOfParts } from './trade-words.js';

/** The name of a company, parsed. All words are folded. */
export interface CompanyName {
  /** The words of the name beside its trade and its city, in order: `goldener anker`. */
  readonly core: readonly string[];
  /** The trade in the name: `hotel`, `restaurant`. */
  readonly trades: readonly string[];
  /** Numbers that tell houses apart, without years and stars. */
  readonly numbers: readonly string[];
  /** Words that only repeat the city. */
  readonly cityWords: readonly string[];
  /** Words of the name that a dot shortens: `berufl` of `Berufl. Schulen`. */
  readonly shortened: readonly string[];
  /** The possible initials: `hfu` of `Hochschule Furtwangen University`. */
  readonly initials: () => readonly string[];
  /** All of these in their order, written as one word. */
  readonly whole: string;
}

/** `***S`, `4*`, `4 Sterne Superior`: a house keeps its name when it wins or loses one. */
const STARS =
  /(?:\b[1-5] ?(?=[*★]([^*★]|$)))?[*★☆✩✪✭✰⭐]+(?: ?s(?:up(?:erior)?\.?)?(?=[^\p{L}]|$))?/giu;
const SPOKEN_STARS = /\b[1-5] (?:sterne?|stars?)\b(?: superior\b| s\b)?/g;
/** `HostelInn`, but neither `GmbH` nor `McDonald`. */
const CAMEL_CASE = /(\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})/gu;
const YEAR = /^1[5-9]\d\d$|^20[0-3]\d$/;

/**
 * @param cityWords folded words of the city and its postal code, which a name may repeat or leave out
 */
export function readName(companyName: string, cityWords: readonly string[]): CompanyName {
  const dotted = new Set(dottedWords(companyName));
  const words = wordsOfName(companyName, dotted);
  const city = new Set(cityWords);
  const read = { core: [], trades: [], numbers: [], cityWords: [] } as {
    [Part in 'core' | 'trades' | 'numbers' | 'cityWords']: string[];
  };
  const all = {
    whole: words.join(''),
    shortened: words.filter((word) => dotted.has(word)),
    // Seldom asked for.
    initials: () => initialsOf(withoutLegalForm(companyName), (word) => city.has(word)),
  };
  for (const [at, word] of words.entries()) {
    const number = NUMBER_WORDS[word] ?? word;
    const trade = tradeNamed(word);
    if (city.has(word)) read.cityWords.push(word);
    else if (/^\d+$/.test(number)) {
      if (!YEAR.test(number)) read.numbers.push(String(Number(number)));
    } else if (trade !== null) read.trades.push(trade);
    // `Stolpe an der Peene`
    else if (!(city.has(words[at - 1] ?? '') && city.has(words[at + 1] ?? '')))
      read.core.push(word);
  }
  // A house that is only called after its city: that is its name.
  if (read.core.length === 0 && read.trades.length === 0) {
    return { ...read, ...all, core: read.cityWords, cityWords: [] };
  }
  // `Brauhaus 1516`: nothing else tells it from the `Brauhaus 1806`.
  if (read.core.length === 0) read.numbers.push(...words.filter((word) => YEAR.test(word)));
  const named = read.core.filter((word) => word !== HOUSE);
  return read.trades.length > 0 && named.length > 0
    ? { ...read, ...all, core: named }
    : { ...read, ...all };
}

function wordsOfName(companyName: string, dotted: ReadonlySet<string>): string[] {
  // A keyboard without ß leads to letters that look like it.
  const typed = companyName.replaceAll('β', 'ß').replace(STARS, ' ').replace(CAMEL_CASE, '$1 ');
  const folded = foldText(typed).replace(SPOKEN_STARS, ' ').trim();
  const whole = withoutSpacing(folded === '' ? foldText(companyName) : folded);
  const phrased = PHRASES.reduce(replacePhrase, withoutLegalPhrases(whole));
  const [first = '', ...rest] = phrased.split(' ');
  const front = rest.length > 0 ? (SHORTENED_IN_FRONT[first] ?? first) : first;
  const written = joinShortenedTrades([front, ...rest], dotted).map(
    (word) => SHORTENED[word] ?? (dotted.has(word) ? tradeBegun(word) : null) ?? word,
  );
  const owned = withoutOwner(written);
  const parts = owned.flatMap(operatingWord).flatMap(withoutTradeEnding);
  const plain = parts.filter(isOfTheName);
  // `Partyservice Feinschmecker` has no other name.
  const isNamed = plain.some((word) => tradeNamed(word) === null);
  const words = isNamed ? plain : parts.filter((word) => isOfTheName(word) || isOrnament(word));
  // `DJH Jugendherberge` says it twice.
  if (words.length > 0) return [...new Set(words)];
  return written.length > 0 && written[0] !== '' ? written : [whole];
}

/** `Sen.-Zentr.` is one word, and a trade. */
function joinShortenedTrades(words: readonly string[], dotted: ReadonlySet<string>): string[] {
  const read: string[] = [];
  for (const word of words) {
    const before = read.at(-1) ?? '';
    const areParts = dotted.has(before) && dotted.has(word);
    const trade = areParts ? tradeOfParts(before, word) : null;
    if (trade !== null) read.pop();
    read.push(trade ?? word);
  }
  return read;
}

/** Said of a house that has another name, and long enough to be one. */
function isOrnament(word: string): boolean {
  return ORNAMENTS.has(word) && word.length >= SHORTEST_NAME;
}

const SHORTEST_NAME = 6;

function withoutLegalForm(companyName: string): string[] {
  const words = withoutLegalPhrases(foldText(companyName)).split(' ');
  return words.filter((word) => !LEGAL_FORMS.has(word));
}

/** `H o t e l  P o s t` is written so for show. */
function withoutSpacing(text: string): string {
  const words = text.split(' ');
  const single = words.filter((word) => word.length === 1).length;
  return single >= LETTERS_SPACED && single > words.length / 2 ? words.join('') : text;
}

const LETTERS_SPACED = 6;

/** The last word before each dot: `berufl` of `Berufl. Schulen`. */
function dottedWords(companyName: string): string[] {
  const parts = companyName.split('.').slice(0, -1);
  return parts.map((part) => foldText(part).split(' ').at(-1) ?? '');
}

function replacePhrase(text: string, [phrase, word]: readonly [string, string]): string {
  return text.includes(phrase) ? ` ${text} `.replaceAll(` ${phrase} `, ` ${word} `).trim() : text;
}

function withoutLegalPhrases(text: string): string {
  const given = LEGAL_PHRASES.filter((phrase) => text.includes(phrase));
  if (given.length === 0) return text;
  let rest = ` ${text} `;
  for (const phrase of given) rest = rest.replaceAll(` ${phrase} `, '  ');
  return rest.replace(/ +/g, ' ').trim() || text;
}

/** Without `Inh. K. Müller`, and without `Familie Maier` at the end, unless nothing else is left. */
function withoutOwner(words: readonly string[]): readonly string[] {
  const owner = words.findIndex((word, at) => at > 0 && OWNER_BEGINS.has(word));
  const named = owner < 0 ? words : words.slice(0, owner);
  const family = named.findIndex((word, at) => at > 0 && FAMILY.has(word));
  const before = named.slice(0, Math.max(family, 0));
  // What stands behind the owner is no part of the name, but for the trade: `Seerose, Inh. Karl Haas, Hotel`.
  const trades = words.slice(before.length || named.length).filter((word) => TRADES.has(word));
  if (before.some((word) => isOfTheName(word) && tradeNamed(word) === null)) {
    return [...before, ...trades];
  }
  // `Familie Maier Gasthof Krone`
  if (FAMILY.has(named[0] ?? '') && named.length > 3) return named.slice(2);
  // `Metzgerei Familie Wagner` is called after the family.
  const called = named.filter((word) => !FAMILY.has(word));
  return owner < 0 ? called : [...called, ...trades];
}

function operatingWord(word: string): string[] {
  // `Partyservice` and `Eigenbetrieb` only end as such a company does.
  if (tradeNamed(word) !== null || !isOfTheName(word)) return [word];
  const [whole, trade] = OPERATING.exec(word) ?? [];
  if (whole === undefined || trade === undefined) return [word];
  return trade === '' ? [] : [SHORTENED[trade] ?? trade.replace(/s$/, '')];
}

function withoutTradeEnding(word: string): string[] {
  if (tradeNamed(word) !== null) return [word];
  const ending = TRADE_ENDINGS.find(
    (trade) => word.endsWith(trade) && word.length - trade.length >= 3,
  );
  if (ending === undefined) return [word];
  const trade = ending === 'hotels' ? 'hotel' : ending;
  return [word.slice(0, -ending.length).replace(/(?<=.{4})s$/, ''), trade];
}

function isOfTheName(word: string): boolean {
  return !(
    LEGAL_FORMS.has(word) ||
    OPERATING_WORDS.has(word) ||
    ORNAMENTS.has(word) ||
    ARTICLES.has(word) ||
    word === ''
  );
}

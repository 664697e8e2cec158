import { isOwnerName } from './given-names.js';
import { mayBeInitials } from './initials.js';
import { areCarriers, isCommonWord, TELLING } from './name-words.js';
import type { CompanyName } from './read-name.js';
import { type Likeness, likeness, spellingKey } from './spelling.js';
import { areKin, areSynonyms, TRADES } from './trade-words.js';

/** How two names in one city relate. */
export interface NameLikeness {
  /**
   * `SAME` but for spelling and order; `ALIKE` by other endings, a slip, another trade of the kin or a word more;
   * `OTHER` otherwise.
   */
  readonly is: 'SAME' | 'ALIKE' | 'OTHER';
  /** Whether many houses are called so: it tells less. */
  readonly common: boolean;
  /** Whether both say the same of their trade. */
  readonly sameTrade: boolean;
  /** The words by which they were recognised. */
  readonly words: readonly string[];
}

/** Whether many leads of the installation, in many places, are called so: the rarer a name, the more it tells. */
export type IsCommon = (core: readonly string[]) => boolean;

export function compareNames(
  a: CompanyName,
  b: CompanyName,
  isKnownCommon: IsCommon,
): NameLikeness {
  const found = compareWords(a, b, isKnownCommon);
  const numbered = a.numbers.length > 0 || b.numbers.length > 0;
  // `Vierjahreszeiten` has a number too.
  if (!numbered || a.whole === b.whole) return found;
  if (!numbersDiffer(a.numbers, b.numbers)) return found;
  // Of a name that tells, the first one may be the one without a number; `Kantine` and `Kantine 2` are two.
  const isFirst = [...a.numbers, ...b.numbers].join() === '1';
  const isNamed = a.core.length > 0 && b.core.length > 0 && !found.common;
  return isFirst && isNamed && found.is !== 'OTHER' ? { ...found, is: 'ALIKE' } : OTHER;
}

const OTHER: NameLikeness = { is: 'OTHER', common: true, sameTrade: false, words: [] };

function compareWords(a: CompanyName, b: CompanyName, isKnownCommon: IsCommon): NameLikeness {
  const other = OTHER;
  if (spellingKey(a.whole) === spellingKey(b.whole)) {
    const words = a.core.length > 0 ? a.core : a.trades;
    return { is: 'SAME', common: isCommon(a.core, isKnownCommon), sameTrade: true, words };
  }
  const initials = sharedInitials(a, b);
  if (initials !== null) return { is: 'ALIKE', common: false, sameTrade: false, words: [initials] };
  const trade = compareTrades(a.trades, b.trades);
  if (trade === 'DISTANT') return other;
  const sameTrade = trade === 'SAME';
  if (joined(a.core) === joined(b.core)) {
    if (a.core.length === 0 && trade !== 'SAME') return compareNameless(a, b) ?? other;
    const words = a.core.length > 0 ? a.core : a.trades;
    const common = isCommon(a.core, isKnownCommon);
    return { is: trade === 'KIN' ? 'ALIKE' : 'SAME', common, sameTrade, words };
  }
  if (a.core.length === 0 || b.core.length === 0) return other;
  return compareCores(a, b, trade, isKnownCommon) ?? other;
}

/** Houses that are called by trade and city: the `Klinikum Fulda` has a `Zentralküche`. */
function compareNameless(a: CompanyName, b: CompanyName): NameLikeness | null {
  const [words = [], more = []] = [a.trades, b.trades].sort((x, y) => x.length - y.length);
  const isPart = words.length > 0 && words.every((word) => more.includes(word));
  const called = a.cityWords.length > 0 && b.cityWords.length > 0 && isPart;
  return called ? { is: 'ALIKE', common: false, sameTrade: false, words } : null;
}

/** The initials by which one is called beside trade and city, where they are those of the other. */
function sharedInitials(a: CompanyName, b: CompanyName): string | null {
  const meant = [a, b].flatMap(({ core }, nth) => {
    const [word = ''] = core;
    const other = nth === 0 ? b : a;
    return core.length === 1 && mayBeInitials(word) && other.initials().includes(word)
      ? [word]
      : [];
  });
  return meant[0] ?? null;
}

function compareCores(
  one: CompanyName,
  other: CompanyName,
  trade: TradeLikeness,
  isKnownCommon: IsCommon,
): NameLikeness | null {
  const [a, b] = [withInitials(one, other.core), withInitials(other, one.core)];
  const { pairs, onlyA, onlyB } = pairWords(a, b);
  if (pairs.length === 0 || (onlyA.length > 0 && onlyB.length > 0)) return null;
  const words = pairs.map(({ word }) => word);
  const others = pairs.map(({ other }) => other);
  // With a number it is no common name: `Drei Kronen`.
  const common =
    a.numbers.length === 0 && (isCommon(words, isKnownCommon) || isCommon(others, isKnownCommon));
  const extra = [...onlyA, ...onlyB];
  const exact = pairs.every(({ likeness }) => likeness === 'EQUAL');
  const kin = trade === 'KIN';
  const found = { common, sameTrade: trade === 'SAME', words };
  if (extra.length === 0) {
    if (exact && !kin) return { ...found, is: 'SAME' };
    // Two inexact words of a common name, or a trade beside: too little is left.
    const inexact = pairs.filter(({ likeness }) => likeness !== 'EQUAL').length;
    return common && (kin || inexact > 1) ? null : { ...found, is: 'ALIKE' };
  }
  if (kin || !exact || extra.some((word) => TELLING.test(word))) return null;
  // Of a common name as well: `Kita Sonnenschein` of the AWO, `Hotel Traube` of Tobias Brenner.
  if (areCarriers(extra) || isOwnerName(extra)) return { ...found, is: 'ALIKE' };
  if (common) return null;
  return extra.length <= Math.max(MOST_EXTRA, pairs.length) ? { ...found, is: 'ALIKE' } : null;
}

/** Beside a word that few houses have in their names, so many may come and go. */
const MOST_EXTRA = 2;

/** With the words whose initials the other name has as one word: `Johanniter-Unfall-Hilfe` as `juh`. */
function withInitials(name: CompanyName, core: readonly string[]): CompanyName {
  const first = name.core.map((word) => word.slice(0, 1)).join('');
  const short = core.find((word) => mayBeInitials(word) && first.includes(word));
  if (short === undefined || name.core.length <= short.length) return name;
  const at = first.indexOf(short);
  const rest = name.core.slice(at + short.length);
  return { ...name, core: [...name.core.slice(0, at), short, ...rest] };
}

interface Pair {
  readonly word: string;
  readonly other: string;
  readonly likeness: (typeof ORDER)[number];
}

function pairWords(a: CompanyName, b: CompanyName) {
  const left = [...b.core];
  const pairs: Pair[] = [];
  const onlyA: string[] = [];
  for (const word of a.core) {
    const found = bestOf(left.map((other) => likenessIn(a, word, b, other)));
    if (!found) onlyA.push(word);
    else {
      const [other = ''] = left.splice(found.at, 1);
      pairs.push({ word, other, likeness: found.likeness });
    }
  }
  return { pairs, onlyA, onlyB: left };
}

const ORDER = ['EQUAL', 'INFLECTED', 'TYPO', 'SHORTENED'] as const;

/** A word that a dot shortens is whatever begins with it: `Alb.-Schweitzer-Schule`. */
function likenessIn(a: CompanyName, word: string, b: CompanyName, other: string) {
  const found = likeness(word, other);
  if (found !== 'OTHER') return found;
  const shortened =
    (other.startsWith(word) && a.shortened.includes(word)) ||
    (word.startsWith(other) && b.shortened.includes(other));
  return shortened ? 'SHORTENED' : 'OTHER';
}

function bestOf(found: readonly (Likeness | 'SHORTENED')[]) {
  for (const wanted of ORDER) {
    const at = found.indexOf(wanted);
    if (at >= 0) return { at, likeness: wanted };
  }
  return null;
}

function isCommon(words: readonly string[], isKnownCommon: IsCommon): boolean {
  return words.every(isCommonWord) || isKnownCommon(words);
}

function joined(core: readonly string[]): string {
  return spellingKey(core.join(''));
}

function numbersDiffer(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join(' ') !== [...b].sort().join(' ');
}

/**
 * `SAME` if both say the same, `LESS` if one says less or both name one family in other words, `KIN` where one house may
 * be both, else `DISTANT`.
 */
type TradeLikeness = 'SAME' | 'LESS' | 'KIN' | 'DISTANT';

function compareTrades(a: readonly string[], b: readonly string[]): TradeLikeness {
  const [mine, yours] = [new Set(a), new Set(b)];
  const shared = [...mine].filter((word) => yours.has(word)).length;
  if (shared === mine.size && shared === yours.size) return 'SAME';
  if (shared > 0 || mine.size === 0 || yours.size === 0) return 'LESS';
  if ([...mine].some((word) => [...yours].some((other) => areSynonyms(word, other)))) return 'LESS';
  const families = [...mine].flatMap((word) => TRADES.get(word) ?? []);
  const others = [...yours].flatMap((word) => TRADES.get(word) ?? []);
  return families.some((family) => others.some((other) => areKin(family, other)))
    ? 'KIN'
    : 'DISTANT';
}

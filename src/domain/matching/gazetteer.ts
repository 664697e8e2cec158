import { foldText } from '../text/fold.js';
import { AUSTRIA } from './places/austria.js';
import { GERMANY } from './places/germany.js';
import { SWITZERLAND } from './places/switzerland.js';
import { spellingKey } from './spelling.js';

/** A town or municipality of one of the countries whose places are known. */
export interface Place {
  /** Unique within all countries, and stable as long as the data is: `DE:neustadt:weinstrasse:67`. */
  readonly id: string;
  /** The words of the short name, such as `bad homburg`. */
  readonly base: string;
  /**
   * The addition that distinguishes it from others of that name, such as `weinstrasse`; empty if its name has no
   * addition.
   */
  readonly additions: readonly string[];
  readonly postalCodes: ReadonlySet<string>;
  /** Whether two towns gave it their names: `Garmisch-Partenkirchen`. */
  readonly isDouble: boolean;
}

export interface Gazetteer {
  /** Places by their short name. */
  readonly byBase: ReadonlyMap<string, readonly Place[]>;
  /** Places by how their short name sounds, for `Koln`. */
  readonly bySpelling: ReadonlyMap<string, readonly Place[]>;
  /** Places by the first word of their short name, to complete what is written shorter still. */
  readonly byFirstWord: ReadonlyMap<string, readonly Place[]>;
  readonly byPostalCode: ReadonlyMap<string, readonly Place[]>;
  /** Places of several words by their first and by their last words: `Garmisch`, `Partenkirchen`, `Tölz`. */
  readonly byPart: ReadonlyMap<string, readonly Place[]>;
}

/** Words that an addition begins with, as they are written out or shortened: `an der`, `a. d.`, `i. d.`, `vorm`. */
const ADDITION_BEGINS: ReadonlySet<string> = new Set(
  'a an am auf b bei beim i im in o ob u unter v vor vorm zum zur'.split(' '),
);
const ARTICLES: ReadonlySet<string> = new Set('d der dem den die das'.split(' '));

/** Additions written so short that they are no beginning of the whole word. */
const SHORT_ADDITIONS: Readonly<Record<string, string>> = {
  opf: 'oberpfalz',
  obb: 'oberbayern',
  ndb: 'niederbayern',
  ofr: 'oberfranken',
  mfr: 'mittelfranken',
  ufr: 'unterfranken',
  odw: 'odenwald',
  ts: 'taunus',
  rhld: 'rheinland',
  nl: 'niederlausitz',
  ol: 'oberlausitz',
  odt: 'tauber',
  odtauber: 'tauber',
  vdh: 'hoehe',
};

const known = new Map<string, Gazetteer>();
const SOURCES: Readonly<Record<string, string>> = {
  DE: GERMANY,
  AT: AUSTRIA,
  CH: SWITZERLAND,
};

/** The places of a country (ISO 3166 alpha-2), or null where none are known. Read once, when first asked for. */
export function gazetteerOf(country: string): Gazetteer | null {
  const source = SOURCES[country];
  if (source === undefined) return null;
  const gazetteer = known.get(country) ?? readGazetteer(country, source);
  known.set(country, gazetteer);
  return gazetteer;
}

/** The additions among the words that follow a short name: without prepositions and articles, written out. */
export function additionsOf(words: readonly string[]): string[] {
  let at = 0;
  while (at < words.length - 1 && ADDITION_BEGINS.has(words[at] ?? '')) at++;
  while (at < words.length - 1 && ARTICLES.has(words[at] ?? '')) at++;
  return words.slice(at).map((word) => SHORT_ADDITIONS[word] ?? word);
}

/** The words of a town that is not known, without prepositions and articles: `baden b wien` as `baden bei wien`. */
export function withoutPrepositions(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => at === 0 || !(ADDITION_BEGINS.has(word) || ARTICLES.has(word)));
}

/** The other countries whose places are known: a lead may stand under a country that it is not in. */
export function gazetteersBeside(country: string): Gazetteer[] {
  return Object.keys(SOURCES).flatMap((other) =>
    other === country ? [] : (gazetteerOf(other) ?? []),
  );
}

/** Whether two additions mean one, of which either may be shortened: `t` and `tauber`, `westf` and `westfalen`. */
export function isSameAddition(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function readGazetteer(country: string, source: string): Gazetteer {
  const byBase = new Map<string, Place[]>();
  const bySpelling = new Map<string, Place[]>();
  const byFirstWord = new Map<string, Place[]>();
  const byPostalCode = new Map<string, Place[]>();
  const byPart = new Map<string, Place[]>();
  for (const line of source.split('\n')) {
    const [name = '', codes = ''] = line.split('|');
    const { base, additions } = partsOf(name);
    const all = codes.split(' ');
    for (const postalCodes of additions.length > 0 ? [all] : townsOf(all)) {
      const [first = ''] = postalCodes;
      const id = [country, base, additions.join(' '), first.slice(0, 2)].join(':');
      const isDouble = DOUBLE.test(name);
      const place = { id, base, additions, postalCodes: new Set(postalCodes), isDouble };
      add(byBase, base, place);
      add(bySpelling, spellingKey(base), place);
      add(byFirstWord, base.split(' ', 1)[0] ?? '', place);
      for (const code of postalCodes) add(byPostalCode, code, place);
      for (const part of endsOfName(base)) add(byPart, part, place);
    }
  }
  return { byBase, bySpelling, byFirstWord, byPostalCode, byPart };
}

const DOUBLE = /^\p{L}{4,}-\p{L}{4,}$/u;

/** The first word, and all but the first. */
function endsOfName(base: string): string[] {
  const [first = '', ...rest] = base.split(' ');
  return rest.length > 0 ? [first, rest.join(' ')].filter((part) => part.length >= 4) : [];
}

function partsOf(name: string): { base: string; additions: string[] } {
  // What stands in parentheses or after a slash is an addition even without a preposition.
  const [before = '', ...after] = name.split(/[(/]/);
  const words = sanktWords(foldText(before));
  const begins = words.findIndex((word, nth) => nth > 0 && ADDITION_BEGINS.has(word));
  const own = begins < 0 ? words : words.slice(0, begins);
  const more = begins < 0 ? [] : words.slice(begins);
  const rest = after.flatMap((text) => foldText(text).split(' ')).filter((word) => word !== '');
  return { base: own.join(' '), additions: [...additionsOf(more), ...additionsOf(rest)] };
}

/** Folded words in which `st` is written out. */
export function sanktWords(folded: string): string[] {
  return folded.split(' ').map((word) => (word === 'st' ? 'sankt' : word));
}

/** Several towns of one name stand in one line: their postal codes lie in regions far apart. */
function townsOf(codes: readonly string[]): string[][] {
  const towns: string[][] = [];
  let region = Number.NEGATIVE_INFINITY;
  for (const code of [...codes].sort()) {
    const next = Number(code.slice(0, 2));
    const town = towns.at(-1);
    if (town && next - region <= 2) town.push(code);
    else towns.push([code]);
    region = next;
  }
  return towns;
}

function add(map: Map<string, Place[]>, key: string, place: Place): void {
  const places = map.get(key);
  if (places) places.push(place);
  else map.set(key, [place]);
}

import { readPostalCode } from '../postal-codes.js';
import { foldText } from '../text/fold.js';
import {
  additionsOf,
  type Gazetteer,
  gazetteerOf,
  gazetteersBeside,
  isSameAddition,
  type Place,
  sanktWords,
} from './gazetteer.js';
import { spellingKey } from './spelling.js';

/** What a city as people write it may mean. */
export interface City {
  readonly country: string;
  /** The folded words, shortenings written out. */
  readonly words: readonly string[];
  /** The places it may be, the likeliest ones alone where one of them is far larger; empty where none is known. */
  readonly places: readonly Place[];
  /** Words beside the place: a district (`muelheim`), or an addition that no known place has (`baden`). */
  readonly beside: readonly string[];
  /** As given, or as it stood in front of the city; null if there is none. */
  readonly postalCode: string | null;
}

/** How cities are called that no rule tells. The value is folded and found in the gazetteer. */
const CALLED: Readonly<Record<string, string>> = {
  ffm: 'frankfurt am main',
  'd dorf': 'duesseldorf',
  ddorf: 'duesseldorf',
  muc: 'muenchen',
  'hannoversch muenden': 'hann muenden',
  hh: 'hamburg',
  mgladbach: 'moenchengladbach',
  'm gladbach': 'moenchengladbach',
  'lutherstadt wittenberg': 'wittenberg lutherstadt',
  munich: 'muenchen',
  cologne: 'koeln',
  nuremberg: 'nuernberg',
  hanover: 'hannover',
  brunswick: 'braunschweig',
  dusseldorf: 'duesseldorf',
  vienna: 'wien',
  zurich: 'zuerich',
  geneva: 'geneve',
  genf: 'geneve',
  lucerne: 'luzern',
  berne: 'bern',
};

/** Titles of towns that are no part of their names. */
const TITLES: ReadonlySet<string> = new Set(
  'hansestadt landeshauptstadt lutherstadt stadt kurort ostseebad nordseebad markt freie und'.split(
    ' ',
  ),
);

/** With one of these in front it is another town: `Bad Wurzach`. */
const PARTS_OF_NAMES: ReadonlySet<string> = new Set(
  'bad sankt neu alt gross klein ober unter nieder hohen deutsch'.split(' '),
);

/** `D-80331`, `A 1010`, `CH-8001` or a bare code before the name. */
const CODE_BEFORE = /^(?:([A-Za-z]{1,2})[ -]{0,2})?(\d{4,5})(?=[\s,]|$)[\s,]*/;
/**
 * Reads a city of the country (ISO 3166 alpha-2). A postal code in front of it counts if none is given beside it.
 * @param postalCode as in its own field, with or without the country in front
 */
export function readCity(text: string, country: string, postalCode: string | null): City {
  const [, , codeBefore] = CODE_BEFORE.exec(text.trim()) ?? [];
  const name = codeBefore === undefined ? text : text.trim().replace(CODE_BEFORE, '');
  const given = postalCode === null ? '' : readPostalCode(postalCode).code;
  const code = given === '' ? (codeBefore ?? null) : given;
  const words = wordsOfCity(name === '' ? text : name);
  const gazetteer = gazetteerOf(country);
  const found = gazetteer ? findPlaces(gazetteer, words, country) : { places: [], beside: [] };
  const here = code === null ? [] : found.places.filter(({ postalCodes }) => postalCodes.has(code));
  return {
    country,
    words,
    places: here.length > 0 ? here : found.places,
    beside: found.beside,
    postalCode: code,
  };
}

function wordsOfCity(name: string): string[] {
  const folded = foldText(name);
  const all = sanktWords(CALLED[folded] ?? folded);
  const words = all.filter((word) => !TITLES.has(word));
  return words.length > 0 ? words.flatMap((word) => (CALLED[word] ?? word).split(' ')) : all;
}

interface Found {
  readonly places: readonly Place[];
  readonly beside: readonly string[];
}

/** The places whose name the words begin with or begin, else those whose name sounds so or stands last. */
function findPlaces(gazetteer: Gazetteer, words: readonly string[], country: string): Found {
  const { byBase, bySpelling } = gazetteer;
  const own = placesNamed(words, (name) => byBase.get(name));
  if (own?.beside.length === 0) return own;
  const elsewhere = placesElsewhere(words, country);
  if (own) {
    // No `Wangen` of this country lies on the Aare.
    const places = elsewhere.places.filter(({ additions }) => additions.length > 0);
    return places.length > 0 ? { ...elsewhere, places } : own;
  }
  const begun = placesBegun(gazetteer, words);
  // `Baden` may be short for `Baden-Baden`, or one of the two abroad.
  if (begun) return { places: [...begun.places, ...elsewhere.places], beside: [] };
  const spelt = placesNamed(words, (name) => bySpelling.get(spellingKey(name)));
  if (spelt) return spelt;
  if (elsewhere.places.length > 0) return elsewhere;
  return placeLast(gazetteer, words) ?? { places: [], beside: [] };
}

/** Places of the neighbours that are called exactly so, but for the number of a district: `Wien 1`. */
function placesElsewhere(words: readonly string[], country: string): Found {
  const beside = words.filter((word, at) => at > 0 && /^\d+$/.test(word));
  const name = words.filter((word) => !beside.includes(word));
  const places = gazetteersBeside(country).flatMap(({ byBase }) => {
    const found = placesNamed(name, (text) => byBase.get(text));
    return found?.beside.length === 0 ? found.places : [];
  });
  return { places, beside };
}

/** By the longest short name at the beginning; what follows it is an addition or a district. */
function placesNamed(
  words: readonly string[],
  find: (name: string) => readonly Place[] | undefined,
): Found | null {
  for (let length = words.length; length > 0; length--) {
    const named = find(words.slice(0, length).join(' '));
    if (!named) continue;
    const additions = additionsOf(words.slice(length));
    if (additions.length === 0) return { places: likeliest(named), beside: [] };
    const meant = named.filter((place) =>
      additions.every((word) => place.additions.some((own) => isSameAddition(own, word))),
    );
    if (meant.length > 0) return { places: meant, beside: [] };
    return { places: likeliest(named), beside: additions };
  }
  return null;
}

/** `Garmisch` begins `Garmisch-Partenkirchen`. */
function placesBegun({ byFirstWord }: Gazetteer, words: readonly string[]): Found | null {
  const beginning = `${words.join(' ')} `;
  const begun = byFirstWord.get(words[0] ?? '')?.filter(({ base }) => base.startsWith(beginning));
  return begun && begun.length > 0 ? { places: begun, beside: [] } : null;
}

/** Some write the district first: `Altona, Hamburg`. */
function placeLast({ byBase }: Gazetteer, words: readonly string[]): Found | null {
  const before = words.slice(0, -1);
  const last = byBase.get(words.at(-1) ?? '');
  if (!last || before.length === 0 || before.some((word) => PARTS_OF_NAMES.has(word))) return null;
  return { places: likeliest(last), beside: before };
}

/** Without an addition the city is meant, if only one place of that name is one. */
function likeliest(places: readonly Place[]): readonly Place[] {
  const [largest, second] = [...places].sort((a, b) => b.postalCodes.size - a.postalCodes.size);
  if (!largest || !second) return places;
  const isCity =
    largest.postalCodes.size >= 5 && largest.postalCodes.size >= 3 * second.postalCodes.size;
  return isCity ? [largest] : places;
}

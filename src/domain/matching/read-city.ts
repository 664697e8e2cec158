import { readPostalCode } from '../postal-codes.js';
import { foldText } from '../text/fold.js';
import { CALLED, CANTONS, PARTS_OF_NAMES, PLATES, TITLES } from './city-words.js';
import { cityOfDistrict } from './districts.js';
import {
  additionsOf,
  type Gazetteer,
  gazetteerOf,
  gazetteersBeside,
  isSameAddition,
  type Place,
  sanktWords,
} from './gazetteer.js';
import { remembered, spellingKey } from './spelling.js';

/** The possible meanings of a city as people write it. */
export interface City {
  readonly country: string;
  /** The folded words, shortenings written out. */
  readonly words: readonly string[];
  /** The places it may be, the likeliest ones alone where one of them is far larger; empty where none is known. */
  readonly places: readonly Place[];
  /** Other places that may be meant: of which it is a district or half the name, or that its postal code tells. */
  readonly near: readonly Place[];
  /** Words beside the place: a district (`muelheim`), or an addition that no known place has (`baden`). */
  readonly beside: readonly string[];
  /** As given, or as it stood in front of the city; null if there is none. */
  readonly postalCode: string | null;
}

const PLATE_BEFORE = /^(\p{Lu}{1,3})-(?=\p{L}{3})/u;

/** `D-80331`, `A 1010`, `CH-8001` or a bare code before the name. */
const CODE_BEFORE = /^(?:([A-Za-z]{1,2})[ -]{0,2})?(\d{4,5})(?=[\s,]|$)[\s,]*/;
/**
 * Reads a city of the country (ISO 3166 alpha-2). A postal code in front of it counts if none is given beside it.
 * @param postalCode as in its own field, with or without the country in front
 */
export function readCity(text: string, country: string, postalCode: string | null): City {
  return readWritten(JSON.stringify([text, country, postalCode]));
}

/** Leads that are compared lie in the same few cities, written the same. */
const readWritten = remembered((written) => {
  const [text, country, postalCode]: [string, string, string | null] = JSON.parse(written);
  return read(text, country, postalCode);
});

function read(text: string, country: string, postalCode: string | null): City {
  const [, , codeBefore] = CODE_BEFORE.exec(text.trim()) ?? [];
  const name = codeBefore === undefined ? text : text.trim().replace(CODE_BEFORE, '');
  const given = postalCode === null ? '' : readPostalCode(postalCode).code;
  const code = given === '' ? (codeBefore ?? null) : given;
  const plated = name.replace(PLATE_BEFORE, (whole, plate) =>
    Object.hasOwn(PLATES, plate) ? `${PLATES[plate]} ` : whole,
  );
  const words = wordsOfCity(plated === '' ? text : plated);
  const gazetteer = gazetteerOf(country);
  const found = gazetteer ? findPlaces(gazetteer, words, country) : { places: [], beside: [] };
  const here = code === null ? [] : placesOfCode(found.places, words, country, code);
  return {
    country,
    words,
    places: here.length > 0 ? here : found.places,
    near: here.length > 0 ? [] : placesNear(words, found.places, country, code),
    beside: found.beside,
    postalCode: code,
  };
}

/** Those of the places that have the postal code; else one abroad of that name and code: `Rheinfelden AG`, 4310. */
function placesOfCode(
  places: readonly Place[],
  words: readonly string[],
  country: string,
  code: string,
): readonly Place[] {
  const here = places.filter(({ postalCodes }) => postalCodes.has(code));
  if (here.length > 0 || places.length === 0) return here;
  const abroad = gazetteersBeside(country).flatMap(
    ({ byPostalCode }) => byPostalCode.get(code) ?? [],
  );
  return abroad.filter(({ base }) => base.split(' ')[0] === words[0]);
}

function wordsOfCity(name: string): string[] {
  const folded = foldText(name);
  const all = sanktWords(CALLED[folded] ?? folded);
  const words = all.filter((word) => !TITLES.has(word));
  if (words.length === 0) return all;
  return words.flatMap((word) => {
    const called = CALLED[word];
    // `Biel/Bienne` says it twice.
    return called === undefined || words.includes(called) ? [word] : called.split(' ');
  });
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
  if (elsewhere.places.length > 0) return elsewhere;
  return (
    placesOfSpa(gazetteer, words, country) ??
    placeBeyond(words, country) ??
    placesNamed(words, (name) => bySpelling.get(spellingKey(name))) ??
    placesShortened(gazetteer, words) ??
    placeLast(gazetteer, words) ?? { places: [], beside: [] }
  );
}

/** Places of the neighbours that are called exactly so, but for the number of a district or a canton: `Wien 1`. */
function placesElsewhere(words: readonly string[], country: string): Found {
  const beside = words.filter((word, at) => at > 0 && (/^\d+$/.test(word) || CANTONS.has(word)));
  const name = words.filter((word) => !beside.includes(word));
  const places = gazetteersBeside(country).flatMap(({ byBase }) => {
    const found = placesNamed(name, (text) => byBase.get(text));
    return found?.beside.length === 0 ? found.places : [];
  });
  return { places, beside };
}

/** `Badgastein` and `B. Gastein`. */
function placesOfSpa(gazetteer: Gazetteer, words: readonly string[], country: string) {
  const [first = '', ...rest] = words;
  const joined = /^bad(.{4,})$/.exec(first)?.[1];
  const meant = joined ? [joined, ...rest] : first === 'b' ? rest : [];
  if (meant.length === 0) return null;
  const [found] = [gazetteer, ...gazetteersBeside(country)].flatMap(
    ({ byBase }) => placesNamed(['bad', ...meant], (name) => byBase.get(name)) ?? [],
  );
  return found ?? null;
}

/** A place of a neighbour with a district behind it: `Wien-Döbling`. */
function placeBeyond(words: readonly string[], country: string): Found | null {
  for (const { byBase } of gazetteersBeside(country)) {
    const found = placesNamed(words, (name) => byBase.get(name));
    if (found) return found;
  }
  return null;
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

/** `Schwäb. Hall`, `Garmisch-Part.`: the place, if there is one alone, of whose words these are the beginnings. */
function placesShortened({ byBase }: Gazetteer, words: readonly string[]): Found | null {
  if (words.length < 2 || words.some(({ length }) => length < 3)) return null;
  const meant = [...byBase.values()].filter(([place]) => {
    const whole = place?.base.split(' ') ?? [];
    return whole.length === words.length && words.every((word, at) => whole[at]?.startsWith(word));
  });
  return meant.length === 1 && meant[0] ? { places: likeliest(meant[0]), beside: [] } : null;
}

const MOST_NEAR = 4;

/** Where a place may be that is written as a district, or as one part of a double name (`Tölz`, `Bietigheim`). */
function placesNear(
  words: readonly string[],
  places: readonly Place[],
  country: string,
  code: string | null,
): readonly Place[] {
  const name = words.join(' ');
  const own = gazetteerOf(country);
  const gazetteers = [...(own ? [own] : []), ...gazetteersBeside(country)];
  const named = gazetteers.flatMap(({ byBase, byPart }) => {
    const city = cityOfDistrict(name)?.split(' ');
    const around = city ? placesNamed(city, (text) => byBase.get(text)) : null;
    const parts = byPart.get(name) ?? [];
    // Where the name is a town of its own, `Bad Homburg` is not `Homburg`; `Bietigheim-Bissingen` may be `Bietigheim`.
    const halves = places.length > 0 ? parts.filter(({ isDouble }) => isDouble) : parts;
    return [...(around?.places ?? []), ...(halves.length > MOST_NEAR ? [] : halves)];
  });
  if (named.length > 0 || places.length > 0 || code === null) return named;
  return own?.byPostalCode.get(code) ?? [];
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

import type { Comparable } from './compare-companies.js';
import { withoutPrepositions } from './gazetteer.js';
import type { City } from './read-city.js';
import type { CompanyName } from './read-name.js';
import { spellingKey, stemOf } from './spelling.js';

/** Letters at either end of a word of which a slip leaves one end whole. */
const END_LETTERS = 4;

/**
 * Numbers of which two leads share at least one if their names and cities make them one company, or nearly: word by word
 * in its place. Stored and indexed; a change of what is compared needs new ones ({@link MATCHING_VERSION}).
 */
export function candidateKeys({ name, city }: Pick<Comparable, 'name' | 'city'>): number[] {
  const units = unitsOf(name);
  const stems = [...units, ...name.initials()].map((word) => spellingKey(stemOf(word)));
  const ends = units.flatMap(endsOf);
  const placed = placesOf(city).flatMap((place) =>
    [...stems, ...ends].map((word) => `${word}@${place}`),
  );
  const near = nearbyOf(city).flatMap((place) => stems.map((word) => `${word}@${place}`));
  return [...new Set([...placed, ...near].map(hash))].sort((a, b) => a - b);
}

/** Grows whenever a lead that did not change would get other keys. */
export const MATCHING_VERSION = 1;

/** The name beside trade and place: leads of one key in many cities have a common name. */
export function nameKey({ core, trades }: CompanyName): string {
  return spellingKey((core.length > 0 ? core : trades).join(''));
}

/**
 * Texts of which two leads share at least one if they are certainly one by their names: of two concurrent
 * registrations of such leads, one must wait.
 */
export function nameLocks({ core, trades, whole }: CompanyName): string[] {
  const words = core.length > 0 ? core : trades;
  // Spaces do not matter, and order does not: `Belle Vue` and `Bellevue`, `St. Vinzenz Caritas` and `Caritas St. Vinzenz`.
  const texts = [
    spellingKey(words.join('')),
    words.map((word) => spellingKey(word)).join(''),
    spellingKey(whole),
  ];
  return [...new Set(texts.map((text) => [...text].sort().join('')))];
}

function unitsOf({ core, trades, whole }: CompanyName): string[] {
  const words = core.length > 0 ? core : trades;
  return [...new Set([...words, words.join(''), whole])].filter((word) => word !== '');
}

function endsOf(word: string): string[] {
  if (word.length <= END_LETTERS) return [];
  return [`${word.slice(0, END_LETTERS)}~`, `~${word.slice(-END_LETTERS)}`];
}

function placesOf({ places, near, words }: City): string[] {
  const known = [...places, ...near].map(({ id }) => id);
  return places.length > 0
    ? known
    : [...known, withoutPrepositions(words).map(spellingKey).join(' ')];
}

/** Where else it may be, if its city is not known or misspelt. */
function nearbyOf({ words, postalCode }: City): string[] {
  const names = words.filter((word) => word.length > END_LETTERS).flatMap(endsOf);
  const short = words.length === 1 ? words.filter((word) => word.length <= END_LETTERS) : [];
  return [...names, ...short, ...(postalCode === null ? [] : [postalCode])];
}

/** FNV-1a: an accidental like of two keys only makes one more candidate. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  return value | 0;
}

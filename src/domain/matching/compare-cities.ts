import { isSameAddition, withoutPrepositions } from './gazetteer.js';
import type { City } from './read-city.js';
import { likeness, spellingKey } from './spelling.js';

/** Whether two cities are one, may be one, or are not. */
export type CityLikeness = 'SAME' | 'POSSIBLE' | 'OTHER';
export type CodeLikeness = 'SAME' | 'OTHER' | 'UNKNOWN';

export function compareCodes(a: City, b: City): CodeLikeness {
  if (a.postalCode === null || b.postalCode === null) return 'UNKNOWN';
  return a.postalCode === b.postalCode ? 'SAME' : 'OTHER';
}

export function compareCities(a: City, b: City): CityLikeness {
  if (a.country !== b.country) return isSpeltAlike(a, b) ? 'POSSIBLE' : 'OTHER';
  const sameCode = compareCodes(a, b) === 'SAME';
  if (a.places.length > 0 && b.places.length > 0) return comparePlaces(a, b, sameCode);
  const [words, others] = [spelt(a), spelt(b)];
  const shared = sharedOf(words, others);
  if (shared === words.length && shared === others.length) return 'SAME';
  if (sameCode || shared === Math.min(words.length, others.length) || areNear(a, b)) {
    return 'POSSIBLE';
  }
  const spellings = [a, b].map((city) => [
    city.words,
    ...city.places.map(({ base }) => base.split(' ')),
  ]);
  return spellings[0]?.some((one) => spellings[1]?.some((other) => isMisspelt(one, other)))
    ? 'POSSIBLE'
    : 'OTHER';
}

/** A country may be wrong, or left out: a city of the same words may be the same one. */
function isSpeltAlike(a: City, b: City): boolean {
  return spelt(a).join(' ') === spelt(b).join(' ');
}

/** How many words both have; `Baden-Baden` and `Baden` one. */
function sharedOf(words: readonly string[], others: readonly string[]): number {
  const left = [...others];
  for (const word of words) if (left.includes(word)) left.splice(left.indexOf(word), 1);
  return others.length - left.length;
}

function spelt({ words }: City): string[] {
  return withoutPrepositions(words).map(spellingKey);
}

function comparePlaces(a: City, b: City, sameCode: boolean): CityLikeness {
  const shared = a.places.filter(({ id }) => b.places.some((place) => place.id === id));
  if (shared.length === 0) return sameCode || areNear(a, b) ? 'POSSIBLE' : 'OTHER';
  if (sameCode) return 'SAME';
  const besideDiffers = a.beside.length > 0 && b.beside.length > 0 && !isSameBeside(a, b);
  const certain = a.places.length === 1 && b.places.length === 1;
  if (certain) return besideDiffers ? 'POSSIBLE' : 'SAME';
  // One name, several towns: what is written beside tells them apart. A code that none of them has tells nothing.
  if (besideDiffers) return 'OTHER';
  return a.words.join(' ') === b.words.join(' ') ? 'SAME' : 'POSSIBLE';
}

/** Whether one may be what the other is part of. */
function areNear(a: City, b: City): boolean {
  const [all, others] = [a, b].map(({ places, near }) => [...places, ...near]);
  return all?.some(({ id }) => others?.some((place) => place.id === id)) ?? false;
}

function isSameBeside(a: City, b: City): boolean {
  return a.beside.every((word) => b.beside.some((other) => isSameAddition(word, other)));
}

/** So long that a slip in it is likelier than another town, of which there are many: `Bad Wurzach` is no `Wurzbach`. */
const LONG_CITY = 9;

/** Of two cities at least one of which is not known. */
function isMisspelt(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length &&
    a.every((word, at) => {
      const other = b[at] ?? '';
      const found = likeness(word, other);
      return (
        found === 'EQUAL' || (found === 'TYPO' && Math.max(word.length, other.length) >= LONG_CITY)
      );
    })
  );
}

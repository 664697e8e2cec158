/** Second parts of long German words, whose first letter stands in the initials as well: `UKE`, `KSA`, `DJH`. */
const HEADS: readonly string[] = longestFirst(
  'klinikum klinik krankenhaus spital herberge zentrum heim haus schule werk hof rotes kreuz amt verband dienst medizin ' +
    'verein betriebe akademie universitaet kolleg gymnasium residenz stift gesellschaft',
);
const SHORTEST = 3;
const LONGEST = 6;
const LINKING: ReadonlySet<string> = new Set(
  'der die das des dem den am an im in zu zum zur und u fuer von vom'.split(' '),
);

/**
 * What a name is shortened to by its initials, with its city and without: `hfu` of `Hochschule Furtwangen University`.
 * @param words folded, in their order
 */
export function initialsOf(words: readonly string[], isCity: (word: string) => boolean): string[] {
  const named = words.filter((word) => !LINKING.has(word));
  const inside = named.filter((word) => !isCity(word));
  const all = [named, inside].flatMap((list) => [
    list.map((word) => word.slice(0, 1)).join(''),
    list.map(lettersOf).join(''),
  ]);
  return [...new Set(all)].filter(({ length }) => length >= SHORTEST && length <= LONGEST);
}

/** A word that may be initials. */
export function mayBeInitials(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && /^[a-z]+$/.test(word);
}

function lettersOf(word: string): string {
  const head = HEADS.find((part) => word.endsWith(part) && word.length - part.length >= 3);
  return head === undefined ? word.slice(0, 1) : `${word.slice(0, 1)}${head.slice(0, 1)}`;
}

function longestFirst(list: string): readonly string[] {
  return list.split(' ').sort((a, b) => b.length - a.length);
}

/**
 * How two folded words relate: `EQUAL` in sound and letters, `INFLECTED` with another ending (Hirsch, Hirschen), `TYPO`
 * with a slip of the pen, or `OTHER`.
 */
export type Likeness = 'EQUAL' | 'INFLECTED' | 'TYPO' | 'OTHER';

/** From this length on one wrong letter leaves a word recognisable, and hardly makes another one of it. */
const LONG_WORD = 9;
/** From this length on a letter may be missing or too many within the word. */
const MIDDLE_WORD = 7;
const STEM_LENGTH = 4;

/** With the genitive: `Lindner's` is of one stem with `Lindner`. */
const ENDING = /(?:ern|er|en|em|es|e|n)?s?$/;
/** Of words too short for more: `alte`, `alten`; `Peter's`. */
const SHORT_ENDING = /(?:rn|[nrm])?s?$/;

/**
 * The word without what spellings differ in: umlauts written out or left out, doubled letters, ph, th, ck, dt, tz, ie,
 * y, w, silent h. `Mueller` and `Muller` are one, so are `Rössl` and `Roessel`'s `ss`; `Müller` and `Möller` are two.
 */
export const spellingKey = remembered((word) =>
  withoutDoubled(
    word
      .replace(/([aou])e+/g, '$1')
      .replace(/ph/g, 'f')
      .replace(/th/g, 't')
      .replace(/ck|kk/g, 'k')
      .replace(/tz/g, 'z')
      .replace(/dt/g, 't')
      .replace(/ie/g, 'i')
      .replace(/c(?=[eiy])/g, 'z')
      .replace(/y/g, 'i')
      .replace(/w/g, 'v')
      .replace(/(?<=[aeiou])h(?=[^aeiou]|$)/g, '')
      .replace(/c(?=[^h]|$)/g, 'k'),
  ),
);

/** Words come again and again: the answers for so many are kept. */
const MOST_REMEMBERED = 20_000;

export function remembered<Answer>(work: (word: string) => Answer): (word: string) => Answer {
  const known = new Map<string, Answer>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const answer = work(word);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(word, answer);
    return answer;
  };
}

function withoutDoubled(word: string): string {
  let single = '';
  for (const letter of word) if (!single.endsWith(letter)) single += letter;
  return single;
}

export function stemOf(word: string): string {
  const stem = word.replace(ENDING, '');
  if (stem.length >= STEM_LENGTH) return stem;
  const longer = word.replace(SHORT_ENDING, '');
  return longer.length >= STEM_LENGTH ? longer : word;
}

export function likeness(a: string, b: string): Likeness {
  if (a === b || spellingKey(a) === spellingKey(b)) return 'EQUAL';
  if (spellingKey(stemOf(a)) === spellingKey(stemOf(b)) || isEnded(a, b) || isEnded(b, a)) {
    return 'INFLECTED';
  }
  return isSlip(a, b) ? 'TYPO' : 'OTHER';
}

/** `Schwanen` and `Schwan`, which looks as if it had an ending itself. */
function isEnded(long: string, short: string): boolean {
  return (
    short.length > STEM_LENGTH &&
    /^(?:e[nr]|e?s)$/.test(long.slice(short.length)) &&
    long.startsWith(short)
  );
}

/** Whether a word is written with a slip for another one that is long enough to be known by it: `Jugendherbege`. */
export function isMisspelling(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= LONG_WORD && isSlip(a, b);
}

/** One slip: neighbours exchanged, a letter too many or missing within the word, in long words one wrong one. */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short.length < 5 || short[0] !== long[0]) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  let end = 0;
  while (end < short.length - from && short.at(-1 - end) === long.at(-1 - end)) end++;
  const between = short.length - from - end;
  if (long.length > short.length) {
    return between === 0 && short.length >= MIDDLE_WORD - 1 && end > 0;
  }
  if (between === 1) return short.length >= LONG_WORD;
  return between === 2 && short[from] === long[from + 1] && short[from + 1] === long[from];
}

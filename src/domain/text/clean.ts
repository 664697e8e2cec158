/** Invisible characters: zero-width characters, marks of direction, soft hyphens, variation selectors, tags. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Characters that join the parts of an emoji, or mark a sign as one. */
const WITHIN_EMOJI = /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)(?:\u200D|\uFE0F)/gu;
/** Looks like a space and is none to programs: fillers, the empty Braille cell. */
const BLANKS = /[\s\u0085\u115F\u1160\u2800\u3164\uFFA0]+/g;

/**
 * One line as it is meant: composed letters, neither control nor invisible characters nor marks of direction,
 * white space folded to single spaces. The one cleaning of texts from the API, forms and files.
 */
export function cleanLine(text: string): string {
  return withoutInvisible(text.normalize('NFC').replace(BLANKS, ' '))
    .replace(/\p{Cc}+/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .normalize('NFC');
}

/** As {@link cleanLine}, but keeps line breaks (as `\n`), at most one blank line in a row. */
export function cleanParagraphs(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function withoutInvisible(text: string): string {
  if (!INVISIBLE.test(text)) return text;
  INVISIBLE.lastIndex = 0;
  const held = new Set([...text.matchAll(WITHIN_EMOJI)].map(({ index }) => index));
  return text.replace(INVISIBLE, (sign, at: number) => (held.has(at) ? sign : ''));
}

const characters = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** UTF-16 units that no character as users see it needs on average; with more, a text is too long without counting. */
const UNITS_PER_CHARACTER = 16;

/** Length as users count it: an ö of two code points is one character, and so is an emoji of seven. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of characters.segment(text)) count++;
  return count;
}

/** Whether a text has more characters than allowed. Texts of any length are judged in bounded time. */
export function isLongerThan(text: string, max: number): boolean {
  if (text.length <= max) return false;
  return text.length > max * UNITS_PER_CHARACTER || characterCount(text) > max;
}

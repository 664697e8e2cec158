import { type CodePage, decodeCodePage } from './code-pages.js';
import { repairDoubleUtf8 } from './repair-double-utf8.js';

/** The evidence of a text for and against a code page. */
interface Impression {
  readonly page: CodePage;
  readonly text: string;
  /** Signs in the middle of words, letters that no language puts together, control characters. */
  readonly faults: number;
  /** Letters of German in their place. */
  readonly german: number;
}

/** What has no business in a word or before it: `Pr„zision`, `M†LLER`, `†berlingen`, `£ukasz`, `Gro§`. */
const MISPLACED = [
  // Apostrophes of all kinds are none of them: `Gino´s`.
  /\p{L}[„”“‚›‹«»•†‡…‰ˆ˜™€£¥¦§¨©ª¬®¯°±²³µ¶¸¹º¼½¾¿¡×÷](?=\p{Ll})|\p{Lu}[„”“‚›‹«»•†‡…‰ˆ˜™€£¥¦§¨©ª¬®¯°±²³µ¶¸¹º¼½¾¿¡×÷šžäöü](?=\p{Lu})/gu,
  /\p{L}[ŠŽŸƒ](?=\p{Ll})|\p{Ll}[\p{Lu}ªº](?=\p{Ll}{2,}\b)|\p{L}§(?!\p{L})/gu,
  /(?:^|[\s;,"(/-])[†‡™©®£¯¥¦ªº¼¹³¿¶±](?=\p{Ll}{2})|[;,"\n]š(?=\p{Ll})/gu,
  /…(?=sterr|ko|ffent|hr)|[Ss]traá(?=e)|(?:[Gg]ro|[Ss]chlo|[Ww]ei|[Ff]u)á/gu,
  /[^\P{Cc}\n]/gu,
];
/** Letters that do not meet in one word of a language written in Latin-1: Dvoøák, Pavlíèek, Nìmec. */
const ODD_WORD =
  /[øìèùòåæ][áíéýúšž]|[áíýúšž]\p{Ll}{0,3}[øìèùò]|\p{L}[ìùòøõ](?=[bcdfghjkmpqtvwxyz])/gu;
/** Letters that are at home in one code page and rare in German lists. */
const SIGNS_OF_OTHERS = /[\u2500-\u259f\ue000-\uf8ff\u03a9\u2202-\u25ca]/gu;
const GERMAN = /(?<=\p{L})[äöüß]|[ÄÖÜ](?=\p{Ll})|(?<=\p{Lu})[ÄÖÜ]/gu;
/** How much of a file is looked at. */
const MOST_LETTERS = 200_000;

/**
 * In which code page a text is that is not UTF-8: Windows-1252 unless it gives unlikely letters there and another
 * one does not. Null if it gives unlikely letters in each.
 */
export function guessCodePage(bytes: Uint8Array): { page: CodePage; text: string } | null {
  const sample = bytes.subarray(0, MOST_LETTERS);
  const windows = impressionOf(sample, 'windows-1252');
  // What is ö on a Mac is š here: without any umlaut it may be either.
  if (windows.faults === 0 && windows.german === 0 && windows.text.includes('š')) return null;
  // A stray sign or two in a long list are typing errors.
  if (windows.faults <= windows.german / 50) return decoded(bytes, 'windows-1252');
  const others = (['macintosh', 'cp850', 'windows-1250', 'iso-8859-2'] as const)
    .map((page) => impressionOf(sample, page))
    .sort((a, b) => a.faults - b.faults || b.german - a.german);
  const [best] = others;
  if (!best) return null;
  const high = sample.filter((byte) => byte >= 0x80).length;
  const isClear = best.faults === 0 || best.faults * 10 <= Math.min(windows.faults, high);
  return isClear ? decoded(bytes, best.page) : null;
}

function decoded(bytes: Uint8Array, page: CodePage) {
  return { page, text: decodeCodePage(bytes, page) };
}

function impressionOf(sample: Uint8Array, page: CodePage): Impression {
  // Files that mix UTF-8 and Windows-1252 are repaired later.
  const text = repairDoubleUtf8(decodeCodePage(sample, page)).text.replace(/[\t\r\n]+/g, '\n');
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return {
    page,
    text,
    faults: [...MISPLACED, ODD_WORD, SIGNS_OF_OTHERS].reduce((sum, one) => sum + count(one), 0),
    german: count(GERMAN),
  };
}

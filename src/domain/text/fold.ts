import { LOOK_ALIKES } from './look-alikes.js';

/** Letters that Unicode does not decompose, written the way German registers write them. */
const LETTERS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ı: 'i',
};

/** Zero-width characters, marks of direction, variation selectors, tags. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;
/** Fillers and the empty Braille cell: they look like a space and are none. NFKC makes one of the other fillers. */
const BLANKS = /[\u115F\u1160\u2800\u3164\uFFA0]+/g;
/**
 * The apostrophes of names such as O'Brien. Some are letters or decompose into a space, so they are unified first.
 */
const APOSTROPHES = /['`´‘’‛′ʹʻʼʽˈˊˋ՚׳ꞌ＇]/g;

/**
 * Folds letters alone; punctuation, digits and spaces stay. Lower case, compatible forms made one, look-alikes of other
 * scripts read as Latin, umlauts written out, other diacritics and invisible characters dropped. Code, not the
 * database, decides this: collations and `lower()` differ from server to server.
 */
export function foldLetters(text: string): string {
  const visible = text
    .replace(APOSTROPHES, "'")
    .normalize('NFKC')
    .replace(BLANKS, ' ')
    .replace(INVISIBLE, '')
    .toLowerCase();
  const latin = mapLetters(visible.normalize('NFD'), LOOK_ALIKES).normalize('NFC');
  // Once more without the accents: an ǽ is an æ only then.
  return spellOut(
    spellOut(latin)
      .normalize('NFKD')
      .replace(/\p{M}+/gu, ''),
  );
}

function spellOut(text: string): string {
  return text.replace(/[äöüßæœøłđðþħŧŋĸı]/g, (letter) => LETTERS[letter] ?? letter);
}

function mapLetters(text: string, letters: ReadonlyMap<string, string>): string {
  return text.replace(/[^\p{ASCII}]/gu, (letter) => letters.get(letter) ?? letter);
}

/** Folded letters, words separated by one space, apostrophes within words dropped. Idempotent. */
export function foldText(text: string): string {
  return foldLetters(text)
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * A folded word whose umlauts may be written out or left out: Müller, Mueller and Muller are one, and so are Sørensen
 * and Soerensen. Coarser than what leads are matched by: Baur and Bauer are one as well.
 */
export function foldUmlauts(word: string): string {
  return word.replace(/([aou])e+/g, '$1');
}

/** The words of a text, folded with their umlauts. What an invisible character may separate counts both ways. */
export function wordsOf(text: string): Set<string> {
  const readings = [text, text.replace(INVISIBLE, ' ')].map(foldText);
  return new Set(
    [...new Set(readings)].flatMap((reading) =>
      reading === '' ? [] : reading.split(' ').map(foldUmlauts),
    ),
  );
}

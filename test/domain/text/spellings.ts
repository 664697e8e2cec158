import fc from 'fast-check';

/** Letters of names as they are met at German offices. */
const LETTERS = [...'abdeghiklmnoprstuvwyzäöüßøåéèçñłđıİğş'];

const word = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 2, maxLength: 9 })
  .map((letters) => letters.join(''));

/** Names of one to three words, with an apostrophe or a hyphen now and then. */
export const names = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '-', "'", ' ')), { minLength: 1, maxLength: 3 })
  .map((parts) =>
    parts.map(([text, join], nth) => (nth === parts.length - 1 ? text : text + join)).join(''),
  );

const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe' };
const LEFT_OUT: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ø: 'o' };
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  å: 'a',
  é: 'e',
  è: 'e',
  ç: 'c',
  ñ: 'n',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  İ: 'i',
  ğ: 'g',
  ş: 's',
};
const LIKE_IT: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  s: 'ѕ',
  i: 'і',
  k: 'κ',
  n: 'Ν',
  t: 'Т',
  m: 'М',
  v: 'ѵ',
  y: 'у',
};

const table = (letters: Readonly<Record<string, string>>) => (letter: string) =>
  letters[letter] ?? letter;

/** What another hand, keyboard or program makes of one letter. */
const HANDS: readonly ((letter: string) => string)[] = [
  (letter) => letter,
  table(WRITTEN_OUT),
  table(LEFT_OUT),
  table(PLAIN),
  table(LIKE_IT),
  (letter) => (letter === 'ß' ? 'ẞ' : letter === 'ı' ? 'I' : letter.toUpperCase()),
  (letter) => letter.normalize('NFD'),
  // Fullwidth forms.
  (letter) => (/[a-z]/.test(letter) ? String.fromCodePoint(letter.charCodeAt(0) + 0xfee0) : letter),
  (letter) => (letter === "'" ? '’' : letter),
  (letter) => (letter === "'" ? '´' : letter),
  (letter) => (letter === "'" ? 'ʼ' : letter),
];

export const INVISIBLE = [
  ...'\u00AD\u034F\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202E\u2060\u2064\u206F\uFE0F\uFEFF',
  '\u{E0041}',
];

/** A name, and the same name as somebody else may have written it. */
export const spelledTwice = names.chain((name) => {
  const letters = [...name];
  return fc
    .tuple(
      fc.array(fc.constantFrom(...HANDS), { minLength: letters.length, maxLength: letters.length }),
      fc.array(fc.option(fc.constantFrom(...INVISIBLE), { freq: 6 }), {
        minLength: letters.length,
        maxLength: letters.length,
      }),
    )
    .map(([hands, invisible]) => ({
      name,
      other: letters
        .map((letter, nth) => (hands[nth]?.(letter) ?? letter) + (invisible[nth] ?? ''))
        .join(''),
    }));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLetters, foldText, foldUmlauts, wordsOf } from '../../../src/domain/text/fold.js';
import { LOOK_ALIKES } from '../../../src/domain/text/look-alikes.js';
import { INVISIBLE, names, spelledTwice } from './spellings.js';

const loose = (text: string) => foldText(text).split(' ').map(foldUmlauts).join(' ');

describe('a folded text', () => {
  it.each([
    ['Müller', 'mueller'],
    ['Mu\u0308ller', 'mueller'],
    ['GROẞ', 'gross'],
    ['Groß', 'gross'],
    ['Özdemir', 'oezdemir'],
    ['İbrahim Işık', 'ibrahim isik'],
    ['Ibrahim IŞIK', 'ibrahim isik'],
    ['Sørensen', 'sorensen'],
    ['Łukasz', 'lukasz'],
    ['Nguyễn', 'nguyen'],
    ["O'Brien", 'obrien'],
    ['O´Brien', 'obrien'],
    ['OʼBrien', 'obrien'],
    ['Ｋａｔｊａ', 'katja'],
    ['\u212Aarl', 'karl'],
    ['Er\u200Bi\u00ADka\u{E0041}', 'erika'],
    ['Erika\u3164Abt', 'erika abt'],
    ['Erika\u2800Abt', 'erika abt'],
    // The vowels are Cyrillic, the umlaut of Cologne too.
    ['Еrіkа', 'erika'],
    ['Kӧln', 'koeln'],
    ['  Hotel -- Linde, (Kasino)  ', 'hotel linde kasino'],
  ])('of %j is %j', (text, folded) => expect(foldText(text)).toBe(folded));

  it('stays what it is when it is folded again', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), names), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
      }),
    ));

  it('does not depend on how a name was typed', () =>
    fc.assert(
      fc.property(spelledTwice, ({ name, other }) => {
        expect(loose(other)).toBe(loose(name));
      }),
      { numRuns: 500 },
    ));

  it('tells different names apart', () => {
    for (const [one, other] of [
      ['Meier', 'Maier'],
      ['Schmidt', 'Schmitt'],
      ['Anna', 'Anne'],
      ['Abt', 'Abel'],
    ]) {
      expect(loose(one ?? '')).not.toBe(loose(other ?? ''));
    }
  });

  it('is made in time that grows with its length', () => {
    // Quadratic, these would take hours.
    for (const part of ["'", 'ü', 'ue', '\u0308', '\u200B', ' ', 'а', "a'"]) {
      expect(foldText(part.repeat(200_000)).length).toBeLessThanOrEqual(400_000);
    }
  });
});

it('a look-alike folds alike in lower and upper case', () => {
  for (const letter of LOOK_ALIKES.keys()) {
    expect([letter, foldLetters(letter.toUpperCase())]).toEqual([letter, foldLetters(letter)]);
  }
});

describe('the words of a text', () => {
  it('are folded, each once', () =>
    expect([...wordsOf('Frau Müller, MUELLER und Muller')]).toEqual(['frau', 'muller', 'und']));

  it.each(INVISIBLE)('count joined and apart around %j', (invisible) => {
    expect([...wordsOf(`Erika${invisible}Abt`)]).toEqual(['erikaabt', 'erika', 'abt']);
  });

  it('are none in an empty text', () => expect([...wordsOf(' \u200B-')]).toEqual([]));
});

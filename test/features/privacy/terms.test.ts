import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTerms, speaksOf } from '../../../src/features/privacy/terms.js';
import { spelledTwice } from '../../domain/text/spellings.js';

const named = (name: string) => makeTerms([], [], [name]);

describe('a text about their lead speaks of somebody', () => {
  it.each([
    ['Hr. Abt', 'Herr Abt kommt'],
    ['Jo Li', 'mit li gesprochen'],
    ['Katja Müller', 'Frau Mueller will Lachs'],
    ['Katja Müller', 'Frau Muller'],
    ['Katja Müller', 'Frau Mu\u0308ller'],
    ['Katja Mueller', 'Frau Müller'],
    ['Groß', 'AN GROSS'],
    ['Groß', 'Grossens und Gross'],
    ['İbrahim', 'Ibrahim ruft an'],
    ['İbrahim', 'IBRAHIM'],
    ['Özdemir', 'ÖZDEMIR'],
    ['Søren Sørensen', 'Soerensen'],
    ['Łukasz', 'Lukasz'],
    ['Sinéad O’Brien', "o'brien"],
    ['Sinéad O’Brien', 'OBrien'],
    ['Erika Abt', 'er\u200Bika'],
    ['Erika Abt', 'Erika\u200BAbt'],
    ['Erika Abt', 'Datei erika_abt.pdf'],
    ['Erika Abt', 'Nutzer ErikaAbt'],
    ['Erika Abt', 'Abts Wunsch'],
    ['Erika Abt', 'Еrіkа'],
    ['Lüdenscheidt-Müller', 'die Muellers'],
    ['王小明', '与王小明通话'],
  ])('called %s: %s', (name, text) => expect(speaksOf(named(name), text, true)).toBe(true));

  it('whoever typed the name, on whatever keyboard', () => {
    fc.assert(
      fc.property(spelledTwice, ({ name, other }) => {
        for (const text of [other, `Herr ${other}, heute`, `(${other})`]) {
          expect(speaksOf(named(name), text, true)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a text speaks of no one', () => {
  it.each([
    ['Abt', 'Abteilung, abtippen'],
    ['Jo Li', 'Lieferung liegt vor'],
    ['Frau Dr. von der Aa', 'die Frau von der Bar'],
    ['E. Koch', 'E-Mail an Küche'],
    ['Erika Abt', ''],
  ])('called %s: %s', (name, text) => expect(speaksOf(named(name), text, true)).toBe(false));

  it('by a name where it is about a lead that is not theirs', () =>
    expect(speaksOf(named('Erika Abt'), 'Frau Abt', false)).toBe(false));
});

describe('an address', () => {
  const terms = makeTerms(['erika@xn--kche-0ra.example'], [], []);

  it.each([
    'an erika@küche.example, bitte',
    'ERIKA@KÜCHE.EXAMPLE.',
    '<erika@xn--kche-0ra.example>',
    '-erika@küche.example',
    'er\u00ADika@ku\u0308che.example',
    'mailto:erika@küche.example?subject=x',
  ])('is found anywhere: %s', (text) => expect(speaksOf(terms, text, false)).toBe(true));

  it.each([
    'karl.erika@küche.example',
    'karlerika@küche.example',
    'erika@küche.example-shop.de',
    'erika@küche.examples',
    'erika at home',
  ])('is not the end or the beginning of another: %s', (text) =>
    expect(speaksOf(terms, text, true)).toBe(false));
});

describe('a phone number', () => {
  const terms = makeTerms([], ['+49221123456'], []);

  it.each([
    '0221/12 34 56',
    '+49 (0)221 123456',
    '0049221-123456-0',
    'Tel.0221.123.456',
  ])('with its area code is found anywhere: %s', (text) =>
    expect(speaksOf(terms, text, false)).toBe(true));

  it('without a zero counts at their leads only', () => {
    expect(speaksOf(terms, '221 123456', true)).toBe(true);
    expect(speaksOf(terms, '221 123456', false)).toBe(false);
  });

  it.each(['Auftrag 7221123456', '0221 123 und 456', '0221 12345'])('is not in: %s', (text) =>
    expect(speaksOf(terms, text, true)).toBe(false));
});

it('a text is read in time that grows with its length', () => {
  const terms = makeTerms(['a@aa.example'], ['+49221123456'], ['Aa Aa', '王']);
  // Quadratic, these would take hours.
  for (const part of ['a@a', '0221 ', '王', 'ä', "a'", '\u200Ba', '(', '221123456'.slice(0, 5)]) {
    expect(speaksOf(terms, part.repeat(40_000), false)).toBe(false);
  }
});

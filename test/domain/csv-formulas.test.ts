import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardFormula, unguardFormula } from '../../src/domain/csv-formulas.js';

describe('a text that a spreadsheet would compute is guarded by a quote', () => {
  test.each([
    '=1+1',
    '+49 30 1234567',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    "'=1",
    "''@x",
    `=HYPERLINK("https://evil.example","click")`,
    "=cmd|' /C calc'!A0",
  ])('%j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
    expect(unguardFormula(guardFormula(text))).toBe(text);
  });

  test.each([
    '',
    'Hotel',
    "O'Hara",
    "'Zum Adler'",
    '1-2',
    'a@b.example',
    '12,50',
  ])('%j is left alone', (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });
});

const tricky = fc.string({ unit: fc.constantFrom(..."'=+-@\t\r\n ＝＠a1") });

test('what was guarded comes back as it was, and never begins like a formula', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), tricky), (text) => {
      const guarded = guardFormula(text);
      expect(unguardFormula(guarded)).toBe(text);
      expect(guarded.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
      expect(guarded).not.toMatch(/^[\t\r\n]/);
    }),
  );
});

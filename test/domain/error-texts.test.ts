import { expect, test } from 'vitest';
import { CONFLICT_REASONS } from '../../src/domain/conflict-reasons.js';
import { ERROR_CODES } from '../../src/domain/error-codes.js';
import { errorText, problemText } from '../../src/domain/error-texts.js';
import { LOCALES } from '../../src/domain/locales.js';

test('every code and every reason has a text of its own in each language', () => {
  const texts = [...Object.values(ERROR_CODES), ...Object.values(CONFLICT_REASONS)];
  for (const locale of LOCALES) {
    const said = texts.map((text) => text[locale]);
    expect(said.filter((text) => !/^\p{Lu}.*[.!]$/u.test(text))).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
  }
});

test.each([
  ['is empty, allowed is a text', 'ist leer, erlaubt ist ein Text'],
  ['has 12 words, allowed are up to 10', 'hat 12 Wörter, erlaubt sind bis zu 10'],
  [
    '"x" given, allowed is one address like name@example.com',
    '"x" angegeben, erlaubt ist eine Adresse wie name@example.com',
  ],
  ['101 is given, allowed is 0 to 100', '101 angegeben, erlaubt ist 0 bis 100'],
  [
    '"a given, allowed is b" given, allowed is c',
    '"a angegeben, erlaubt ist: b" given, allowed is c',
  ],
  ['something that no table has', 'something that no table has'],
])('%s', (english, german) => {
  expect(problemText('de', english)).toBe(german);
  expect(problemText('en', english)).toBe(english);
});

test('a German message says what the code, the reason or the fields mean', () => {
  const code = 'CONFLICT';
  const stale = { code, message: 'The lead is at version 2.', reason: 'STALE_VERSION' } as const;
  expect(errorText('de', stale)).toBe('Es wurde inzwischen geändert: Bitte laden Sie es neu.');
  expect(errorText('en', stale)).toBe('The lead is at version 2.');
  const problems = [{ path: 'city', message: 'is empty, allowed is a text' }];
  expect(errorText('de', { code: 'VALIDATION', message: '', problems })).toBe(
    'city: ist leer, erlaubt ist ein Text',
  );
  expect(errorText('de', { code: 'FORBIDDEN', message: 'No.' })).toBe(
    'Dafür fehlt die Berechtigung.',
  );
});

import { describe, expect, test } from 'vitest';
import {
  characterCount,
  cleanLine,
  cleanParagraphs,
  isLongerThan,
} from '../../../src/domain/text/clean.js';

describe('a line', () => {
  test.each([
    ['Ko\u0308ln', 'Köln'],
    [' \tHotel\u00a0\r\n Linde\u3000 ', 'Hotel Linde'],
    ['Lin\u00adde\u200b\u202e\ufeff\u{e0041}', 'Linde'],
    ['a\u2800b\u3164c', 'a b c'],
    ['\u0000\u0007x', 'x'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['☎\ufe0f a\u200db', '☎\ufe0f ab'],
  ])('%j is meant as %j, also the second time', (given, meant) => {
    expect(cleanLine(given)).toBe(meant);
    expect(cleanLine(meant)).toBe(meant);
  });
});

test('paragraphs keep one blank line between them', () => {
  expect(cleanParagraphs(' a \r\n\r\n\r\n\u200bb\u2028c ')).toBe('a\n\nb\nc');
});

describe('a length', () => {
  test.each([
    ['o\u0308', 1],
    ['👨‍👩‍👧', 1],
    ['🇩🇪', 1],
    ['Köln', 4],
  ])('of %j is %i as users count', (text, length) => expect(characterCount(text)).toBe(length));

  test('is not counted where it is too long by far', () => {
    expect(isLongerThan('👨‍👩‍👧'.repeat(200), 200)).toBe(false);
    expect(isLongerThan('x'.repeat(201), 200)).toBe(true);
    expect(isLongerThan(`a${'\u0301'.repeat(100_000)}`, 200)).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { CursorExpiredError, ValidationError } from '../../src/errors.js';
import { decodeCursor, encodeCursor } from '../../src/events/cursor.js';

const log = { epoch: 'e1', firstPosition: 11, lastPosition: 20 };

describe('a cursor', () => {
  test('comes back as its position', () => {
    for (const position of [10, 11, 20]) {
      expect(decodeCursor(encodeCursor('e1', position), log)).toBe(position);
    }
  });

  test('survives an epoch of any form', () => {
    const epoch = '5@ü/7';
    expect(decodeCursor(encodeCursor(epoch, 12), { ...log, epoch })).toBe(12);
  });

  test('below retention has expired, although the event it points at may just have gone', () => {
    expect(() => decodeCursor(encodeCursor('e1', 9), log)).toThrow(CursorExpiredError);
  });

  test('of a rebuilt log has expired', () => {
    expect(() => decodeCursor(encodeCursor('e0', 15), log)).toThrow(CursorExpiredError);
  });

  test('after the end of the log is refused', () => {
    expect(() => decodeCursor(encodeCursor('e1', 21), log)).toThrow(ValidationError);
  });

  test.each([
    '',
    '17',
    'not a cursor',
    encodeCursor('e1', -1),
    encodeCursor('e1', 1.5),
    encodeCursor('e1', Number.NaN),
    `${encodeCursor('e1', 12)}=`,
    encodeCursor('', 12),
    Buffer.from('e1@012').toString('base64url'),
    'x'.repeat(100_000),
  ])('that was never given out names `after`: %#', (malformed) => {
    const attempt = () => decodeCursor(malformed, log);
    expect(attempt).toThrow(ValidationError);
    expect(attempt).toThrow(/^after: /);
  });
});

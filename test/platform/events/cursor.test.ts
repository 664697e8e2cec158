import { describe, expect, test } from 'vitest';
import { CursorExpiredError, ValidationError } from '../../../src/domain/errors.js';
import { cursorsOf } from '../../../src/platform/events/cursor.js';
import { parseKeyRing } from '../../../src/platform/keys/key-ring.js';
import { cursorAt, cursors, positionOf, TEST_KEYS } from '../../support/cursors.js';

const log = { epoch: 'e1', firstPosition: 11, lastPosition: 20 };
const admin = { id: 'u1', role: 'ADMIN' } as const;
const rep = { id: 'u2', role: 'REP' } as const;
const otherRep = { id: 'u3', role: 'REP' } as const;
const place = { epoch: 'e1', position: 12 };

describe('a cursor', () => {
  test('comes back as its position', () => {
    for (const position of [10, 11, 20]) {
      expect(cursors.locate(cursorAt('e1', position, rep), log, rep)).toBe(position);
    }
  });

  test('survives an epoch of any form', () => {
    const epoch = '5@ü/7';
    expect(cursors.locate(cursorAt(epoch, 12), { ...log, epoch }, admin)).toBe(12);
  });

  test('below retention, of a rebuilt log, or beyond a log that was restored has expired', () => {
    for (const cursor of [cursorAt('e1', 9), cursorAt('e0', 15), cursorAt('e1', 21)]) {
      expect(() => cursors.locate(cursor, log, admin)).toThrow(CursorExpiredError);
    }
  });

  const sealed = cursorAt('e1', 12);
  test.each([
    '',
    'x',
    'nonsense',
    '💥',
    `${sealed}=`,
    sealed.slice(1),
    `${sealed.slice(0, -1)}${sealed.endsWith('A') ? 'B' : 'A'}`,
    'A'.repeat(100_000),
  ])('that never was one, or was tampered with, is refused by name: %.20s', (malformed) => {
    const attempt = () => cursors.locate(malformed, log, admin);
    expect(attempt).toThrow(ValidationError);
    expect(attempt).toThrow(/^after: ".{0,82}" is no cursor/);
  });
});

describe('what an agent learns from cursors', () => {
  test('is neither a position nor how far two of them lie apart', () => {
    const [one, next] = [cursorAt('e1', 12, rep), cursorAt('e1', 13, rep)];
    const bytes = (cursor: string) => Buffer.from(cursor, 'base64url');
    for (const cursor of [one, next]) expect(bytes(cursor).toString('latin1')).not.toContain('e1');
    // Nothing but the version of the key is alike.
    expect(bytes(one).subarray(4, 16)).not.toEqual(bytes(next).subarray(4, 16));
    expect(bytes(one).subarray(-6)).not.toEqual(bytes(next).subarray(-6));
  });

  test('is not whether the log has grown: of its end every answer is another text', () => {
    const ends = [1, 2, 3].map(() => cursors.ofEnd(place, rep));
    expect(new Set(ends).size).toBe(3);
    expect(ends.map(positionOf)).toEqual([12, 12, 12]);
  });

  test('cannot be put together with what another agent has', () => {
    expect(cursorAt('e1', 12, rep)).toBe(cursorAt('e1', 12, rep));
    expect(cursorAt('e1', 12, rep)).not.toBe(cursorAt('e1', 12, otherRep));
    for (const reader of [otherRep, admin]) {
      const foreign = cursorAt('e1', 12, reader);
      expect(() => cursors.locate(foreign, log, rep)).toThrow(CursorExpiredError);
    }
  });

  test('an admin goes on from whosever cursor it is, as from that of a webhook', () => {
    expect(cursors.locate(cursorAt('e1', 12, rep), log, admin)).toBe(12);
  });
});

describe('a cursor as they were before they were sealed', () => {
  const plain = (text: string) => Buffer.from(text).toString('base64url');

  test('lets a reader of everything go on where it was', () => {
    expect(cursors.locate(plain('e1@12'), log, admin)).toBe(12);
  });

  test('is no good to an agent, who could make it up', () => {
    for (const text of ['e1@12', 'e1@15', 'e1@99']) {
      expect(() => cursors.locate(plain(text), log, rep)).toThrow(
        'The cursor was given to another reader. Read the present state and follow from there.',
      );
    }
  });
});

test('a newer key in the ring leaves the cursors of the older one good; without that they have expired', () => {
  const newKey = `2:${Buffer.alloc(32, 2).toString('base64')}`;
  const cursor = cursorAt('e1', 12, rep);
  const both = cursorsOf(parseKeyRing(`${newKey},${TEST_KEYS}`));
  expect(both.locate(cursor, log, rep)).toBe(12);
  expect(both.of(place, rep)).not.toBe(cursor);
  const only = cursorsOf(parseKeyRing(newKey));
  expect(() => only.locate(cursor, log, rep)).toThrow(CursorExpiredError);
});

import type { Actor } from '../../src/domain/actor.js';
import { cursorsOf, type LogState } from '../../src/platform/events/cursor.js';
import { createCursorSeal } from '../../src/platform/events/cursor-seal.js';
import { parseKeyRing } from '../../src/platform/keys/key-ring.js';

/** What PSEUDONYM_KEYS says in tests. */
export const TEST_KEYS = `1:${Buffer.alloc(32, 1).toString('base64')}`;

export const testKeyRing = parseKeyRing(TEST_KEYS);
export const cursors = cursorsOf(testKeyRing);
const seal = createCursorSeal(testKeyRing);

const READS_ALL = { id: null, role: 'ADMIN' } as const;

/** A cursor of a reader of everything, unless told whose. */
export function cursorAt(
  epoch: string,
  position: number,
  reader: Pick<Actor, 'id' | 'role'> = READS_ALL,
): string {
  return cursors.of({ epoch, position }, reader);
}

/** As the API locates the place behind a cursor. */
export function locating(after: string, reader: Pick<Actor, 'id' | 'role'> = READS_ALL) {
  return (log: LogState) => cursors.locate(after, log, reader);
}

/** Positions stand in cursors, which are opaque to everybody but tests. */
export function positionOf(cursor: string): number {
  const opened = seal.open(cursor);
  if (opened === null || opened === 'unknown key') throw new Error(`${cursor} is no cursor.`);
  return opened.position;
}

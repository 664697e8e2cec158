import { expect, test } from 'vitest';
import {
  type AccessChanges,
  createAccessChanges,
} from '../../../src/platform/events/access-changes.js';
import { BATCH_SIZE } from '../../../src/platform/events/sequencer.js';

function take(changes: AccessChanges, ...positions: number[]): void {
  for (const position of positions) changes.take({ type: 'USER_CHANGED', position });
}

test('nothing is known before the end of the log was reached', () => {
  const changes = createAccessChanges();
  expect(changes.unchanged(1, 1)).toBe(false);
  changes.reachedEnd(5);
  expect([changes.unchanged(0, 5), changes.unchanged(0, 6)]).toEqual([true, false]);
});

test('a change counts for what was known before it', () => {
  const changes = createAccessChanges();
  take(changes, 7);
  changes.reachedEnd(9);
  expect([6, 7, 8].map((known) => changes.unchanged(known, 9))).toEqual([false, true, true]);
});

test('a full batch may have left a change for the next one', () => {
  const changes = createAccessChanges();
  changes.reachedEnd(10);
  changes.reachedEnd(10 + BATCH_SIZE);
  expect([changes.unchanged(10, 10), changes.unchanged(10, 11)]).toEqual([true, false]);
  changes.reachedEnd(10 + BATCH_SIZE + 1);
  expect(changes.unchanged(10, 10 + BATCH_SIZE)).toBe(true);
});

test('what was passed over may have changed anything', () => {
  const changes = createAccessChanges();
  changes.reachedEnd(10);
  changes.passedOver(20);
  expect([changes.unchanged(10, 10), changes.unchanged(20, 20)]).toEqual([false, false]);
  changes.reachedEnd(21);
  expect([changes.unchanged(19, 21), changes.unchanged(20, 21)]).toEqual([false, true]);
});

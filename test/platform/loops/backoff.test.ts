import { expect, test } from 'vitest';
import { backoffMs } from '../../../src/platform/loops/backoff.js';

const BACKOFF = { baseMs: 60_000, capMs: 3_600_000 };

test('the longest wait doubles with each failure up to the cap', () => {
  const waits = [1, 2, 3, 6, 7, 8, 1000].map((attempts) => backoffMs(attempts, BACKOFF, 1));
  expect(waits).toEqual([60_000, 120_000, 240_000, 1_920_000, 3_600_000, 3_600_000, 3_600_000]);
});

test('a wait is anything up to the longest', () => {
  expect([0.1, 0.5, 0.9].map((random) => backoffMs(2, BACKOFF, random))).toEqual([
    12_000, 60_000, 108_000,
  ]);
});

test('no wait is so short that the same pass meets the mail again', () => {
  expect(backoffMs(1, BACKOFF, 0)).toBe(1_000);
});

import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';

const PATIENCE_MS = 50_000;

/** Asks until the answer is the one, and fails with the last one if it never is. Also for tests that run side by side. */
export async function until(
  what: () => unknown,
  expected: unknown,
  { everyMs = 100, withinMs = PATIENCE_MS } = {},
): Promise<void> {
  const end = performance.now() + withinMs;
  for (;;) {
    const actual = await what();
    if (performance.now() > end) return expect(actual).toEqual(expected);
    try {
      return expect(actual).toEqual(expected);
    } catch {
      await pause(everyMs);
    }
  }
}

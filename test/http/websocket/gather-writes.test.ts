import { expect, test } from 'vitest';
import { createWriteGatherer } from '../../../src/http/websocket/gather-writes.js';

/** Writers that note the order in which they were let write. */
function writers(count: number) {
  const flushed: number[] = [];
  const all = Array.from({ length: count }, (_, nth) => ({ flush: () => void flushed.push(nth) }));
  return { all, flushed };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('what is written in one turn of the event loop leaves at its end, in order', async () => {
  const hold = createWriteGatherer();
  const { all, flushed } = writers(3);
  for (const writer of all) hold(writer);
  await Promise.resolve();
  expect(flushed).toEqual([]);
  await turn();
  expect(flushed).toEqual([0, 1, 2]);
  await turn();
  expect(flushed).toHaveLength(3);
});

test('one message for each does not wait until all have theirs; a second one for somebody does', async () => {
  const hold = createWriteGatherer();
  const { all, flushed } = writers(120);
  for (const writer of all.slice(0, 60)) hold(writer);
  expect(flushed).toHaveLength(50);
  // From here on somebody has two, and there may be more to come.
  for (const writer of all) hold(writer);
  expect(flushed).toHaveLength(50);
  await turn();
  expect(flushed).toHaveLength(180);
});

test('after writing it rests for as long as that took', async () => {
  const hold = createWriteGatherer();
  const busyMs = 20;
  let endedAt = Number.NaN;
  hold({
    flush() {
      const began = performance.now();
      while (performance.now() - began < busyMs);
      endedAt = performance.now();
    },
  });
  await turn();
  const nextAt = await new Promise<number>((resolve) =>
    hold({ flush: () => resolve(performance.now()) }),
  );
  // Timers count whole milliseconds.
  expect(nextAt - endedAt).toBeGreaterThan(busyMs - 2);
});

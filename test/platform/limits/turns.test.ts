import { expect, test } from 'vitest';
import { createTurns } from '../../../src/platform/limits/turns.js';

const turns = () => createTurns({ atOnce: 1, waiting: 2, refusal: 'Too many.' });

test('one after the other has a turn, in the order of asking', async () => {
  const { take } = turns();
  const begun: number[] = [];
  const first = await take();
  const others = [1, 2].map(async (n) => {
    using _turn = await take();
    begun.push(n);
  });
  await Promise.resolve();
  expect(begun).toEqual([]);
  first[Symbol.dispose]();
  await Promise.all(others);
  expect(begun).toEqual([1, 2]);
  using again = await take();
  expect(again).toBeDefined();
});

test('whoever finds the line full is refused, and one who goes makes room', async () => {
  const { take } = turns();
  const first = await take();
  const leaving = new AbortController();
  const second = take(leaving.signal);
  const third = take();
  await expect(take()).rejects.toMatchObject({ code: 'UNAVAILABLE', message: 'Too many.' });
  leaving.abort(new Error('gone'));
  await expect(second).rejects.toThrow('gone');
  const fourth = take();
  first[Symbol.dispose]();
  (await third)[Symbol.dispose]();
  (await fourth)[Symbol.dispose]();
  await expect(take(AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
});

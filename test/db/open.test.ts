import { afterAll, expect, test } from 'vitest';
import { openTestDatabase } from '../support/database.js';

const db = await openTestDatabase();
afterAll(() => db[Symbol.asyncDispose]());

test('smoke', async () => {
  expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await db.reset();
});

import { afterAll } from 'vitest';
import { openTestApi, type TestApi } from './api.js';
import { openTestDatabase, type TestDatabase } from './database.js';

/** The database of a test file, at its top: `const db = await testDatabase();`. It is closed after everything else. */
export function testDatabase(): Promise<TestDatabase> {
  return closedAtTheEnd(openTestDatabase());
}

/** The application of a test file and its database, in the same way: `const api = await testApi();`. */
export function testApi(options?: Parameters<typeof openTestApi>[0]): Promise<TestApi> {
  return closedAtTheEnd(openTestApi(options));
}

async function closedAtTheEnd<T extends AsyncDisposable>(opening: Promise<T>): Promise<T> {
  const opened = await opening;
  afterAll(() => opened[Symbol.asyncDispose]());
  return opened;
}

import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { watchSilence } from '../../../src/platform/db/watch-silence.js';
import { startProxy } from '../../faults/tcp-proxy.js';
import { TEST_DATABASE_URL } from '../../support/database.js';

const SILENT_MS = 300;

// The embedded database has no connections.
describe.skipIf(!TEST_DATABASE_URL)('a connection that has gone silent', () => {
  async function watched() {
    const url = new URL(TEST_DATABASE_URL ?? '');
    const proxy = await startProxy(Number(url.port || 5432));
    const direct = { connectionString: url.href };
    url.port = String(proxy.port);
    const pool = new pg.Pool({ connectionString: url.href, max: 1 });
    pool.on('error', () => {});
    pool.on('connect', (client) => client.on('error', () => {}));
    watchSilence(pool, direct, SILENT_MS);
    return {
      pool,
      proxy,
      async [Symbol.asyncDispose]() {
        await pool.end();
        await proxy[Symbol.asyncDispose]();
      },
    };
  }

  test('is left alone while the server is at work for it', async () => {
    await using open = await watched();
    const { rows } = await open.pool.query('SELECT pg_sleep(1), 42 AS answer');
    expect(rows).toMatchObject([{ answer: 42 }]);
  });

  test('is broken when the server knows nothing of any work, and another one takes its place', async () => {
    await using open = await watched();
    await open.pool.query('SELECT 1');
    open.proxy.blackhole();
    await expect(open.pool.query('SELECT 2')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    open.proxy.heal();
    expect((await open.pool.query('SELECT 3 AS three')).rows).toEqual([{ three: 3 }]);
  });

  test('in nobody’s use is left alone', async () => {
    await using open = await watched();
    const pid = async () =>
      (await open.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid;
    const before = await pid();
    await new Promise((resolve) => setTimeout(resolve, 3 * SILENT_MS));
    expect(await pid()).toBe(before);
  });
});

import { chownSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { asPostgres, binaries, isRoot, runToEnd } from './binaries.js';
import { type Child, startChild } from './child.js';
import { freePort } from './free-port.js';

/** A PostgreSQL server of the test's own. */
export interface PostgresServer extends AsyncDisposable {
  readonly port: number;
  url(database?: string, port?: number): string;
  /** As when it crashes: nothing is said to anybody, and it recovers from its log. */
  stopImmediately(): Promise<void>;
  start(): Promise<void>;
  /** Rows as the superuser, on a connection of its own. */
  query<T extends object>(database: string, sql: string, params?: unknown[]): Promise<T[]>;
}

/** @param durable whether commits are to survive more than the end of its processes; costs time */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const bin = binaries.postgresDir ?? '';
  const dir = await mkdtemp(join(tmpdir(), 'lw-pg-'));
  const data = join(dir, 'data');
  if (isRoot()) {
    const [uid = 0, gid = 0] = idsOfPostgres();
    chownSync(dir, uid, gid);
  }
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'];
  runToEnd(...asPostgres(join(bin, 'initdb'), initdb));
  const port = await freePort();
  let server: Child | undefined;

  async function start(): Promise<void> {
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      `fsync=${durable ? 'on' : 'off'}`,
      'max_connections=200',
      'shared_buffers=32MB',
      'max_wal_size=64MB',
    ].flatMap((setting) => ['-c', setting]);
    const args = ['-D', data, '-p', String(port), ...settings];
    server = startChild(asPostgres(join(bin, 'postgres'), args), { cwd: dir });
    await server.saying(/database system is ready to accept connections/);
  }

  await start();
  return {
    port,
    url: (database = 'postgres', at = port) => `postgres://postgres@127.0.0.1:${at}/${database}`,
    async stopImmediately() {
      await server?.kill('SIGQUIT');
    },
    async start() {
      // Its children may still be on their way out, and hold the shared memory.
      for (let tries = 0; ; tries += 1) {
        try {
          return await start();
        } catch (error) {
          if (tries > 50) throw error;
          await pause(100);
        }
      }
    },
    async query<T extends object>(database: string, sql: string, params: unknown[] = []) {
      const client = new pg.Client(`postgres://postgres@127.0.0.1:${port}/${database}`);
      await client.connect();
      try {
        return (await client.query<T>(sql, params)).rows;
      } finally {
        await client.end();
      }
    },
    async [Symbol.asyncDispose]() {
      await server?.kill('SIGQUIT');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function idsOfPostgres(): number[] {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  if (line === undefined)
    throw new Error('There is no user postgres, whom PostgreSQL could run as.');
  return line.split(':').slice(2, 4).map(Number);
}

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { type Database, openDatabase } from '../src/platform/db/open.js';

/**
 * A database of its own on the server that BENCH_DATABASE_URL names; dropped at the end, after the processes that `work`
 * has put among the children have ended: they hold connections to it.
 */
export async function withBenchDatabase<T>(
  work: (db: Database, client: pg.Client, url: string, children: ChildProcess[]) => Promise<T>,
): Promise<T> {
  const server = process.env.BENCH_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const name = `leadwarden_bench_${process.pid}_${Date.now()}`;
  const children: ChildProcess[] = [];
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).toString();
  try {
    const db = await openDatabase({ kind: 'postgres', url });
    const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
    await client.connect();
    try {
      return await work(db, client, url, children);
    } finally {
      await endAll(children);
      await client.end();
      await db.stop();
    }
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  }
}

/** They end when nobody is left to talk to. */
async function endAll(children: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    children.map(async (child) => {
      if (!child.connected) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    }),
  );
}

import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { Backend } from '../../src/platform/db/backend.js';
import { NOBODY } from '../../src/platform/db/identity.js';
import { migrate } from '../../src/platform/db/migrate.js';
import { readMigrations } from '../../src/platform/db/migration-files.js';
import {
  type Database,
  type DatabaseConfig,
  openBackend,
  openDatabase,
  type TransactionOptions,
  type Tx,
} from '../../src/platform/db/open.js';
import { openPglite, type PgliteBackend } from '../../src/platform/db/open-pglite.js';
import { openPostgres } from '../../src/platform/db/open-postgres.js';
import { pgliteAdapter } from '../../src/platform/db/pglite-adapter.js';
import { nestingGuard } from './nesting-guard.js';
import { type Owner, openOwner, ownerOnPostgres } from './owner.js';

/** What the application gets, and beside it what only set-up and assertions may use: the rights of the owner. */
export interface TestDatabase extends Database, Owner, AsyncDisposable {
  /** Without `as` it is the owner's, whom row-level security does not bind. */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: Partial<TransactionOptions>): Promise<T>;
  /** Back to a freshly migrated database. */
  reset(): Promise<void>;
  /** The same, and rows lie in the order in which they are inserted again: what is read without an order has that one. */
  renew(): Promise<void>;
}

/** A server on which tests may create databases; without it they run on PGlite. */
export const TEST_DATABASE_URL = process.env.TEST_DATABASE_URL;

/** Those that earlier test files of this process gave back: opening one takes a second or two. */
const idle: TestDatabase[] = [];

/**
 * A migrated, empty database of one's own: PGlite in memory, or a database on TEST_DATABASE_URL. Open one per test file,
 * in `beforeAll` or at its top, and dispose of it in `afterAll`; its schema must be what it was then.
 * @param options without `reused` nobody had it before or gets it afterwards: for one that becomes large
 */
export async function openTestDatabase({ reused = true } = {}): Promise<TestDatabase> {
  if (!reused) return openNewTestDatabase();
  const db = idle.pop() ?? (await openNewTestDatabase());
  return {
    ...db,
    async [Symbol.asyncDispose]() {
      try {
        await db.renew();
        idle.push(db);
      } catch {
        await db[Symbol.asyncDispose]();
      }
    },
  };
}

async function openNewTestDatabase(): Promise<TestDatabase> {
  if (TEST_DATABASE_URL) {
    const url = await createTestDatabase({ migrated: true });
    return openTestBackend(await openPostgres(url, 5, () => {}), ownerOnPostgres(url), () =>
      dropTestDatabase(url),
    );
  }
  const backend = await openMigratedPglite();
  return openTestBackend(backend, pgliteAdapter(backend.pglite, { asOwner: true }));
}

/** A migrated embedded database, in memory. */
export async function openMigratedPglite(): Promise<PgliteBackend> {
  return openPglite('memory://', await pgliteSnapshot('migrated'));
}

/** An embedded database without anything, in memory. */
export async function openEmptyPglite(): Promise<PgliteBackend> {
  return openPglite('memory://', await pgliteSnapshot('empty'));
}

/** Makes a migrated embedded database in `dir`, which must be new or empty, for whoever opens it there. */
export async function makeDataDir(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const pglite = await PGlite.create({
    dataDir: path.join(dir, 'pgdata'),
    extensions: { pg_trgm },
    loadDataDir: await pgliteSnapshot('migrated'),
  });
  await pglite.close();
}

/** A migrated database that nobody has opened, for processes that are killed with it: embedded on disk, or on the server. */
export async function makeTestDatabase(): Promise<{
  config: DatabaseConfig;
  remove(): Promise<void>;
}> {
  if (TEST_DATABASE_URL) {
    const url = await createTestDatabase({ migrated: true });
    return { config: { kind: 'postgres', url }, remove: () => dropTestDatabase(url) };
  }
  const dir = await mkdtemp(path.join(tmpdir(), 'leadwarden-test-'));
  await makeDataDir(dir);
  return {
    config: { kind: 'pglite', dir },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

/** A database on an open backend, and `ownerAdapter` as the owner's way to it. */
export async function openTestBackend(
  backend: Backend,
  ownerAdapter: SqlDriverAdapterFactory,
  cleanUp = async () => {},
): Promise<TestDatabase> {
  const nesting = nestingGuard();
  const db = await openBackend(backend, { nesting });
  const owner = openOwner(ownerAdapter, nesting);
  const vacuum = async (sql: string) => {
    // Not in a transaction, in which the embedded database has its owner.
    if ('pglite' in backend) await vacuumPglite(backend as PgliteBackend, sql);
    else await owner.prisma.$executeRawUnsafe(sql);
  };
  return testDatabase(db, owner, vacuum, cleanUp);
}

async function vacuumPglite({ pglite }: PgliteBackend, sql: string): Promise<void> {
  await pglite.exec('SET ROLE NONE');
  try {
    await pglite.exec(sql);
  } finally {
    await pglite.exec(`SET ROLE ${NOBODY}`);
  }
}

/** A database that other processes work on as well. */
export async function openTestDatabaseAt(config: DatabaseConfig): Promise<TestDatabase> {
  if (config.kind === 'postgres') {
    const backend = await openPostgres(config.url, 5, () => {});
    return openTestBackend(backend, ownerOnPostgres(config.url));
  }
  const backend = await openPglite(config.dir);
  return openTestBackend(backend, pgliteAdapter(backend.pglite, { asOwner: true }));
}

/** An empty database of one's own, not migrated. Disposing closes and drops it. */
export async function openEmptyBackend(): Promise<Backend & AsyncDisposable> {
  const url = TEST_DATABASE_URL && (await createTestDatabase());
  const backend = url ? await openPostgres(url, 5, () => {}) : await openEmptyPglite();
  return {
    ...backend,
    async [Symbol.asyncDispose]() {
      await backend.close();
      if (url) await dropTestDatabase(url);
    },
  };
}

function testDatabase(
  db: Database,
  { stop, ...owner }: Owner & { stop(): Promise<void> },
  vacuum: (sql: string) => Promise<void>,
  cleanUp: () => Promise<void>,
): TestDatabase {
  const tables = (which: string) =>
    owner
      .query<{ name: string }>(
        `SELECT quote_ident(relname) AS name FROM pg_class
         WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations' AND ${which}`,
      )
      .then((rows) => rows.map(({ name }) => name));

  async function reset(): Promise<void> {
    const all = await tables('true');
    await owner.transaction(async (tx) => {
      // No foreign keys, no triggers.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      const sql = all.map((table) => `DELETE FROM ${table};`).join(' ');
      await tx.$executeRawUnsafe(`DO $$ BEGIN ${sql} END $$`);
      await tx.$executeRaw`INSERT INTO event_log (id, epoch) VALUES (1, ${randomUUID()})`;
      await tx.$executeRaw`INSERT INTO audit_chain (id, head_hash) VALUES (1, repeat('0', 64))`;
      await tx.$executeRaw`INSERT INTO receipt_log (id, origin) VALUES (1, ${`leadwarden/receipts/${randomUUID()}`})`;
    });
  }

  // TRUNCATE makes new files for each table and index and takes a hundred times as long.
  async function renew(): Promise<void> {
    await reset();
    const written = await tables('pg_relation_size(oid) > 0');
    await vacuum(`VACUUM ${written.join(', ')}`);
    const left = await tables(
      `pg_relation_size(oid) > 0 AND relname NOT IN ('event_log', 'audit_chain')`,
    );
    if (left.length > 0) throw new Error(`Something still reads what was in ${left.join(', ')}.`);
  }

  return {
    ...db,
    ...owner,
    transaction: (work, { as, ...options } = {}) =>
      as ? db.transaction(work, { ...options, as }) : owner.transaction(work, options),
    async stop() {
      await stop();
      await db.stop();
    },
    reset,
    renew,
    async [Symbol.asyncDispose]() {
      await stop();
      await db.stop();
      await cleanUp();
    },
  };
}

/**
 * Making an embedded database takes seconds; loading one that an earlier test file made, a fraction. It is not packed,
 * because unpacking takes longer than reading.
 */
async function pgliteSnapshot(kind: 'migrated' | 'empty'): Promise<Blob> {
  const file = path.join(tmpdir(), `leadwarden-test-${kind}-${await migrationsHash()}.tar`);
  if (!existsSync(file)) {
    const backend = await openPglite('memory://');
    if (kind === 'migrated') await migrate(backend);
    const snapshot = await backend.pglite.dumpDataDir('none');
    await backend.close();
    const unfinished = `${file}.${process.pid}`;
    await writeFile(unfinished, Buffer.from(await snapshot.arrayBuffer()));
    await rename(unfinished, file);
  }
  return snapshotOf(await readFile(file));
}

/** A Blob takes longer to hand out its bytes than the database to load them. */
function snapshotOf(bytes: Buffer<ArrayBuffer>): Blob {
  const { buffer, byteOffset: start, byteLength } = bytes;
  const blob = new Blob([], { type: 'application/x-tar' });
  blob.arrayBuffer = async () => buffer.slice(start, start + byteLength);
  return blob;
}

/** The URL of a new database on TEST_DATABASE_URL, migrated or empty. */
export async function createTestDatabase({ migrated = false } = {}): Promise<string> {
  const run = process.env.TEST_RUN ?? process.pid;
  const name = `leadwarden_test_${run}_${randomUUID().slice(0, 8)}`;
  const template = migrated ? await migratedTemplate() : 'template0';
  await onServer(async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    // Nothing here has to survive the server.
    await client.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
  });
  return databaseUrl(name);
}

export async function dropTestDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

/** Made by the first test file that needs it and kept for the next run, until the migrations change. */
async function migratedTemplate(): Promise<string> {
  const name = `leadwarden_test_template_${await migrationsHash()}`;
  await onServer(async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('leadwarden test template'))`);
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount) return;
    const url = await createTestDatabase();
    await (await openDatabase({ kind: 'postgres', url })).stop();
    const unfinished = new URL(url).pathname.slice(1);
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  });
  return name;
}

async function migrationsHash(): Promise<string> {
  const { migrationDirectories } = await readMigrations();
  return createHash('sha256')
    .update(JSON.stringify(migrationDirectories))
    .digest('hex')
    .slice(0, 12);
}

/** On a connection of one's own, to TEST_DATABASE_URL unless told. */
export async function onServer<T>(
  work: (client: pg.Client) => Promise<T>,
  url = TEST_DATABASE_URL,
): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(name: string): string {
  const url = new URL(TEST_DATABASE_URL ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

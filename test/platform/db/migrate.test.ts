import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { missingSql } from '../../../src/platform/db/author-migration.js';
import type { Backend } from '../../../src/platform/db/backend.js';
import { migrate } from '../../../src/platform/db/migrate.js';
import { MIGRATIONS_DIR, readMigrations } from '../../../src/platform/db/migration-files.js';
import { openPostgres } from '../../../src/platform/db/open-postgres.js';
import {
  createTestDatabase,
  dropTestDatabase,
  openEmptyBackend,
  TEST_DATABASE_URL,
} from '../../support/database.js';

const ours = await readMigrations();
const names = ours.migrationDirectories.map((directory) => directory.path);

test('an empty database gets every migration, a migrated one none', async () => {
  await using backend = await openEmptyBackend();
  expect(await migrate(backend)).toEqual(names);
  expect(await migrate(backend)).toEqual([]);
  expect(await rows(backend, 'SELECT id FROM event_log')).toEqual([[1]]);
});

test('the migrations lead to prisma/schema.prisma', async () => {
  const schema = await readFile(path.join(MIGRATIONS_DIR, '../schema.prisma'), 'utf8');
  expect(await missingSql(schema, ours)).toBe('');
});

test('a new field of the schema is what the next migration would add', async () => {
  const schema = await readFile(path.join(MIGRATIONS_DIR, '../schema.prisma'), 'utf8');
  const grown = schema.replace('model EventLog {', 'model EventLog {\n  score Int?');
  expect(await missingSql(grown, ours)).toBe(
    '-- AlterTable\nALTER TABLE "event_log" ADD COLUMN     "score" INTEGER;',
  );
});

test('a migration that fails half-way leaves an empty database empty', async () => {
  await using backend = await openEmptyBackend();
  await expect(
    migrate(backend, withMigration('29990101000000_bad', 'CREATE TABLE half (); SELECT 1 / 0;')),
  ).rejects.toThrow(
    'The database could not be migrated and was left as it was. 29990101000000_bad says: division by zero',
  );
  expect(await tables(backend)).toEqual([]);
  expect(await migrate(backend)).toEqual(names);
});

test('a migration that failed is applied once it is repaired', async () => {
  await using backend = await openEmptyBackend();
  await migrate(backend);
  const bad = withMigration('29990101000000_next', 'CREATE TABLE half (); SELECT 1 / 0;');
  await expect(migrate(backend, bad)).rejects.toThrow('division by zero');
  expect(await tables(backend)).not.toContain('half');
  const repaired = withMigration('29990101000000_next', 'CREATE TABLE half (); SELECT 1;');
  expect(await migrate(backend, repaired)).toEqual(['29990101000000_next']);
  expect(await tables(backend)).toContain('half');
});

test('a database that a newer program migrated is refused by name', async () => {
  await using backend = await openEmptyBackend();
  await migrate(backend, withMigration('29990101000000_next', 'CREATE TABLE newer ();'));
  await expect(migrate(backend)).rejects.toThrow(
    `The database is newer than this program: it has the migration 29990101000000_next, ` +
      `this program knows up to ${names.at(-1)}. Install the newer program.`,
  );
});

test('a migration may hold functions with semicolons in them', async () => {
  await using backend = await openEmptyBackend();
  const sql = `CREATE FUNCTION answer() RETURNS int LANGUAGE plpgsql AS $$
    BEGIN PERFORM 1; RETURN 42; END $$; CREATE VIEW v AS SELECT answer() AS a;`;
  await migrate(backend, withMigration('29990101000000_function', sql));
  expect(await rows(backend, 'SELECT a FROM v')).toEqual([[42]]);
});

test.runIf(TEST_DATABASE_URL)('of two processes that start together one migrates', async () => {
  const url = await createTestDatabase();
  const [first, second] = [await openPostgres(url), await openPostgres(url)];
  try {
    const applied = await Promise.all([migrate(first), migrate(second)]);
    expect(applied.flat()).toEqual(names);
  } finally {
    await Promise.all([first.close(), second.close()]);
    await dropTestDatabase(url);
  }
});

function withMigration(name: string, sql: string) {
  const migrationFile = { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } };
  return {
    ...ours,
    migrationDirectories: [...ours.migrationDirectories, { path: name, migrationFile }],
  };
}

async function rows(backend: Backend, sql: string): Promise<unknown[][]> {
  // As the owner, who migrates: the connections for requests begin as nobody and see no row.
  return backend.inOneSession(
    async (session) => (await session.queryRaw({ sql, args: [], argTypes: [] })).rows,
  );
}

async function tables(backend: Backend): Promise<unknown[]> {
  return (
    await rows(backend, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)
  ).flat();
}

// Developer's tool: `npx tsx src/platform/db/author-migration.ts add_feedback_score` writes the migration that leads from
// prisma/migrations to prisma/schema.prisma. Read it, and add by hand what Prisma cannot express.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { MIGRATIONS_DIR, readMigrations } from './migration-files.js';
import { openPglite } from './open-pglite.js';
import { startSchemaEngine } from './schema-engine.js';

/**
 * The SQL that the migrations lack to arrive at the schema; empty when they agree. Indexes made by hand are left alone:
 * they are not in the schema and carry none of the endings that Prisma gives its own.
 */
export async function missingSql(schema: string, migrations: MigrationList): Promise<string> {
  const shadow = await openPglite('memory://');
  try {
    const engine = await startSchemaEngine(() => shadow.adapterFactory.connect());
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    engine.free();
    return withoutHandmadeIndexes(stdout ?? '');
  } finally {
    await shadow.close();
  }
}

function withoutHandmadeIndexes(sql: string): string {
  const kept = sql
    .replace(/-- DropIndex\nDROP INDEX "(?!\w+_(?:idx|key|pkey)")\w+";\s*/g, '')
    .trim();
  return kept === '-- This is an empty migration.' ? '' : kept;
}

async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    throw new Error(`Name the migration in lower case, such as add_feedback_score; got ${name}.`);
  }
  const schemaFile = path.join(MIGRATIONS_DIR, '../schema.prisma');
  const sql = await missingSql(await readFile(schemaFile, 'utf8'), await readMigrations());
  if (!sql) {
    console.log('The migrations already lead to prisma/schema.prisma.');
    return;
  }
  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const dir = path.join(MIGRATIONS_DIR, `${timestamp}_${name}`);
  await mkdir(dir);
  await writeFile(path.join(dir, 'migration.sql'), `${sql}\n`);
  console.log(`Wrote ${path.relative(process.cwd(), dir)}/migration.sql`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2]);

import type { SqlDriverAdapter, SqlQueryable } from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { EXIT, StartUpError } from '../ops/start-up-error.js';
import type { Backend } from './backend.js';
import { driverMessage } from './driver-message.js';
import { isUnavailable } from './is-unavailable.js';
import { readMigrations } from './migration-files.js';

type RunScript = (sql: string) => Promise<void>;

/**
 * Brings the database to the schema of this program and returns the names of the migrations it applied. All that are
 * missing go into one transaction, so that a failure leaves the database as it was. Of several processes that start
 * together one migrates and the others wait. Refuses a database that a newer program has migrated.
 */
export async function migrate(
  backend: Pick<Backend, 'inOneSession'>,
  migrations?: MigrationList,
  onStep?: ((step: string) => void) | undefined,
): Promise<string[]> {
  const list = migrations ?? (await readMigrations());
  return backend.inOneSession(async (session, runScript) => {
    const found = await findMigrations(session).catch((error: unknown) => {
      throw new StartUpError(
        `Which migrations the database has cannot be read. ${saidBy(error)}`,
        isUnavailable(error) ? EXIT.unavailable : EXIT.config,
        { cause: error },
      );
    });
    requireKnownMigrations(found, list);
    if (isUpToDate(found, list)) return [];
    onStep?.('bringing the database to the present schema');
    return applyMigrations(session, runScript, list);
  });
}

export interface AppliedMigration {
  readonly name: string;
  /** SHA-256 of the file as it was, in hexadecimal digits. */
  readonly checksum: string;
  readonly finished: boolean;
}

/** The migrations that were applied and not rolled back, oldest first. */
export async function readAppliedMigrations(
  backend: Pick<Backend, 'inOneSession'>,
): Promise<AppliedMigration[]> {
  const rows = await backend.inOneSession((session) =>
    select(
      session,
      `SELECT migration_name, checksum, finished_at IS NOT NULL FROM _prisma_migrations
       WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    ),
  );
  return rows.map(([name, checksum, finished]) => ({
    name: String(name),
    checksum: String(checksum),
    finished: finished === true,
  }));
}

interface FoundMigration {
  readonly name: string;
  readonly finished: boolean;
}

async function findMigrations(session: SqlQueryable): Promise<FoundMigration[]> {
  const [[exists] = []] = await select(
    session,
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL`,
  );
  if (!exists) return [];
  const rows = await select(
    session,
    `SELECT migration_name, finished_at IS NOT NULL FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows.map(([name, finished]) => ({ name: String(name), finished: finished === true }));
}

/** The schema engine would find the same, in a second and with 30 MB. */
function isUpToDate(found: readonly FoundMigration[], list: MigrationList): boolean {
  const finished = new Set(found.filter((one) => one.finished).map(({ name }) => name));
  return (
    found.every((one) => one.finished) &&
    list.migrationDirectories.every(({ path }) => finished.has(path))
  );
}

function requireKnownMigrations(found: readonly FoundMigration[], list: MigrationList): void {
  const known = new Set(list.migrationDirectories.map((directory) => directory.path));
  const unknown = found.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new StartUpError(
      `The database is newer than this program: it has the migration${unknown.length > 1 ? 's' : ''} ` +
        `${unknown.join(', ')}, this program knows up to ${[...known].at(-1) ?? 'none'}. Install the newer program.`,
      EXIT.config,
    );
  }
}

async function applyMigrations(
  session: SqlQueryable,
  runScript: RunScript,
  migrationsList: MigrationList,
): Promise<string[]> {
  // Loaded only if there is something to apply, as it takes a second.
  const { startSchemaEngine } = await import('./schema-engine.js');
  let failed: { sql: string; error: unknown } | undefined;
  const engine = await startSchemaEngine(async () =>
    asAdapter(session, async (sql) => {
      await runScript(sql).catch((error: unknown) => {
        failed = { sql, error };
        throw error;
      });
    }),
  );
  try {
    const filters = { externalTables: [], externalEnums: [] };
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    return appliedMigrationNames;
  } catch (error) {
    const { migrationDirectories } = migrationsList;
    const name = migrationDirectories.find(
      (m) => m.migrationFile.content.value === failed?.sql,
    )?.path;
    throw new StartUpError(
      `The database could not be migrated and was left as it was. ${name ?? 'The schema engine'} says: ` +
        saidBy(failed?.error ?? error),
      EXIT.config,
      { cause: failed?.error ?? error },
    );
  } finally {
    engine.free();
  }
}

/** The message of the database, without the position in the schema engine, and the required owner of the database. */
function saidBy(error: unknown): string {
  const [message = ''] = driverMessage(error).split('\n');
  if (!/permission denied|no schema has been selected/.test(message)) return message;
  return `${message}; the login must own the database and what lies in it, as docs/security.md says`;
}

/** The adapters' own executeScript splits at every semicolon or does not wait, so scripts go past it. */
function asAdapter(session: SqlQueryable, executeScript: RunScript): SqlDriverAdapter {
  return {
    provider: session.provider,
    adapterName: session.adapterName,
    queryRaw: (query) => session.queryRaw(query),
    executeRaw: (query) => session.executeRaw(query),
    executeScript,
    startTransaction: () => Promise.reject(new Error('A migration already is one transaction.')),
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    dispose: () => Promise.resolve(),
  };
}

async function select(session: SqlQueryable, sql: string): Promise<unknown[][]> {
  return (await session.queryRaw({ sql, args: [], argTypes: [] })).rows;
}

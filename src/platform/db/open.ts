import { EXIT, StartUpError } from '../ops/start-up-error.js';
import type { Backend, ConnectionCounts, Listener, Warn } from './backend.js';
import { driverMessage } from './driver-message.js';
import { type Prisma, PrismaClient } from './generated/prisma/client.js';
import { guardAdapter, type NestingGuard } from './guard-adapter.js';
import { type Identity, identitySql, NOBODY } from './identity.js';
import { isUnavailable, orUnavailable } from './is-unavailable.js';
import { type AppliedMigration, migrate, readAppliedMigrations } from './migrate.js';

export type DatabaseConfig =
  | { kind: 'pglite'; dir: string }
  | { kind: 'postgres'; url: string; poolSize?: number };

export type Tx = Prisma.TransactionClient;

export interface TransactionOptions {
  /** The actor of the transaction: row-level security shows and lets change the rows that this actor may. */
  as: Identity;
  isolationLevel?: Prisma.TransactionIsolationLevel;
  timeoutMs?: number;
}

/** `identity` is the statement that set the actor of the transaction; undefined if it has none. */
export type StatementListener = (
  sql: string,
  params: readonly unknown[],
  identity: string | undefined,
) => void;

/** No statement bypasses the identity: without an actor it sees no row. */
export interface Database {
  kind: 'pglite' | 'postgres';
  /**
   * Runs `work` in a transaction of the actor of at most 30 s (or `timeoutMs`) and commits when it resolves.
   * Transactions do not nest: inside, everything goes through `tx`. Rejects with a LeadwardenError UNAVAILABLE when
   * the database is away, or cannot write.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T>;
  /** Calls `run` once the transaction has committed, never when it rolls back. */
  afterCommit(tx: Tx, run: () => void): void;
  /**
   * The rows of one statement in the name of an actor, with `$1`, `$2` … as parameters, without the cost of Prisma:
   * for frequent queries. Columns are texts, integers and booleans. In a transaction use `tx.$queryRawUnsafe`.
   */
  queryAs<T>(identity: Identity, sql: string, params?: readonly unknown[]): Promise<T[]>;
  /**
   * Calls `onMessage` with the payload of each NOTIFY on `channel`, and with an empty one after a lost connection
   * came back: the caller must look then, because notifications were missed.
   */
  listen(channel: string, onMessage: (payload: string) => void): Promise<Listener>;
  /** Calls `onStatement` with each statement until the returned function is called. Parameters are personal data. */
  onQuery(onStatement: StatementListener): () => void;
  connections(): ConnectionCounts;
  /** Names of the migrations that opening applied. */
  migrated: readonly string[];
  /** Names of all migrations that were ever applied. */
  appliedMigrations(): Promise<AppliedMigration[]>;
  /** Checkpoints and closes. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

const MAX_WAIT_MS = 10_000;
const TRANSACTION_TIMEOUT_MS = 30_000;
const OLDEST_SERVER = 140_000;

export interface OpenOptions {
  readonly warn?: Warn;
  /** Gets the slow steps of opening. */
  readonly onStep?: ((step: string) => void) | undefined;
}

/**
 * Opens the database, locks an embedded one's directory, and migrates it.
 * @throws StartUpError if it cannot be opened
 */
export async function openDatabase(
  config: DatabaseConfig,
  options: OpenOptions = {},
): Promise<Database> {
  return openBackend(await openOneOf(config, options), options);
}

/** Only the one that is used is loaded: each takes as long as the rest of the program. */
async function openOneOf(config: DatabaseConfig, { warn, onStep }: OpenOptions): Promise<Backend> {
  onStep?.('opening the database');
  if (config.kind === 'postgres') {
    const { openPostgres } = await import('./open-postgres.js');
    return openPostgres(config.url, config.poolSize, warn);
  }
  const { openPglite } = await import('./open-pglite.js');
  const onMaking = () => onStep?.('making the embedded database, this one time');
  return openPglite(config.dir, undefined, onMaking);
}

export interface BackendOptions extends Pick<OpenOptions, 'onStep'> {
  /** Refuses statements that bypass the transaction they are made in. It costs a little with every promise. */
  nesting?: NestingGuard;
}

/** The database on an open backend, which it closes when it stops or when this fails. */
export async function openBackend(
  backend: Backend,
  options: BackendOptions = {},
): Promise<Database> {
  try {
    await requireUsableServer(backend);
    const migrated = await migrate(backend, undefined, options.onStep);
    await backend.enterService();
    await requireNobody(backend);
    return toDatabase(backend, migrated, options);
  } catch (error) {
    await backend.close();
    throw error;
  }
}

function toDatabase(
  backend: Backend,
  migrated: readonly string[],
  { nesting }: BackendOptions,
): Database {
  const listeners = new Set<StatementListener>();
  const onStatement: StatementListener = (sql, params, identity) => {
    for (const call of listeners) call(sql, params, identity);
  };
  const afterCommit = new WeakMap<Tx, (() => void)[]>();
  const prisma = new PrismaClient({
    adapter: guardAdapter(backend.adapterFactory, {
      onStatement,
      ...(nesting ? { nesting } : {}),
    }),
    transactionOptions: { maxWait: MAX_WAIT_MS, timeout: TRANSACTION_TIMEOUT_MS },
  });
  let stopping: Promise<void> | undefined;

  return {
    kind: backend.kind,
    migrated,
    appliedMigrations: () => readAppliedMigrations(backend),
    async transaction(work, { as, isolationLevel, timeoutMs }) {
      const identity = identitySql(as);
      const toRun: (() => void)[] = [];
      const transacting = prisma.$transaction(
        async (tx) => {
          await tx.$executeRawUnsafe(identity);
          if (timeoutMs) await tx.$executeRawUnsafe(`SET LOCAL statement_timeout = ${timeoutMs}`);
          afterCommit.set(tx, toRun);
          return nesting ? nesting.inTransaction(() => work(tx)) : work(tx);
        },
        {
          ...(isolationLevel ? { isolationLevel } : {}),
          ...(timeoutMs ? { timeout: timeoutMs } : {}),
        },
      );
      const result = await transacting.catch(orUnavailable);
      for (const run of toRun) run();
      return result;
    },
    afterCommit(tx, run) {
      const toRun = afterCommit.get(tx);
      if (!toRun)
        throw new Error('afterCommit needs a transaction that Database.transaction opened.');
      toRun.push(run);
    },
    queryAs(identity, sql, params = []) {
      nesting?.refuse(sql);
      onStatement(sql, params, identitySql(identity));
      return backend.queryAs<never>(identity, sql, params).catch(orUnavailable);
    },
    listen: (channel, onMessage) => backend.listen(channel, onMessage),
    onQuery(call) {
      listeners.add(call);
      return () => listeners.delete(call);
    },
    connections: () => backend.connections(),
    stop() {
      stopping ??= prisma.$disconnect().then(() => backend.close());
      return stopping;
    },
  };
}

async function requireUsableServer(backend: Backend): Promise<void> {
  const [version, timeZone] = await askServer(backend);
  if (Number(version) < OLDEST_SERVER) {
    throw new StartUpError(
      `Leadwarden needs PostgreSQL 14 or newer; the version number of the server at DATABASE_URL is ${version}.`,
      EXIT.config,
    );
  }
  requireUtc(timeZone);
}

async function askServer(backend: Backend): Promise<unknown[]> {
  try {
    return await backend.inOneSession(async (session) => {
      const sql = `SELECT current_setting('server_version_num')::int, current_setting('TimeZone')`;
      return (await session.queryRaw({ sql, args: [], argTypes: [] })).rows[0] ?? [];
    });
  } catch (error) {
    const isServer = backend.kind === 'postgres';
    throw new StartUpError(
      `The database ${isServer ? 'at DATABASE_URL ' : ''}cannot be opened: ${driverMessage(error)}`,
      isUnavailable(error) ? EXIT.unavailable : EXIT.config,
      { cause: error },
    );
  }
}

/** A pooler in between may drop the initial role of a connection: then every actor would see all rows. */
async function requireNobody(backend: Backend): Promise<void> {
  const session = await backend.adapterFactory.connect();
  const sql = `SELECT current_user::text, current_setting('TimeZone')`;
  const { rows } = await session.queryRaw({ sql, args: [], argTypes: [] });
  const [role, timeZone] = rows[0] ?? [];
  requireUtc(timeZone);
  if (role !== NOBODY) {
    throw new StartUpError(
      `Database connections must begin as ${NOBODY}, but this one is ${role}. Does a connection pooler drop the option "-c role=${NOBODY}"?`,
      EXIT.config,
    );
  }
}

function requireUtc(timeZone: unknown): void {
  if (timeZone === 'UTC') return;
  throw new StartUpError(
    `Database sessions must run in UTC, but this one is in ${timeZone}. Does a connection pooler drop the option "-c timezone=UTC"?`,
    EXIT.config,
  );
}

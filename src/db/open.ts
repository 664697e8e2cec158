import type { Backend, ConnectionCounts, Listener, Warn } from './backend.js';
import { driverMessage } from './driver-message.js';
import { type Prisma, PrismaClient } from './generated/prisma/client.js';
import { guardAdapter, nestingGuard } from './guard-adapter.js';
import { migrate } from './migrate.js';
import { openPglite } from './open-pglite.js';
import { openPostgres } from './open-postgres.js';

export type DatabaseConfig =
  | { kind: 'pglite'; dir: string }
  | { kind: 'postgres'; url: string; poolSize?: number };

export type Tx = Prisma.TransactionClient;

export interface TransactionOptions {
  isolationLevel?: Prisma.TransactionIsolationLevel;
  timeoutMs?: number;
}

export type StatementListener = (sql: string, params: readonly unknown[]) => void;

export interface Database {
  kind: 'pglite' | 'postgres';
  prisma: PrismaClient;
  /**
   * Runs `work` in a transaction of at most 30 s (or `timeoutMs`) and commits when it resolves. Transactions do not
   * nest: inside, everything goes through `tx`.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Calls `run` once the transaction has committed, never when it rolls back. */
  afterCommit(tx: Tx, run: () => void): void;
  /** The rows of one statement with `$1`, `$2` … as parameters. In a transaction use `tx.$queryRawUnsafe`. */
  query<T>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /**
   * Calls `onMessage` with the payload of each NOTIFY on `channel`, and with an empty one after a lost connection came
   * back: look for yourself then, because notifications were missed.
   */
  listen(channel: string, onMessage: (payload: string) => void): Promise<Listener>;
  /** Calls `onStatement` with each statement until the returned function is called. Parameters are personal data. */
  onQuery(onStatement: StatementListener): () => void;
  connections(): ConnectionCounts;
  /** Names of the migrations that opening applied. */
  migrated: readonly string[];
  /** Checkpoints and closes. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

const MAX_WAIT_MS = 10_000;
const TRANSACTION_TIMEOUT_MS = 30_000;
const OLDEST_SERVER = 140_000;

/** Opens the database, locks an embedded one's directory, and migrates it. */
export async function openDatabase(config: DatabaseConfig, warn?: Warn): Promise<Database> {
  const backend =
    config.kind === 'pglite'
      ? await openPglite(config.dir)
      : await openPostgres(config.url, config.poolSize, warn);
  return openBackend(backend);
}

export interface BackendOptions {
  /** Refuse statements that bypass the transaction they are made in. It costs a little with every promise. */
  forbidNesting?: boolean;
}

/** The database on an open backend, which it closes when it stops or when this fails. */
export async function openBackend(
  backend: Backend,
  options: BackendOptions = {},
): Promise<Database> {
  try {
    await requireUsableServer(backend);
    return toDatabase(backend, await migrate(backend), options);
  } catch (error) {
    await backend.close();
    throw error;
  }
}

function toDatabase(
  backend: Backend,
  migrated: readonly string[],
  { forbidNesting = false }: BackendOptions,
): Database {
  const nesting = forbidNesting ? nestingGuard() : undefined;
  const onStatement = new Set<StatementListener>();
  const afterCommit = new WeakMap<Tx, (() => void)[]>();
  const prisma = new PrismaClient({
    adapter: guardAdapter(backend.adapterFactory, {
      onStatement(sql, params) {
        for (const call of onStatement) call(sql, params);
      },
      ...(nesting ? { nesting } : {}),
    }),
    transactionOptions: { maxWait: MAX_WAIT_MS, timeout: TRANSACTION_TIMEOUT_MS },
  });
  let stopping: Promise<void> | undefined;

  return {
    kind: backend.kind,
    prisma,
    migrated,
    async transaction(work, { isolationLevel, timeoutMs } = {}) {
      const toRun: (() => void)[] = [];
      const result = await prisma.$transaction(
        (tx) => {
          afterCommit.set(tx, toRun);
          return nesting ? nesting.inTransaction(() => work(tx)) : work(tx);
        },
        {
          ...(isolationLevel ? { isolationLevel } : {}),
          ...(timeoutMs ? { timeout: timeoutMs } : {}),
        },
      );
      for (const run of toRun) run();
      return result;
    },
    afterCommit(tx, run) {
      const toRun = afterCommit.get(tx);
      if (!toRun)
        throw new Error('afterCommit needs a transaction that Database.transaction opened.');
      toRun.push(run);
    },
    query: (sql, params = []) => prisma.$queryRawUnsafe(sql, ...params),
    listen: (channel, onMessage) => backend.listen(channel, onMessage),
    onQuery(call) {
      onStatement.add(call);
      return () => onStatement.delete(call);
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
    throw new Error(
      `Leadwarden needs PostgreSQL 14 or newer; the server's version number is ${version}.`,
    );
  }
  if (timeZone !== 'UTC') {
    throw new Error(
      `Database sessions must run in UTC, but this one is in ${timeZone}. Does a connection pooler drop the option "-c timezone=UTC"?`,
    );
  }
}

async function askServer(backend: Backend): Promise<unknown[]> {
  try {
    const session = await backend.adapterFactory.connect();
    const { rows } = await session.queryRaw({
      sql: `SELECT current_setting('server_version_num')::int, current_setting('TimeZone')`,
      args: [],
      argTypes: [],
    });
    return rows[0] ?? [];
  } catch (error) {
    throw new Error(`The database cannot be opened: ${driverMessage(error)}`, { cause: error });
  }
}

import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Backend, Warn } from './backend.js';
import { NOBODY } from './identity.js';
import { listenOnPostgres } from './listen-postgres.js';
import { preparedNames } from './prepared-names.js';
import { queryAsOnPostgres } from './query-as-postgres.js';
import { sessionOptions } from './session-settings.js';
import { watchSilence } from './watch-silence.js';

const CONNECT_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_AFTER_MS = 10_000;
const DEFAULT_POOL_SIZE = 10;

/**
 * After this time the server ends the transaction of a process that froze or was cut off, with its locks on rows and
 * on the numbering of events. Transactions wait for nothing but the database, so no healthy process is idle in one
 * for long.
 */
const FORSAKEN_AFTER = [
  '-c idle_in_transaction_session_timeout=15s',
  '-c tcp_user_timeout=15s',
  '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3',
].join(' ');

/** Statements here take milliseconds; compiling one that the planner overrates takes half a second. */
const NO_COMPILER = '-c jit=off';

/** Unless the URL says otherwise: of several schemas, the tables are in this one. */
const SEARCH_PATH = '-c search_path=public';

/** No longer than transactions are, see TransactionOptions; they set it themselves where they are. */
const STATEMENT_LIMITS = '-c statement_timeout=30s -c lock_timeout=10s';

/** A PostgreSQL server (14 or newer). `url` is a libpq connection URL. */
export async function openPostgres(
  url: string,
  poolSize = DEFAULT_POOL_SIZE,
  warn: Warn = console.warn,
): Promise<Backend> {
  const owner: pg.PoolConfig = {
    connectionString: withOptions(url, {
      usual: `${NO_COMPILER} ${SEARCH_PATH}`,
      forced: sessionOptions(),
    }),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    application_name: 'leadwarden',
  };
  const nobody: pg.PoolConfig = {
    ...owner,
    connectionString: withOptions(url, {
      usual: `${FORSAKEN_AFTER} ${STATEMENT_LIMITS} ${NO_COMPILER} ${SEARCH_PATH}`,
      forced: `${sessionOptions()} -c role=${NOBODY}`,
    }),
  };
  const pool = new pg.Pool({ ...nobody, max: poolSize });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => warn('An idle database connection broke', error));
  // A connection in use reports the error to its user; without a listener it would end the process as well.
  pool.on('connect', (client) => client.on('error', () => {}));
  watchSilence(pool, owner);
  const adapterFactory = new PrismaPg(pool, {
    // Its type leaves out that a statement may have no name; pg takes that for one to plan each time.
    statementNameGenerator: nameOfPrepared() as (query: { sql: string }) => string,
  });
  const notifications = listenOnPostgres(nobody, warn);
  let closing: Promise<void> | undefined;

  return {
    kind: 'postgres',
    adapterFactory,
    async inOneSession(work) {
      const own = new pg.Pool({ ...owner, max: 1 });
      own.on('error', () => {});
      try {
        const session = await (await new PrismaPg(own).connect()).startTransaction();
        // Without parameters pg uses the simple protocol, which takes several statements at once.
        const runScript = async (sql: string) => {
          await session.executeRaw({ sql, args: [], argTypes: [] });
        };
        try {
          const result = await work(session, runScript);
          await runScript('COMMIT');
          return result;
        } catch (error) {
          await runScript('ROLLBACK').catch(() => {});
          throw error;
        } finally {
          await session.commit();
        }
      } finally {
        await own.end();
      }
    },
    async enterService() {
      // Its connections had no actor from the start, and none was opened before the role existed.
    },
    queryAs: queryAsOnPostgres(pool),
    listen: (channel, onMessage) => notifications.listen(channel, onMessage),
    connections: () => ({
      total: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      max: poolSize,
    }),
    close() {
      closing ??= notifications.close().then(() => pool.end());
      return closing;
    },
  };
}

/**
 * Statements that begin with a comment are long and come again and again: the server plans them once per connection.
 * Others are planned each time, for their parameters.
 */
function nameOfPrepared(): (query: { sql: string }) => string | undefined {
  const nameOf = preparedNames('leadwarden');
  return ({ sql }) => (sql.startsWith('/* ') ? nameOf(sql) : undefined);
}

/**
 * A session in another time zone would silently shift every instant that Prisma's adapter writes, and one with the
 * rights of the owner would see everything.
 */
function withOptions(
  url: string,
  { usual = '', forced }: { /** Unless the URL says otherwise. */ usual?: string; forced: string },
): string {
  const parsed = new URL(url);
  const given = parsed.searchParams.get('options');
  parsed.searchParams.set('options', [usual, given, forced].filter(Boolean).join(' '));
  return parsed.href;
}

import type { PGlite, Transaction as PgliteTransaction } from '@electric-sql/pglite';
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { type Parsers, type PgliteQuery, pgliteQuery } from './query-pglite.js';

const schedule = setImmediate;

/**
 * PGlite answers within microtasks, so a loop over statements would never let the process read its sockets: with a
 * thousand mails in the outbox, no client would get an answer until they are sent.
 */
function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => schedule(resolve));
}

export interface PgliteAdapter extends SqlDriverAdapterFactory {
  /** Statements and transactions that hold the one connection or wait for it. */
  busy(): number;
  /** Other work that holds the connection or waits for it. */
  counted<T>(work: Promise<T>): Promise<T>;
}

export interface PgliteAdapterOptions {
  /** The present access mode of the session. */
  asOwner?: boolean;
  /** Asked at the beginning of each transaction; otherwise it may only read. */
  mayWrite?: () => boolean;
}

/**
 * The PGlite adapter with transactions that tell the truth: its own swallow a failed COMMIT and do not wait for
 * ROLLBACK, and its executeScript does not wait either.
 */
export function pgliteAdapter(
  pglite: PGlite,
  { asOwner = false, mayWrite = () => true }: PgliteAdapterOptions = {},
): PgliteAdapter {
  const plain = new PrismaPGlite(pglite);
  const query = pgliteQuery(pglite);
  let busy = 0;

  async function counted<T>(work: Promise<T>): Promise<T> {
    busy += 1;
    try {
      return await work;
    } finally {
      busy -= 1;
      await turnOfTheLoop();
    }
  }

  return {
    provider: plain.provider,
    adapterName: plain.adapterName,
    busy: () => busy,
    counted,
    async connect(): Promise<SqlDriverAdapter> {
      const adapter = await plain.connect();
      const alone = <T>(send: (statements: SqlQueryable) => Promise<T>): Promise<T> =>
        asOwner
          ? pglite.transaction(async (tx) => send(await statementsIn(query, tx, asOwner)))
          : send(adapter);
      return {
        provider: adapter.provider,
        adapterName: adapter.adapterName,
        queryRaw: (query) => counted(alone((statements) => statements.queryRaw(query))),
        executeRaw: (query) => counted(alone((statements) => statements.executeRaw(query))),
        async executeScript(script) {
          await pglite.exec(script);
        },
        startTransaction: () => startTransaction(pglite, query, { asOwner, mayWrite }, counted),
        getConnectionInfo: () => ({ supportsRelationJoins: true }),
        dispose: () => adapter.dispose(),
      };
    },
  };
}

/** PGlite runs a transaction as long as a callback does; this one lasts until commit or rollback is called. */
function startTransaction(
  pglite: PGlite,
  query: PgliteQuery,
  { asOwner, mayWrite }: Required<PgliteAdapterOptions>,
  counted: (work: Promise<void>) => Promise<void>,
): Promise<Transaction> {
  return new Promise((started, failed) => {
    const run = pglite.transaction(async (tx) => {
      let end = () => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      if (!mayWrite()) await tx.exec('SET TRANSACTION READ ONLY');
      const statements = await statementsIn(query, tx, asOwner);
      started({
        ...statements,
        options: { usePhantomQuery: true },
        async commit() {
          end();
          await finished;
        },
        async rollback() {
          try {
            await tx.rollback();
          } finally {
            end();
          }
          await finished;
        },
      });
      await ended;
    });
    const finished = counted(run);
    finished.catch(failed);
  });
}

async function statementsIn(
  query: PgliteQuery,
  tx: PgliteTransaction,
  asOwner: boolean,
): Promise<SqlQueryable> {
  if (asOwner) await tx.exec('SET LOCAL ROLE NONE');
  // The adapter calls nothing but `query` for statements.
  const client = {
    query(sql: string, params: unknown[], { parsers }: { parsers: Parsers }) {
      if (tx.closed) throw new Error('The transaction has ended.');
      return query(sql, params, parsers);
    },
  };
  const adapter = await new PrismaPGlite(client as unknown as PGlite).connect();
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: adapter.queryRaw.bind(adapter),
    executeRaw: adapter.executeRaw.bind(adapter),
  };
}

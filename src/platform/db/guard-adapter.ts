import {
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import { IDENTITY_MARK } from './identity.js';

export interface Guards {
  /**
   * Gets each statement, together with the preceding statement of its transaction that set the identity; BEGIN,
   * COMMIT and ROLLBACK are left out.
   */
  onStatement(sql: string, params: readonly unknown[], identity: string | undefined): void;
  /** If given, statements that run inside a transaction but bypass it are refused. */
  nesting?: NestingGuard;
}

/**
 * The adapter with the safety that both databases lack: a transaction in which a statement failed cannot be committed
 * (PostgreSQL would answer COMMIT with a silent rollback), and the isolation level is set inside the transaction.
 */
export function guardAdapter(
  factory: SqlDriverAdapterFactory,
  guards: Guards,
): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect(): Promise<SqlDriverAdapter> {
      const adapter = await factory.connect();
      const statements = observed(adapter, (sql, params) => {
        guards.nesting?.refuse(sql);
        guards.onStatement(sql, params, undefined);
      });
      return {
        provider: adapter.provider,
        adapterName: adapter.adapterName,
        ...statements,
        executeScript: (script) => adapter.executeScript(script),
        async startTransaction(isolationLevel) {
          guards.nesting?.refuse('BEGIN');
          const transaction = await adapter.startTransaction();
          if (isolationLevel) {
            await transaction.executeRaw(
              statement(`SET TRANSACTION ISOLATION LEVEL ${isolationLevel}`),
            );
          }
          return guardTransaction(transaction, guards.onStatement);
        },
        getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
        dispose: () => adapter.dispose(),
      };
    },
  };
}

function guardTransaction(
  transaction: Transaction,
  onStatement: Guards['onStatement'],
): Transaction {
  let failure: string | undefined;
  let identity: string | undefined;
  const turns = inTurn(transaction);
  const statements = observed(
    { ...transaction, ...turns },
    (sql, params) => {
      if (sql.startsWith(IDENTITY_MARK)) identity = sql;
      else onStatement(sql, params, identity);
    },
    (error) => {
      if (isDriverAdapterError(error)) failure ??= error.cause.originalMessage ?? error.message;
    },
  );

  async function refuseAfterFailure(): Promise<void> {
    if (failure === undefined) return;
    if (!transaction.options.usePhantomQuery) await transaction.executeRaw(statement('ROLLBACK'));
    throw new Error(
      `The transaction was rolled back, because one of its statements had failed: ${failure}`,
    );
  }

  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: statements.queryRaw,
    async executeRaw(query) {
      // Where Prisma does not pretend, it ends the transaction with a statement and commit() only hands back the
      // connection.
      if (query.sql === 'COMMIT') await refuseAfterFailure();
      if (query.sql === 'COMMIT' || query.sql === 'ROLLBACK') return turns.executeRaw(query);
      const affected = await statements.executeRaw(query);
      if (/^\s*ROLLBACK\s+TO\b/i.test(query.sql)) failure = undefined;
      return affected;
    },
    async commit() {
      if (transaction.options.usePhantomQuery && failure !== undefined) {
        await transaction.rollback();
        await refuseAfterFailure();
      }
      await transaction.commit();
    },
    rollback: () => transaction.rollback(),
  };
}

function observed(
  queryable: SqlQueryable,
  onStatement: (sql: string, params: readonly unknown[]) => void,
  onError: (error: unknown) => void = () => {},
): Pick<SqlQueryable, 'queryRaw' | 'executeRaw'> {
  async function run<T>(query: SqlQuery, send: (query: SqlQuery) => Promise<T>): Promise<T> {
    onStatement(query.sql, query.args);
    try {
      return await send(query);
    } catch (error) {
      onError(error);
      throw withoutRow(error);
    }
  }
  return {
    queryRaw: (query) => run(query, (sent) => queryable.queryRaw(sent)),
    executeRaw: (query) => run(query, (sent) => queryable.executeRaw(sent)),
  };
}

/**
 * One statement after the other: the fields of an operation read in one transaction at once, which pg will refuse.
 */
function inTurn(queryable: SqlQueryable): Pick<SqlQueryable, 'queryRaw' | 'executeRaw'> {
  let last: Promise<unknown> = Promise.resolve();
  function queue<T>(send: () => Promise<T>): Promise<T> {
    const sent = last.then(send);
    last = sent.catch(() => {});
    return sent;
  }
  return {
    queryRaw: (query) => queue(() => queryable.queryRaw(query)),
    executeRaw: (query) => queue(() => queryable.executeRaw(query)),
  };
}

/** A violated CHECK quotes the whole row; personal data must not reach the logs that way. */
function withoutRow(error: unknown): unknown {
  if (isDriverAdapterError(error) && error.cause.kind === 'postgres') {
    error.cause.detail = undefined;
  }
  return error;
}

export interface NestingGuard {
  inTransaction<T>(work: () => Promise<T>): Promise<T>;
  /** Throws when called from inside an `inTransaction` that has not ended. */
  refuse(sql: string): void;
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}

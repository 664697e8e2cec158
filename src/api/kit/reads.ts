import type { Actor } from '../../domain/actor.js';
import { databaseRole, type Identity, roleSql } from '../../platform/db/identity.js';
import type { Database, Tx } from '../../platform/db/open.js';

/**
 * The reads of one operation: all in one transaction of its actor, which the first read opens. The transaction ends
 * with the operation, and earlier whenever a verb is to write, because a verb has a transaction of its own and the
 * embedded database has but one connection.
 */
export interface Reads {
  /** `work` only reads; the transaction it is given must not be used after it has settled. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The same with the sight of the pool, for any actor. Reads of one sight run together and wait for those of the
   * other, so `work` must not read in the other one.
   */
  readPool<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The rows of one statement, see Database.queryAs: in the transaction only if there is one yet. */
  query<T>(sql: string, params: readonly unknown[]): Promise<T[]>;
  /** Ends the transaction as soon as no read runs in it; the next read opens another. */
  settle(): Promise<void>;
  /** Closes for good: later reads are refused. */
  close(): Promise<void>;
}

export function createReads(db: Database, actorOf: () => Actor): Reads {
  let current: ReadTransaction | null = null;
  const ending = new Set<Promise<void>>();
  let closed = false;

  function transaction(pool = false): ReadTransaction {
    if (closed) throw new Error('The operation is over: nothing is read in its name any more.');
    current ??= openReadTransaction(db, actorOf(), pool);
    return current;
  }

  async function read<T>(work: (tx: Tx) => Promise<T>, pool: boolean): Promise<T> {
    const mine = transaction(pool);
    try {
      return await mine.run(work, pool);
    } catch (error) {
      // If the database refused, nothing more can be read in this transaction.
      end(mine);
      throw error;
    }
  }

  function end(transaction: ReadTransaction | null): void {
    if (current === transaction) current = null;
    if (transaction === null) return;
    const ended: Promise<void> = transaction.end().finally(() => ending.delete(ended));
    ending.add(ended);
  }

  async function settle(): Promise<void> {
    end(current);
    await Promise.all(ending);
  }

  return {
    read: (work) => read(work, false),
    readPool: (work) => read(work, true),
    async query<T>(sql: string, params: readonly unknown[]) {
      if (current === null && !closed) return db.queryAs<T>(actorOf(), sql, params);
      return transaction().run((tx) => tx.$queryRawUnsafe<T[]>(sql, ...params), false);
    },
    settle,
    async close() {
      closed = true;
      await settle();
    },
  };
}

interface ReadTransaction {
  run<T>(work: (tx: Tx) => Promise<T>, pool: boolean): Promise<T>;
  end(): Promise<void>;
}

function identityOf({ id, role, territory }: Actor, pool: boolean): Identity {
  return { id, role, territory, ...(pool ? { pool } : {}) };
}

function openReadTransaction(db: Database, actor: Actor, inPool: boolean): ReadTransaction {
  const underWay = new Set<Promise<unknown>>();
  let letGo = () => {};
  const wanted = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let finished: Promise<void> = Promise.resolve();
  const opened = new Promise<Tx>((resolve, reject) => {
    finished = db.transaction(
      async (tx) => {
        resolve(tx);
        await wanted;
      },
      { as: identityOf(actor, inPool) },
    );
    finished.catch(reject);
  });
  // Without a read no caller waits for the error that it could not be opened.
  opened.catch(() => {});

  let sight = inPool;
  const sent = new Set<Promise<unknown>>();
  let turn: Promise<unknown> = opened.catch(() => {});

  /** Sends what `work` reads, once the transaction has the sight that it wants; resolves when it is sent. */
  async function send<T>(
    before: Promise<unknown>,
    work: (tx: Tx) => Promise<T>,
    pool: boolean,
  ): Promise<{ done: Promise<T> }> {
    await before;
    const tx = await opened;
    if (pool !== sight) {
      while (sent.size > 0) await Promise.allSettled(sent);
      await tx.$executeRawUnsafe(roleSql(databaseRole(identityOf(actor, pool))));
      sight = pool;
    }
    // Prisma sends a query when it is awaited, so that has to happen before it counts as done.
    const done = (async () => await work(tx))();
    sent.add(done);
    void done.catch(() => {}).then(() => sent.delete(done));
    return { done };
  }

  return {
    run(work, pool) {
      const sending = send(turn, work, pool);
      turn = sending.catch(() => {});
      const done = sending.then(({ done }) => done);
      underWay.add(done);
      return done.finally(() => underWay.delete(done));
    },
    async end() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
      letGo();
      // It wrote nothing that could be lost, and the failed reads got their error.
      await finished.catch(() => {});
    },
  };
}

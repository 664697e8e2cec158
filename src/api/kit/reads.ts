import type { Actor } from '../../domain/actor.js';
import type { Database, Tx } from '../../platform/db/open.js';

/**
 * What one operation reads: everything in one transaction of its actor, which the first read opens.
 * It ends with the operation, and before that whenever a verb is to write, because a verb has a
 * transaction of its own and the embedded database has but one connection.
 */
export interface Reads {
  /** `work` does nothing but read; what it is given must not be used after it has settled. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The rows of one statement, see Database.queryAs: in the transaction only if there is one yet. */
  query<T>(sql: string, params: readonly unknown[]): Promise<T[]>;
  /** Ends the transaction as soon as nobody reads in it; the next read opens another. */
  settle(): Promise<void>;
  /** Settles for good: whoever reads now is refused. */
  close(): Promise<void>;
}

export function createReads(db: Database, actorOf: () => Actor): Reads {
  let current: ReadTransaction | null = null;
  const ending = new Set<Promise<void>>();
  let closed = false;

  function transaction(): ReadTransaction {
    if (closed) throw new Error('The operation is over: nothing is read in its name any more.');
    current ??= openReadTransaction(db, actorOf());
    return current;
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
    async read(work) {
      const mine = transaction();
      try {
        return await mine.run(work);
      } catch (error) {
        // If it was the database that refused, nothing more can be read in this transaction.
        end(mine);
        throw error;
      }
    },
    async query<T>(sql: string, params: readonly unknown[]) {
      if (current === null && !closed) return db.queryAs<T>(actorOf(), sql, params);
      return transaction().run((tx) => tx.$queryRawUnsafe<T[]>(sql, ...params));
    },
    settle,
    async close() {
      closed = true;
      await settle();
    },
  };
}

interface ReadTransaction {
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

function openReadTransaction(db: Database, actor: Actor): ReadTransaction {
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
      { as: actor },
    );
    finished.catch(reject);
  });
  // Without a read there is nobody to be told that it could not be opened.
  opened.catch(() => {});

  return {
    run(work) {
      // Prisma sends a query when it is awaited, so that has to happen before it counts as done.
      const done = opened.then(async (tx) => await work(tx));
      underWay.add(done);
      return done.finally(() => underWay.delete(done));
    },
    async end() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
      letGo();
      // It wrote nothing that could be lost, and whoever read in vain was told.
      await finished.catch(() => {});
    },
  };
}

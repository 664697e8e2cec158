import type { Database, Tx } from '../db/open.js';

/**
 * The same database, which calls `kick` after each commit of a transaction that wrote work for a loop, such as events
 * or audit entries. Without the kick the work waits for a timer.
 */
export function kickAfterCommit(
  db: Database,
  hasWritten: (tx: Tx) => boolean,
  kick: () => void,
): Database {
  return {
    ...db,
    transaction: (work, options) =>
      db.transaction(async (tx) => {
        const result = await work(tx);
        if (hasWritten(tx)) db.afterCommit(tx, kick);
        return result;
      }, options),
  };
}

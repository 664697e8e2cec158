import type { Database } from '../db/open.js';
import { hasAppended } from './append-event.js';

/**
 * The same database, that calls `kick` after each commit of a transaction that appended events. Without it they wait
 * for the sequencer's timer.
 */
export function kickAfterCommit(db: Database, kick: () => void): Database {
  return {
    ...db,
    transaction: (work, options) =>
      db.transaction(async (tx) => {
        const result = await work(tx);
        if (hasAppended(tx)) db.afterCommit(tx, kick);
        return result;
      }, options),
  };
}

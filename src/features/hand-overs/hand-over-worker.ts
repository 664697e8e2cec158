import type { Logger } from 'pino';
import { isUnavailable } from '../../platform/db/is-unavailable.js';
import type { Database } from '../../platform/db/open.js';
import { createWorker, type Worker } from '../../platform/loops/worker.js';
import { handOverBatch, skipNext } from './hand-over-batch.js';

export interface HandOverWorkerOptions {
  readonly db: Database;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Interval of the search for hand-overs without an announcement, in milliseconds. */
  readonly pollMs?: number;
}

/** Works off hand-overs, batch by batch; a process that dies loses at most its batch. */
export function createHandOverWorker({ db, clock, log, pollMs }: HandOverWorkerOptions): Worker {
  async function step(): Promise<boolean> {
    try {
      return await handOverBatch(db, clock());
    } catch (error) {
      if (isUnavailable(error)) throw error;
      log.warn({ err: error }, 'batch of a hand-over failed, trying its leads one by one');
      return stepSingly();
    }
  }

  /** The lead that spoiled the batch is the next, or one of those behind it, which then fail as a batch again. */
  async function stepSingly(): Promise<boolean> {
    try {
      return await handOverBatch(db, clock(), 1);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      const skipped = await skipNext(db, clock());
      log.error({ err: error, ...skipped }, 'a lead could not be handed over');
      return skipped !== null;
    }
  }

  return createWorker({ name: 'hand-over worker', step, log, pollMs });
}

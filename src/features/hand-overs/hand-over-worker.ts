import type { Logger } from 'pino';
import { isUnavailable } from '../../platform/db/is-unavailable.js';
import type { Database } from '../../platform/db/open.js';
import { handOverBatch, skipNext } from './hand-over-batch.js';

export interface HandOverWorkerOptions {
  readonly db: Database;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Interval of the search for hand-overs without an announcement, in milliseconds. */
  readonly pollMs?: number;
}

export interface HandOverWorker {
  start(): void;
  /** Stops between two batches; resolves when nothing runs any more. */
  stop(): Promise<void>;
  /** Wakes the worker for a new hand-over; resolves when none waits any more. */
  kick(): Promise<void>;
}

/** Works off hand-overs, batch by batch. Several processes may have one each; one that dies loses at most its batch. */
export function createHandOverWorker(options: HandOverWorkerOptions): HandOverWorker {
  const { db, clock, log, pollMs = 5_000 } = options;
  const stopping = new AbortController();
  let working: Promise<void> | null = null;
  let kickedAgain = false;
  let timer: NodeJS.Timeout | undefined;

  async function work(): Promise<void> {
    try {
      do {
        kickedAgain = false;
        while (!stopping.signal.aborted && (await step())) {}
      } while (kickedAgain && !stopping.signal.aborted);
    } catch (error) {
      // Ends this round only: a later one goes on where the last batch ended.
      log.error({ err: error }, 'hand-over worker failed');
    } finally {
      working = null;
    }
  }

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

  function kick(): Promise<void> {
    if (stopping.signal.aborted) return Promise.resolve();
    kickedAgain = true;
    working ??= work();
    return working;
  }

  return {
    kick,
    start() {
      void kick();
      timer ??= setInterval(() => void kick(), pollMs);
    },
    async stop() {
      stopping.abort();
      clearInterval(timer);
      await working;
    },
  };
}

import { takeImport } from './import-job.js';
import { type ProcessOptions, processImport } from './process-import.js';

export interface ImportWorkerOptions extends ProcessOptions {
  /** Interval of the search for imports without an announcement, in milliseconds. */
  readonly pollMs?: number;
}

export interface ImportWorker {
  start(): void;
  /** Stops between two batches, or while a file is read; resolves when nothing runs any more. */
  stop(): Promise<void>;
  /** Wakes the worker for a new import; resolves when none waits any more. */
  kick(): Promise<void>;
}

/** Works off imports, one after the other. Several processes may have one each. */
export function createImportWorker(options: ImportWorkerOptions): ImportWorker {
  const { db, log, pollMs = 5_000 } = options;
  const stopping = new AbortController();
  let working: Promise<void> | null = null;
  let kickedAgain = false;
  let timer: NodeJS.Timeout | undefined;

  async function work(): Promise<void> {
    try {
      do {
        kickedAgain = false;
        while (!stopping.signal.aborted) {
          const held = await takeImport(db, options.clock());
          if (held === null) break;
          // Left unfinished: the database went away, and is given time.
          if ((await processImport(options, held, stopping.signal)) === 'RUNNING') return;
        }
      } while (kickedAgain && !stopping.signal.aborted);
    } catch (error) {
      // Ends this round only: the lease runs out, and a later round takes the import up again.
      log.error({ err: error }, 'import worker failed');
    } finally {
      working = null;
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

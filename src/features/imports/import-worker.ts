import { createWorker, type Worker } from '../../platform/loops/worker.js';
import { takeImport } from './import-job.js';
import { type ProcessOptions, processImport } from './process-import.js';

export interface ImportWorkerOptions extends ProcessOptions {
  /** Interval of the search for imports without an announcement, in milliseconds. */
  readonly pollMs?: number;
}

/** Works off imports, one after the other. One that a failure leaves unfinished is resumed when its lease has run out. */
export function createImportWorker(options: ImportWorkerOptions): Worker {
  const { db, clock, log, pollMs } = options;
  return createWorker({
    name: 'import worker',
    async step(signal) {
      const held = await takeImport(db, clock());
      // Left unfinished: the database went away, and is given time.
      return held !== null && (await processImport(options, held, signal)) !== 'RUNNING';
    },
    log,
    pollMs,
  });
}

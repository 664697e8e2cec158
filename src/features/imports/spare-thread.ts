import { Worker } from 'node:worker_threads';

/** Heap of the thread. A file has up to 10 MB. */
export const MOST_HEAP_MB = 512;

/** How long a thread waits for the next file before it ends. */
const IDLE_MS = 60_000;

const THREAD = import.meta.url.replace(/spare-thread(?=\.[jt]s$)/, 'parse-thread');

/** A thread does not take over how its process reads TypeScript, as in development and tests. */
const FROM_SOURCE = `import('tsx/esm/api').then((tsx) => (tsx.register(), import(${JSON.stringify(THREAD)})));`;

let spare: { thread: Worker; forget(): void } | null = null;

/** The thread of an earlier file, or a new one: starting it takes longer than reading most files. */
export function takeThread(): Worker {
  if (spare === null) return startThread();
  const { thread, forget } = spare;
  forget();
  thread.ref();
  return thread;
}

/** Keeps a thread that has answered everything it was asked. */
export function giveBackThread(thread: Worker): void {
  if (spare !== null) {
    void thread.terminate();
    return;
  }
  thread.unref();
  const timer = setTimeout(() => {
    forget();
    void thread.terminate();
  }, IDLE_MS);
  timer.unref();
  function forget(): void {
    clearTimeout(timer);
    thread.off('exit', forget);
    spare = null;
  }
  thread.on('exit', forget);
  spare = { thread, forget };
}

function startThread(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_HEAP_MB };
  return THREAD.endsWith('.ts')
    ? new Worker(FROM_SOURCE, { eval: true, execArgv: [], resourceLimits })
    : new Worker(new URL(THREAD), { resourceLimits });
}

import type { Logger } from 'pino';

/** Works off a queue in the database in the background. */
export interface Worker {
  start(): void;
  /** Stops between two steps; resolves when nothing runs any more. */
  stop(): Promise<void>;
  /** Wakes it for something new; resolves when nothing waits any more. */
  kick(): Promise<void>;
}

export interface WorkerOptions {
  /** For the log. */
  readonly name: string;
  /** Does a piece of the work; false if there is none now. A failure ends this round, a later one goes on. */
  readonly step: (signal: AbortSignal) => Promise<boolean>;
  readonly log: Logger;
  /** Interval of the search for work without an announcement, in milliseconds. */
  readonly pollMs?: number | undefined;
}

/** One step after the other, never two at once. Several processes may have one each. */
export function createWorker({ name, step, log, pollMs = 5_000 }: WorkerOptions): Worker {
  const stopping = new AbortController();
  let working: Promise<void> | null = null;
  let kickedAgain = false;
  let timer: NodeJS.Timeout | undefined;

  async function work(): Promise<void> {
    try {
      do {
        kickedAgain = false;
        while (!stopping.signal.aborted && (await step(stopping.signal))) {}
      } while (kickedAgain && !stopping.signal.aborted);
    } catch (error) {
      log.error({ err: error }, `${name} failed`);
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

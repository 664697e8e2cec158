import type { Logger } from 'pino';

export interface Heartbeat {
  start(): void;
  /** Resolves when nothing runs any more; nothing runs afterwards. */
  stop(): Promise<void>;
  /** Asks for a run soon. Never throws; many kicks make one run. */
  kick(): void;
  /** A run that began at or after this call; rejects when it fails. */
  run(): Promise<void>;
}

export interface HeartbeatOptions {
  /** For the log. */
  name: string;
  work: () => Promise<void>;
  /** Pause between the end of one run and the next without a kick. */
  pollMs: number;
  log: Logger;
}

/** The longest pause after failures. */
const MAX_BACKOFF_MS = 10_000;

/**
 * Runs `work` when kicked and on a timer, never twice at once. A failure is logged and tried again, after pauses that
 * grow while it lasts: a database that is away for a minute costs a minute, not the process.
 */
export function createHeartbeat({ name, work, pollMs, log }: HeartbeatOptions): Heartbeat {
  let started = false;
  let stopped = false;
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;

  function begin(): Promise<void> {
    if (stopped) return Promise.resolve();
    current = work().finally(() => {
      current = undefined;
    });
    return current;
  }

  function run(): Promise<void> {
    if (!current) return begin();
    next ??= current
      .catch(() => {}) // reported to the caller that began it
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  }

  async function attempt(): Promise<void> {
    clearTimeout(timer);
    try {
      await run();
      if (failures > 0) log.info({ failures }, `${name} works again`);
      failures = 0;
    } catch (error) {
      failures += 1;
      log.error({ err: error, failures }, `${name} failed, trying again in ${pauseMs()} ms`);
    }
    schedule();
  }

  function pauseMs(): number {
    if (failures === 0) return pollMs;
    return Math.max(pollMs, Math.min(pollMs * 2 ** failures, MAX_BACKOFF_MS));
  }

  function schedule(): void {
    clearTimeout(timer);
    if (stopped || !started) return;
    timer = setTimeout(() => void attempt(), pauseMs());
    timer.unref();
  }

  return {
    start() {
      started = true;
      void attempt();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.allSettled([current, next]);
    },
    kick() {
      // While it fails, only the timer tries: kicks must not defeat the pauses.
      if (stopped || !started || next || failures > 0) return;
      void attempt();
    },
    run,
  };
}

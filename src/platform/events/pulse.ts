import { endable } from '../loops/endable.js';

/** Interval of the heartbeats; a client takes three missed ones for a lost connection. */
export const HEARTBEAT_MS = 5_000;

/** One beat, the same for all subscribers. */
export interface Beat {
  /** Cursors of the head of the log by sight: made once, not for each client. */
  readonly heads: Map<string, string>;
}

/** Sends a beat to all subscribers at regular intervals, by one timer. */
export interface Pulse {
  /** A beat at once, then one at each interval. Ends with the signal. */
  follow(signal: AbortSignal | null): AsyncIterable<Beat>;
  stop(): void;
}

export function createPulse(): Pulse {
  const waiting = new Set<(beat: Beat | null) => void>();
  const flows = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function tell(beat: Beat | null): void {
    const told = [...waiting];
    waiting.clear();
    for (const resolve of told) resolve(beat);
  }

  function nextBeat(): Promise<Beat | null> {
    if (stopped) return Promise.resolve(null);
    timer ??= setInterval(() => tell(newBeat()), HEARTBEAT_MS).unref();
    return new Promise((resolve) => waiting.add(resolve));
  }

  async function* beats(): AsyncGenerator<Beat, void, undefined> {
    for (let beat: Beat | null = newBeat(); beat !== null; beat = await nextBeat()) yield beat;
  }

  return {
    follow(signal) {
      const flow = endable(beats(), () => {
        signal?.removeEventListener('abort', flow.end);
        flows.delete(flow.end);
        if (flows.size > 0) return;
        clearInterval(timer);
        timer = undefined;
        tell(null);
      });
      flows.add(flow.end);
      if (signal?.aborted) flow.end();
      else signal?.addEventListener('abort', flow.end, { once: true });
      return flow.events;
    },
    stop() {
      stopped = true;
      for (const end of [...flows]) end();
    },
  };
}

export function newBeat(): Beat {
  return { heads: new Map() };
}

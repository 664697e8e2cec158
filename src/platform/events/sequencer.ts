import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { SYSTEM_ACTOR } from '../../domain/actor.js';
import type { Database } from '../db/open.js';
import { createHeartbeat } from '../loops/heartbeat.js';
import { type NextEvents, parseEvents, type StoredEvents } from './read-next.js';
import type { WakeUp } from './wake-up.js';

export interface Sequencer {
  start(): void;
  stop(): Promise<void>;
  /** Call after a commit that appended events. Never throws; many calls make one pass. */
  kick(): void;
  /** Resolves when everything that was committed before this call has its position. */
  catchUp(): Promise<void>;
}

export interface SequencerOptions {
  db: Database;
  wakeUp: WakeUp;
  log: Logger;
  /**
   * Called after the commit with the events that were numbered here, unless there are many; not called for events
   * that another process numbered.
   */
  onNumbered?: (numbered: NextEvents) => void;
  /** Finds events that a crashed process, or one without a sequencer, left without a position. */
  pollMs?: number;
}

/** Events per transaction. All versions of Leadwarden on one database must have the same; see access-changes.ts. */
export const BATCH_SIZE = 1_000;

/** With more, readers get them from the log, page by page. */
const MOST_TOLD = 50;

/** The first pause after another replica was found numbering; its transaction lasts milliseconds. */
const REFUSED_PAUSE_MS = 4;

interface Numbered extends StoredEvents {
  readonly numbered: number;
}

/**
 * Gives committed events their positions: contiguous, in the order of insertion, one replica at a time. Only after its
 * own commit it announces the highest.
 */
export function createSequencer(options: SequencerOptions): Sequencer {
  const { db, wakeUp, log, onNumbered, pollMs = 500 } = options;
  const stopping = new AbortController();
  const announce = coalesceAnnouncements(wakeUp, log);

  async function work(): Promise<void> {
    let pauseMs = REFUSED_PAUSE_MS;
    while (!stopping.signal.aborted) {
      const result = await number();
      if (result === null) {
        // The other replica may have looked before our commit, so its pass does not count as ours.
        await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
        pauseMs = Math.min(pauseMs * 2, Math.max(pollMs, REFUSED_PAUSE_MS));
        continue;
      }
      pauseMs = REFUSED_PAUSE_MS;
      if (result.events !== null) onNumbered?.(parseEvents(result));
      if (result.numbered > 0) announce.highest(Number(result.lastPosition));
      if (result.numbered < BATCH_SIZE) return;
    }
  }

  /** One batch in a transaction of its own; null while another replica is numbering. */
  async function number(): Promise<Numbered | null> {
    const [row] = await db.queryAs<Numbered | { numbered: null }>(
      SYSTEM_ACTOR,
      `SELECT numbered, last_numbered::text AS "lastPosition", log_epoch AS epoch, log_first::text AS "firstPosition", events
       FROM number_events($1::int, $2::int)`,
      [BATCH_SIZE, onNumbered ? MOST_TOLD : 0],
    );
    return row === undefined || row.numbered === null ? null : row;
  }

  const heartbeat = createHeartbeat({ name: 'sequencer', work, pollMs, log });
  return {
    start: heartbeat.start,
    kick: heartbeat.kick,
    catchUp: heartbeat.run,
    async stop() {
      stopping.abort();
      await heartbeat.stop();
      await announce.settled();
    },
  };
}

/** One announcement at a time, then the highest that came meanwhile: a slow wake-up slows no numbering. */
function coalesceAnnouncements(wakeUp: WakeUp, log: Logger) {
  let waiting: number | undefined;
  let sending: Promise<void> | undefined;

  async function send(): Promise<void> {
    while (waiting !== undefined) {
      const position = waiting;
      waiting = undefined;
      try {
        await wakeUp.announce(position);
      } catch (error) {
        log.warn({ err: error, position }, 'announcement failed; hubs find the events by timer');
      }
    }
    sending = undefined;
  }

  return {
    highest(position: number): void {
      waiting = position;
      sending ??= send();
    },
    settled: () => sending ?? Promise.resolve(),
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AS_SYSTEM } from '../auth/actor.js';
import type { Database, Tx } from '../db/open.js';
import { createHeartbeat } from './heartbeat.js';
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
  /** Finds what a crashed process, or one without a sequencer, left without a position. */
  pollMs?: number;
}

/** Held by whichever replica is numbering events: 'LWsq' in ASCII. Never reuse it for something else. */
const SEQUENCER_LOCK = 0x4c577371;

/** Events per transaction. */
const BATCH_SIZE = 1_000;

/** The first pause after another replica was found numbering; its transaction lasts milliseconds. */
const REFUSED_PAUSE_MS = 4;

type Stamped = { kind: 'refused' } | { kind: 'stamped'; count: number; position: number };

/**
 * Gives committed events their positions: contiguous, in the order of insertion, one replica at a time. Only after its
 * own commit it announces the highest.
 */
export function createSequencer(options: SequencerOptions): Sequencer {
  const { db, wakeUp, log, pollMs = 500 } = options;
  const stopping = new AbortController();
  const announce = coalesceAnnouncements(wakeUp, log);

  async function work(): Promise<void> {
    let pauseMs = REFUSED_PAUSE_MS;
    while (!stopping.signal.aborted && (await db.transaction(isAnythingPending, AS_SYSTEM))) {
      const result = await db.transaction(stamp, AS_SYSTEM);
      if (result.kind === 'refused') {
        // The other replica may have looked before our commit, so its pass does not count as ours.
        await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
        pauseMs = Math.min(pauseMs * 2, Math.max(pollMs, REFUSED_PAUSE_MS));
        continue;
      }
      pauseMs = REFUSED_PAUSE_MS;
      if (result.count > 0) announce.highest(result.position);
      if (result.count < BATCH_SIZE) return;
    }
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

/** One index probe: what an idle replica costs per poll. */
async function isAnythingPending(tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<{ pending: boolean }[]>`
    SELECT EXISTS (SELECT FROM domain_event WHERE position IS NULL) AS pending`;
  return rows[0]?.pending ?? false;
}

async function stamp(tx: Tx): Promise<Stamped> {
  // A statement of its own, and the first: the next one's snapshot then shows what the last holder committed.
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${SEQUENCER_LOCK}::bigint) AS mine`;
  if (!lock?.mine) return { kind: 'refused' };
  const [result] = await tx.$queryRaw<{ count: number; position: bigint | null }[]>`
    WITH batch AS MATERIALIZED (
      SELECT id, row_number() OVER (ORDER BY seq) AS nth
      FROM (
        SELECT id, seq FROM domain_event WHERE position IS NULL ORDER BY seq LIMIT ${BATCH_SIZE}::int
      ) AS pending
    ), total AS MATERIALIZED (
      SELECT count(*) AS events FROM batch
    ), counter AS (
      UPDATE event_log SET last_position = last_position + total.events
      FROM total
      WHERE event_log.id = 1 AND total.events > 0
      RETURNING last_position, last_position - total.events AS before
    ), stamped AS (
      UPDATE domain_event SET position = counter.before + batch.nth
      FROM batch, counter
      WHERE domain_event.id = batch.id
      RETURNING domain_event.id
    )
    SELECT (SELECT count(*) FROM stamped)::int AS count, (SELECT last_position FROM counter) AS position`;
  return { kind: 'stamped', count: result?.count ?? 0, position: Number(result?.position ?? 0) };
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

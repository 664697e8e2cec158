import type { Logger } from 'pino';
import { AS_SYSTEM } from '../../domain/actor.js';
import { CursorExpiredError, LeadwardenError } from '../../domain/errors.js';
import type { LoggedEvent } from '../../domain/events.js';
import type { Database } from '../db/open.js';
import { createHeartbeat } from '../loops/heartbeat.js';
import { createAccessChanges } from './access-changes.js';
import { assertRetained, type LogState } from './cursor.js';
import type { LogPlace, LogReader, Stretch } from './log-reader.js';
import { type Page, readLogState, readPage } from './read-log.js';
import { type NextEvents, readNext } from './read-next.js';
import { createRing } from './ring.js';
import type { WakeUp } from './wake-up.js';

export interface HubOptions {
  db: Database;
  wakeUp: WakeUp;
  log: Logger;
  /** How late the hub may notice an event whose wake-up was lost. */
  pollMs?: number;
  /** Number of the newest events kept in memory, once for all subscribers. */
  ringSize?: number;
}

/** A part of this process that must see events before any subscriber does. Neither call may throw. */
export interface LogObserver {
  onEvent(event: LoggedEvent): void;
  /** Events were passed over: the log was rebuilt or archived beyond what was read. */
  onMissed(): void;
}

export interface Hub {
  /** Reads where the log stands; rejects when the database is away. The wake-up is started by its owner. */
  start(): Promise<void>;
  /** Closes every reader. */
  stop(): Promise<void>;
  /** A view of the log for a reader that follows it. Throws while the hub is not running. */
  openReader(): LogReader;
  /** The end of the log as this process knows it. Throws while the hub is not running. */
  end(): LogPlace;
  /** The place at the position that `locate` finds in the log as it is now. */
  locate(locate: (log: LogState) => number): Promise<LogPlace>;
  /** Tells each event as it is read, before it reaches a flow, until the returned function is called. */
  observe(observer: LogObserver): () => void;
  /**
   * Takes events that were read elsewhere if they follow the last one read here; otherwise the hub reads them itself.
   */
  offer(numbered: NextEvents): void;
  /** Looks now; resolves when everything that had a position before the call has been read. */
  refresh(): Promise<void>;
  /** Highest position read. */
  readonly position: number;
}

/** Events that the hub reads at once. */
const PAGE_SIZE = 500;

/** Events that a reader gets at once, and holds while it works on one of them. */
const STRETCH_SIZE = 100;

/**
 * Reads the log once for all of its process. Readers pull events from it; a slow one costs only a stored position.
 */
export function createHub(options: HubOptions): Hub {
  const { db, wakeUp, log, pollMs = 500, ringSize = 10_000 } = options;
  const ring = createRing(ringSize);
  const readers = new Set<LogReader>();
  const waiting = new Set<() => void>();
  const observers = new Set<LogObserver>();
  const accessChanges = createAccessChanges();
  let epoch: string | undefined;
  /** Grows when positions may denote other events than before. */
  let generation = 0;
  let last = 0;
  let stopped = false;
  let stopHints = () => {};

  const heartbeat = createHeartbeat({ name: 'event hub', work: refresh, pollMs, log });

  function readState(): Promise<LogState> {
    return db.transaction((tx) => readLogState(tx), AS_SYSTEM);
  }

  async function refresh(): Promise<void> {
    for (;;) {
      const after = last;
      const { state, events } = await readNext(db, after, PAGE_SIZE);
      if (epoch === undefined) return reset(state);
      if (state.epoch !== epoch || state.lastPosition < after) {
        log.warn(
          { epoch, last, state },
          'the event log was rebuilt; all subscribers must start anew',
        );
        return reset(state);
      }
      if (state.firstPosition - 1 > last) {
        log.warn({ last, state }, 'the event log was archived beyond what this process had read');
        ring.clear();
        last = state.firstPosition - 1;
        accessChanges.passedOver(last);
        for (const observer of observers) observer.onMissed();
        wakeReaders();
        continue;
      }
      // Some of them, or all, may have been offered meanwhile.
      const news = events.filter(({ position }) => position > last);
      const isKnown = events.length > 0 && news.length === 0;
      if (last < state.lastPosition && !isKnown) take(news);
      if (last >= state.lastPosition) return accessChanges.reachedEnd(state.lastPosition);
    }
  }

  function offer({ state, events }: NextEvents): void {
    if (stopped || state.epoch !== epoch || events[0]?.position !== last + 1) return;
    take(events);
    accessChanges.reachedEnd(state.lastPosition);
  }

  /** Takes what follows into the ring. */
  function take(events: readonly LoggedEvent[]): void {
    if (events.length === 0) throw new Error(`The event log has nothing after ${last}.`);
    for (const event of events) {
      if (event.position !== last + 1) {
        throw new Error(`The event log has a gap: ${event.position} follows ${last}.`);
      }
      ring.push(event);
      last = event.position;
      accessChanges.take(event);
      for (const observer of observers) observer.onEvent(event);
    }
    wakeReaders();
  }

  function reset(state: LogState): void {
    ring.clear();
    generation += 1;
    epoch = state.epoch;
    last = state.lastPosition;
    accessChanges.passedOver(last);
    for (const observer of observers) observer.onMissed();
    wakeReaders();
  }

  function wakeReaders(): void {
    const woken = [...waiting];
    waiting.clear();
    for (const wake of woken) wake();
  }

  function openReader(): LogReader {
    const startedIn = { ...end(), generation };
    let closed = false;
    const ownWaiting = new Set<() => void>();

    async function grownBeyond(position: number): Promise<void> {
      // Looking and queueing up are one step of the event loop, so no growth falls between them.
      while (!closed && generation === startedIn.generation && last <= position) {
        await new Promise<void>((resolve) => {
          const wake = () => {
            ownWaiting.delete(wake);
            resolve();
          };
          ownWaiting.add(wake);
          waiting.add(wake);
        });
      }
      if (generation !== startedIn.generation) throw rebuilt();
    }

    async function readStored(page: Page): Promise<LoggedEvent[]> {
      const events = await db.transaction((tx) => readPage(tx, startedIn.epoch, page), AS_SYSTEM);
      // After the page: events that were archived before it was read show now.
      const state = await readState();
      if (state.epoch !== startedIn.epoch) throw rebuilt();
      assertRetained(page.after, state);
      return events;
    }

    const reader: LogReader = {
      start: { epoch: startedIn.epoch, position: startedIn.position },
      async next(position, filter, currentActor): Promise<Stretch | null> {
        await grownBeyond(position);
        if (closed) return null;
        const known = last;
        const recent = ring.after(position, STRETCH_SIZE);
        if (recent) {
          const upTo = position + recent.length;
          return { events: recent, upTo, more: upTo < known };
        }
        const actor = await currentActor();
        if (actor === null) return null;
        const page = { after: position, upTo: known, limit: STRETCH_SIZE, filter, actor };
        const events = await readStored(page);
        const tail = events.length === STRETCH_SIZE ? events.at(-1) : undefined;
        return { events, upTo: tail?.position ?? known, more: true };
      },
      accessUnchanged: accessChanges.unchanged,
      close() {
        closed = true;
        readers.delete(reader);
        for (const wake of ownWaiting) {
          waiting.delete(wake);
          wake();
        }
      },
    };
    readers.add(reader);
    return reader;
  }

  function end(): LogPlace {
    if (epoch === undefined || stopped) {
      throw new LeadwardenError('UNAVAILABLE', 'The event log is not open.');
    }
    return { epoch, position: last };
  }

  return {
    async start() {
      await heartbeat.run();
      stopHints = wakeUp.onHint((position) => {
        if (position > last) heartbeat.kick();
      });
      heartbeat.start();
    },
    async stop() {
      stopped = true;
      stopHints();
      for (const reader of [...readers]) reader.close();
      await heartbeat.stop();
    },
    openReader,
    end,
    async locate(locate) {
      const state = await readState();
      return { epoch: state.epoch, position: locate(state) };
    },
    observe(observer) {
      observers.add(observer);
      return () => observers.delete(observer);
    },
    offer,
    refresh: heartbeat.run,
    get position() {
      return last;
    },
  };
}

function rebuilt(): CursorExpiredError {
  return new CursorExpiredError(
    'The event log was rebuilt. Read the present state and follow from there.',
  );
}

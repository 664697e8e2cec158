import type { Logger } from 'pino';
import type { Database } from '../db/open.js';
import type { LoggedEvent } from '../domain/events.js';
import { CursorExpiredError, LeadwardenError } from '../errors.js';
import { assertRetained, type Cursor, decodeCursor, type LogState } from './cursor.js';
import { endable } from './endable.js';
import { type FollowOptions, followLog, type LogSource, type Stretch } from './follow.js';
import { createHeartbeat } from './heartbeat.js';
import { readLogState, readPage } from './read-log.js';
import { createRing } from './ring.js';
import type { WakeUp } from './wake-up.js';

export interface HubOptions {
  db: Database;
  wakeUp: WakeUp;
  log: Logger;
  /** How long an event may go unnoticed when its hint was lost. */
  pollMs?: number;
  /** So many of the newest events are kept in memory, once for all subscribers. */
  ringSize?: number;
}

export interface Hub {
  /** Reads where the log stands; rejects when the database is away. The wake-up is started by its owner. */
  start(): Promise<void>;
  /** Ends every flow. */
  stop(): Promise<void>;
  /**
   * Everything that the actor may see and asked for, in the order of the log, nothing left out and nothing twice,
   * until the signal aborts, the flow is returned, `reauthorize` says null, or the hub stops: each ends it at once.
   * Without `after` it begins at the end of the log as of this call, not as of the first `next`.
   * A bad cursor rejects the first `next`; `checkCursor` tells before.
   */
  follow(options: FollowOptions, signal?: AbortSignal): AsyncGenerator<LoggedEvent, void, undefined>;
  /** Rejects with what `follow` would: ValidationError or CursorExpiredError. */
  checkCursor(after: Cursor): Promise<void>;
  /** Looks now; resolves when everything that had a position before the call has been read. */
  refresh(): Promise<void>;
  /** Highest position read. */
  readonly position: number;
  /** Flows that have not ended. */
  readonly subscribers: number;
}

const PAGE_SIZE = 500;

/** One reader of the log per process, and its subscribers: they pull, so a slow one costs a cursor. */
export function createHub(options: HubOptions): Hub {
  const { db, wakeUp, log, pollMs = 500, ringSize = 10_000 } = options;
  const ring = createRing(ringSize);
  const flows = new Set<() => void>();
  let waiting: (() => void)[] = [];
  let epoch: string | undefined;
  let last = 0;
  let stopHints = () => {};

  const heartbeat = createHeartbeat({ name: 'event hub', work: refresh, pollMs, log });

  async function refresh(): Promise<void> {
    const state = await readLogState(db.prisma);
    if (epoch === undefined) return reset(state);
    if (state.epoch !== epoch || state.lastPosition < last) {
      log.warn({ epoch, last, state }, 'the event log was rebuilt; all subscribers must start anew');
      return reset(state);
    }
    if (state.firstPosition - 1 > last) {
      log.warn({ last, state }, 'the event log was archived beyond what this process had read');
      last = state.firstPosition - 1;
    }
    while (last < state.lastPosition && (await readOn(state.epoch)));
  }

  /** Takes the next page into the ring; false when there was none. */
  async function readOn(inEpoch: string): Promise<boolean> {
    const events = await readPage(db.prisma, inEpoch, { after: last, limit: PAGE_SIZE });
    for (const event of events) {
      if (event.position !== last + 1) {
        throw new Error(`The event log has a gap: ${event.position} follows ${last}.`);
      }
      ring.push(event);
      last = event.position;
    }
    if (events.length > 0) wakeFlows();
    return events.length > 0;
  }

  function reset(state: LogState): void {
    ring.clear();
    epoch = state.epoch;
    last = state.lastPosition;
    wakeFlows();
  }

  function wakeFlows(): void {
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  }

  function source(): LogSource {
    const startedIn = epoch;
    function assertSameLog(): void {
      if (epoch !== startedIn) throw new CursorExpiredError('The event log was rebuilt.');
    }
    return {
      startAfter,
      async next(position, filter, actor): Promise<Stretch> {
        assertSameLog();
        while (last <= position) {
          await new Promise<void>((resolve) => waiting.push(resolve));
          assertSameLog();
        }
        const recent = ring.after(position, PAGE_SIZE);
        if (recent) {
          const upTo = position + recent.length;
          return { events: recent, upTo, more: upTo < last };
        }
        const end = last;
        const page = { after: position, upTo: end, limit: PAGE_SIZE, filter, actor };
        const events = await readPage(db.prisma, startedIn ?? '', page);
        // After the page: what had been archived before it was read shows now.
        const state = await readLogState(db.prisma);
        if (state.epoch !== startedIn) throw new CursorExpiredError('The event log was rebuilt.');
        assertRetained(position, state);
        const full = events.length === PAGE_SIZE;
        return { events, upTo: full ? (events.at(-1)?.position ?? end) : end, more: true };
      },
    };
  }

  async function startAfter(after: Cursor): Promise<number> {
    return decodeCursor(after, await readLogState(db.prisma));
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
      stopHints();
      for (const end of [...flows]) end();
      await heartbeat.stop();
    },
    follow(follow, signal) {
      if (epoch === undefined) {
        throw new LeadwardenError('UNAVAILABLE', 'The event log has not been opened yet.');
      }
      const flow = endable(followLog(source(), follow, last), () => flows.delete(flow.end), signal);
      flows.add(flow.end);
      if (signal?.aborted) flow.end();
      return flow.events;
    },
    async checkCursor(after) {
      await startAfter(after);
    },
    refresh: heartbeat.run,
    get position() {
      return last;
    },
    get subscribers() {
      return flows.size;
    },
  };
}

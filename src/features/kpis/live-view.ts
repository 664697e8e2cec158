import type { Logger } from 'pino';
import type { KnownEnd } from '../../platform/events/known-end.js';
import type { KpiQuery } from './kpi-query.js';
import type { KpiView } from './kpi-view.js';
import { type KpiFrame, kpisOf, type Rates, readAllRates } from './kpis.js';
import { readStates } from './read-states.js';

/** Runs something after so many milliseconds, unless the returned function is called before. */
export type Timer = (run: () => void, ms: number) => () => void;

export interface LiveViewOptions {
  readonly view: KpiView;
  readonly query: KpiQuery;
  /** The end of the event log, as known now. */
  readonly end: () => KnownEnd;
  readonly clock: () => Date;
  readonly timer: Timer;
  /** Monotonic milliseconds, for durations. */
  readonly stopwatch: () => number;
  readonly log: Logger;
}

/** The numbers of one view, kept up to date while it is open. */
export interface LiveView {
  /** The latest frame; null until there is one. */
  readonly frame: KpiFrame | null;
  /** Something may have changed. */
  touch(): void;
  /** Calls back at each new frame, until the returned function is called. */
  onFrame(call: () => void): () => void;
  /** Reads no more; resolves when nothing is being read. */
  close(): Promise<void>;
}

/** At most four frames a second. */
const MIN_PAUSE_MS = 250;

/** At most a fifth of the time is spent on reading the numbers, and a twentieth on the slower ones. */
const PAUSE_FACTOR = 4;
const RATES_PAUSE_FACTOR = 19;

/** Delay until changes without an event show, such as a sent mail. */
const MAX_PAUSE_MS = 60_000;

const MAX_BACKOFF_MS = 10_000;

/** Reads when touched and when time changes something by itself, never twice at once. */
export function openLiveView(options: LiveViewOptions): LiveView {
  const { view, query, end, clock, timer, stopwatch, log } = options;
  const calls = new Set<() => void>();
  let frame: { -readonly [Part in keyof KpiFrame]: KpiFrame[Part] } | null = null;
  let rates: Rates | null = null;
  /** The numbers of a frame are at least as new as the rates. */
  let ratesEnd = end();
  let ratesTouched = true;
  let ratesFrom = 0;
  /** Something was touched since the last reading began. */
  let touched = false;
  /** Neither reading nor pausing. */
  let ready = true;
  let failures = 0;
  let closed = false;
  let cancelTimer = () => {};
  let running: Promise<void> = Promise.resolve();

  function touch(): void {
    ratesTouched = true;
    touched = true;
    if (ready) run();
  }

  function run(): void {
    running = readOnce();
  }

  async function readOnce(): Promise<void> {
    cancelTimer();
    ready = false;
    touched = false;
    const started = stopwatch();
    let nextChangeAt: number | null = null;
    try {
      nextChangeAt = await read();
      failures = 0;
    } catch (error) {
      if (closed) return;
      failures += 1;
      touched = true;
      ratesTouched = true;
      log.warn({ err: error, view: view.key, failures }, 'the live numbers could not be read');
    }
    if (closed) return;
    pause(stopwatch() - started, nextChangeAt);
  }

  /** Answers when the numbers change by themselves. */
  async function read(): Promise<number | null> {
    const now = clock();
    const endBefore = end();
    const states = await readStates(query, view.scope, now);
    const started = stopwatch();
    if (rates === null || (ratesTouched && started >= ratesFrom)) {
      ratesTouched = false;
      ratesEnd = endBefore;
      rates = await readAllRates(query, view, now);
      const ended = stopwatch();
      ratesFrom = ended + RATES_PAUSE_FACTOR * (ended - started);
    }
    publish({ asOf: now, kpis: kpisOf(view, states, rates, now), end: ratesEnd });
    return states.nextChangeAt;
  }

  function publish(next: KpiFrame): void {
    if (closed) return;
    if (frame !== null && JSON.stringify(frame.kpis) === JSON.stringify(next.kpis)) {
      // For who comes now; nothing has changed for the others.
      frame.end = next.end;
      return;
    }
    frame = { ...next };
    for (const call of calls) call();
  }

  /** Lets others work, then waits for the next touch, the next deadline or the next minute. */
  function pause(tookMs: number, nextChangeAt: number | null): void {
    const backoffMs = failures === 0 ? 0 : Math.min(MIN_PAUSE_MS * 2 ** failures, MAX_BACKOFF_MS);
    const pauseMs = Math.max(MIN_PAUSE_MS, PAUSE_FACTOR * tookMs, backoffMs);
    cancelTimer = timer(() => {
      ready = true;
      if (touched) return run();
      const ratesMs = ratesTouched ? ratesFrom - stopwatch() : MAX_PAUSE_MS;
      const changeMs = nextChangeAt === null ? MAX_PAUSE_MS : nextChangeAt - clock().getTime();
      const restMs = Math.min(MAX_PAUSE_MS, Math.max(0, Math.min(ratesMs, changeMs)));
      cancelTimer = timer(touch, restMs);
    }, pauseMs);
  }

  run();
  return {
    get frame() {
      return frame;
    },
    touch,
    onFrame(call) {
      calls.add(call);
      return () => calls.delete(call);
    },
    close() {
      closed = true;
      calls.clear();
      cancelTimer();
      return running;
    },
  };
}

import type { Logger } from 'pino';
import { LeadwardenError } from '../../domain/errors.js';
import type { Database } from '../../platform/db/open.js';
import type { Hub } from '../../platform/events/hub.js';
import { knownEnd } from '../../platform/events/known-end.js';
import { type Endable, endable } from '../../platform/loops/endable.js';
import { concernedBy, type KpiView } from './kpi-view.js';
import type { KpiFrame } from './kpis.js';
import { type LiveView, openLiveView, type Timer } from './live-view.js';

export interface LiveKpis {
  /**
   * A frame at once, then the latest one whenever a number has changed since the last: a slow reader skips frames.
   * Ends when the signal aborts, the flow is returned, `reauthorize` says no, or this stops.
   */
  follow(
    view: KpiView,
    options: { reauthorize(): Promise<boolean>; signal?: AbortSignal | null },
  ): AsyncGenerator<KpiFrame, void, undefined>;
  /** Ends every flow; resolves when nothing is being read. */
  stop(): Promise<void>;
  /** Flows that have not ended. */
  readonly subscribers: number;
  /** Views with readers, which is the most computations per change. */
  readonly views: number;
}

export interface LiveKpisOptions {
  readonly db: Pick<Database, 'queryAs'>;
  readonly hub: Pick<Hub, 'observe' | 'end'>;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly timer?: Timer;
  readonly stopwatch?: () => number;
}

interface Followed {
  readonly live: LiveView;
  readonly view: KpiView;
  followers: number;
}

/** One computation per view and process, shared by all its readers; none without readers. */
export function createLiveKpis(options: LiveKpisOptions): LiveKpis {
  const { db, hub, clock, log, timer = systemTimer } = options;
  const { stopwatch = () => performance.now() } = options;
  const followed = new Map<string, Followed>();
  const flows = new Set<Endable<KpiFrame>>();
  const closing = new Set<Promise<void>>();
  let stopped = false;

  const stopObserving = hub.observe({
    onEvent(event) {
      if (followed.size === 0) return;
      const concerned = concernedBy(event);
      for (const { view, live } of followed.values()) if (concerned(view)) live.touch();
    },
    onMissed() {
      for (const { live } of followed.values()) live.touch();
    },
  });

  function join(view: KpiView): Followed {
    let one = followed.get(view.key);
    if (!one) {
      const query = <Row>(sql: string, params: readonly unknown[]) =>
        db.queryAs<Row>(view.identity, sql, params);
      const end = () => knownEnd(hub);
      one = {
        view,
        live: openLiveView({ view, query, end, clock, timer, stopwatch, log }),
        followers: 0,
      };
      followed.set(view.key, one);
    }
    one.followers += 1;
    return one;
  }

  function leave(one: Followed): void {
    one.followers -= 1;
    if (one.followers > 0) return;
    followed.delete(one.view.key);
    const closed: Promise<void> = one.live.close().finally(() => closing.delete(closed));
    closing.add(closed);
  }

  return {
    follow(view, { reauthorize, signal }) {
      if (stopped) throw new LeadwardenError('UNAVAILABLE', 'The server is stopping.');
      const one = join(view);
      const waiter = createWaiter(one.live);
      const flow = endable(frames(one.live, waiter, reauthorize), () => {
        signal?.removeEventListener('abort', flow.end);
        flows.delete(flow);
        waiter.end();
        leave(one);
      });
      flows.add(flow);
      if (signal?.aborted) flow.end();
      else signal?.addEventListener('abort', flow.end, { once: true });
      return flow.events;
    },
    async stop() {
      stopped = true;
      stopObserving();
      for (const flow of [...flows]) flow.end();
      await Promise.all(closing);
    },
    get subscribers() {
      return flows.size;
    },
    get views() {
      return followed.size;
    },
  };
}

interface Waiter {
  /** Resolves when there is another frame than this one, or nothing is waited for any more. */
  otherThan(seen: KpiFrame | null): Promise<void>;
  end(): void;
  readonly ended: boolean;
}

function createWaiter(live: LiveView): Waiter {
  let ended = false;
  let wake = () => {};
  const forget = live.onFrame(() => wake());
  return {
    async otherThan(seen) {
      while (!ended && live.frame === seen) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    end() {
      ended = true;
      forget();
      wake();
    },
    get ended() {
      return ended;
    },
  };
}

async function* frames(
  live: LiveView,
  waiter: Waiter,
  reauthorize: () => Promise<boolean>,
): AsyncGenerator<KpiFrame, void, undefined> {
  let seen: KpiFrame | null = null;
  for (;;) {
    await waiter.otherThan(seen);
    if (waiter.ended || !(await reauthorize())) return;
    // The latest by now, not the one that was waited for.
    seen = live.frame;
    if (seen === null) return;
    yield seen;
  }
}

function systemTimer(run: () => void, ms: number): () => void {
  const timeout = setTimeout(run, ms).unref();
  return () => clearTimeout(timeout);
}

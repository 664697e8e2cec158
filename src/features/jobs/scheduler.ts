import { Cron } from 'croner';
import type { Logger } from 'pino';
import type { JobName } from '../../domain/nightly-jobs.js';
import type { Schedule } from '../../platform/settings/load-schedule.js';
import type { JobRunner } from './runner.js';

/** A small recurring task, such as recording that a hold ended. */
export interface Tick {
  readonly name: string;
  readonly everyMs: number;
  run(signal: AbortSignal): Promise<unknown>;
}

export interface SchedulerOptions {
  readonly runner: JobRunner;
  readonly ticks: readonly Tick[];
  readonly loadSchedule: () => Promise<Schedule>;
  readonly clock: () => Date;
  readonly log: Logger;
  /** How often the clock is looked at, in real milliseconds. */
  readonly pollMs?: number;
}

export interface Scheduler {
  /** Catches up missed slots, then keeps watching the clock. */
  start(): void;
  /** Stops between two batches; resolves when nothing runs any more. */
  stop(): Promise<void>;
  /** Looks at the clock once; resolves when all it started has ended. */
  poll(): Promise<void>;
}

/** A slot that begins to run later than this was missed. */
const ON_TIME_MS = 60_000;
/** How often changed cron times and abandoned runs are looked for. */
const REFRESH_MS = 15_000;

/**
 * Looks at the clock instead of setting an alarm: a machine that slept, a clock that jumped and a
 * process that was down all look the same, namely a slot that passed and was not run. The database
 * decides which process runs a slot.
 */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { runner, ticks, clock, log, pollMs = 1_000 } = options;
  const stopping = new AbortController();
  const latestSlot = new Map<JobName, number>();
  const lastTick = new Map<string, number>();
  const busyTicks = new Set<string>();
  const open = new Set<Promise<void>>();
  let schedule: Schedule | null = null;
  let refreshedAt = Number.NEGATIVE_INFINITY;
  let jobQueue: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  /** Never rejects: a failure is logged and the next poll tries again. */
  function track(what: string, work: Promise<unknown>): Promise<void> {
    const tracked: Promise<void> = work
      .then(
        () => undefined,
        (error) => log.error({ err: error }, `${what} failed`),
      )
      .finally(() => open.delete(tracked));
    open.add(tracked);
    return tracked;
  }

  /** One job after the other, in the order of the night. */
  function enqueue(what: string, work: () => Promise<unknown>): Promise<void> {
    jobQueue = jobQueue.then(() => (stopping.signal.aborted ? undefined : track(what, work())));
    return jobQueue;
  }

  function dueSlots(current: Schedule, now: Date) {
    const due: { job: JobName; slot: Date }[] = [];
    for (const { name } of runner.jobs) {
      const slot = latestSlotOf(current.cron[name], current.timeZone, now);
      if (slot === null || slot.getTime() <= (latestSlot.get(name) ?? Number.NEGATIVE_INFINITY)) {
        continue;
      }
      latestSlot.set(name, slot.getTime());
      due.push({ job: name, slot });
    }
    return due.sort((a, b) => a.slot.getTime() - b.slot.getTime());
  }

  async function refresh(now: Date): Promise<Schedule> {
    const next = await options.loadSchedule();
    // A changed time must not make a slot of the past out of nothing: it counts from now on.
    for (const { name } of schedule ? runner.jobs : []) {
      const unchanged =
        schedule?.cron[name] === next.cron[name] && schedule?.timeZone === next.timeZone;
      const slot = unchanged ? null : latestSlotOf(next.cron[name], next.timeZone, now);
      if (slot) latestSlot.set(name, slot.getTime());
    }
    schedule = next;
    refreshedAt = now.getTime();
    return next;
  }

  async function pollJobs(now: Date): Promise<void> {
    const started: Promise<void>[] = [];
    const isStale = Math.abs(now.getTime() - refreshedAt) >= REFRESH_MS;
    if (isStale) {
      started.push(enqueue('resuming', () => runner.resumeAbandoned(stopping.signal)));
    }
    const current = schedule === null || isStale ? await refresh(now) : schedule;
    for (const { job, slot } of dueSlots(current, now)) {
      const late = now.getTime() - slot.getTime() > ON_TIME_MS;
      const trigger = late ? 'CATCH_UP' : 'SCHEDULE';
      started.push(enqueue(job, () => runner.runSlot({ job, slot, trigger }, stopping.signal)));
    }
    await Promise.all(started);
  }

  function pollTicks(now: Date): Promise<void>[] {
    return ticks
      .filter(({ name, everyMs }) => {
        const last = lastTick.get(name);
        const isDue = last === undefined || Math.abs(now.getTime() - last) >= everyMs;
        return isDue && !busyTicks.has(name);
      })
      .map((tick) => {
        lastTick.set(tick.name, now.getTime());
        busyTicks.add(tick.name);
        const work = tick.run(stopping.signal).finally(() => busyTicks.delete(tick.name));
        return track(tick.name, work);
      });
  }

  async function poll(): Promise<void> {
    if (stopping.signal.aborted) return;
    const now = clock();
    await Promise.all([track('the schedule', pollJobs(now)), ...pollTicks(now)]);
  }

  return {
    poll,
    start() {
      void poll();
      timer ??= setInterval(() => void poll(), pollMs);
    },
    async stop() {
      stopping.abort();
      clearInterval(timer);
      await jobQueue;
      await Promise.all(open);
    },
  };
}

/** The latest instant at or before `now` that the pattern names; `null` if there never was one. */
export function latestSlotOf(pattern: string, timeZone: string, now: Date): Date | null {
  const cron = new Cron(pattern, { timezone: timeZone, paused: true });
  return cron.previousRuns(1, new Date(now.getTime() + 1))[0] ?? null;
}

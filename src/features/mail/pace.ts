import { setTimeout as pause } from 'node:timers/promises';

/** Lets callers through at a rate, evenly and in the order in which they come. False for those stopped meanwhile. */
export type Pace = (perSecond: number, stop: AbortSignal) => Promise<boolean>;

export function createPace(now: () => number = () => performance.now()): Pace {
  let next = Number.NEGATIVE_INFINITY;
  return async (perSecond, stop) => {
    const at = Math.max(next, now());
    next = at + 1000 / perSecond;
    const waitMs = at - now();
    if (waitMs > 0) await pause(waitMs, undefined, { signal: stop }).catch(() => {});
    return !stop.aborted;
  };
}

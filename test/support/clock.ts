const UNIT_MS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1_000, ms: 1 };

export interface TestClock {
  now(): Date;
  /** Moves on by so much elapsed time: a day is 24 hours, whatever daylight saving does. Negative goes back. */
  advance(by: Partial<Record<keyof typeof UNIT_MS, number>>): Date;
  set(iso: string): Date;
}

/** A clock that stands still until it is told otherwise. */
export function testClock(iso: string): TestClock {
  let nowMs = parse(iso);
  return {
    now: () => new Date(nowMs),
    advance(by) {
      for (const [unit, amount] of Object.entries(by)) {
        nowMs += amount * UNIT_MS[unit as keyof typeof UNIT_MS];
      }
      return new Date(nowMs);
    },
    set(next) {
      nowMs = parse(next);
      return new Date(nowMs);
    },
  };
}

function parse(iso: string): number {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) throw new Error(`Not an instant: ${JSON.stringify(iso)}`);
  return ms;
}

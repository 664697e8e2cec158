import { pick, seededRandom } from './random.js';

export const FAULTS = [
  'kill a replica',
  'tell a replica to end',
  'freeze a replica',
  'crash PostgreSQL',
  'kill Redis',
  'empty Redis',
  'cut Redis off',
  'cut a replica off from PostgreSQL',
  'reset the connections of a replica to PostgreSQL',
  'hold a writing transaction open',
  'drop the subscribers',
  'make the mail server refuse',
] as const;

export type Fault = (typeof FAULTS)[number];

export interface PlannedFault {
  /** Since the beginning. */
  readonly atMs: number;
  readonly fault: Fault;
  /** Which replica, where it is about one. */
  readonly replica: number;
  /** How long it lasts, where it does not end by itself. */
  readonly lengthMs: number;
}

export interface PlanOptions {
  readonly seed: number;
  readonly lengthMs: number;
  readonly replicas: number;
}

/** From one fault to the next; they may overlap. */
const PAUSE_MS = { from: 500, to: 5_000 };

/** Most faults are short; some last longer than a timeout of the program. */
const LENGTH_MS = { from: 200, to: 4_000, long: 20_000 };
const LONG_ONE_IN = 8;

/** What is to happen when: the same for the same seed. Nothing begins in the last tenth, or lasts beyond it. */
export function planFaults({ seed, lengthMs, replicas }: PlanOptions): PlannedFault[] {
  const random = seededRandom(seed);
  const between = (from: number, to: number) => Math.round(from + random() * (to - from));
  const endMs = lengthMs * 0.9;
  const plan: PlannedFault[] = [];
  for (let atMs = between(PAUSE_MS.from, PAUSE_MS.to); atMs < endMs; ) {
    const fault = pick(random, FAULTS);
    const longest = random() < 1 / LONG_ONE_IN ? LENGTH_MS.long : LENGTH_MS.to;
    const length = between(LENGTH_MS.from, longest);
    plan.push({
      atMs,
      fault,
      replica: between(0, replicas - 1),
      lengthMs: Math.round(Math.min(length, endMs - atMs)),
    });
    atMs += between(PAUSE_MS.from, PAUSE_MS.to);
  }
  return plan;
}

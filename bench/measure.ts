import { performance } from 'node:perf_hooks';

/** Milliseconds one run takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** One figure of the report: a ratio against a baseline measured in the same run. */
export interface Figure {
  name: string;
  /** What we take, in `unit`. */
  measured: number;
  /** What the baseline takes, in `unit`. */
  baseline: number;
  unit: string;
  ratio: number;
  /** The promise, such as `<= 3`. */
  target: string;
  reached: boolean;
}

export function figure(
  name: string,
  measured: number,
  baseline: number,
  unit: string,
  target: { atMost: number } | { atLeast: number },
): Figure {
  const ratio = measured / baseline;
  const reached = 'atMost' in target ? ratio <= target.atMost : ratio >= target.atLeast;
  const words = 'atMost' in target ? `<= ${target.atMost}` : `>= ${target.atLeast}`;
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    name,
    measured: round(measured),
    baseline: round(baseline),
    unit,
    ratio: round(ratio),
    target: words,
    reached,
  };
}

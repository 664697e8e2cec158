import { describe, expect, test } from 'vitest';
import { skippedBecause } from '../faults/binaries.js';
import { TEST_DATABASE_URL } from '../support/database.js';
import { FAULTS, planFaults } from './plan-faults.js';
import { isSound, reportOf } from './print-report.js';
import { runChaos } from './run-chaos.js';

test('a seed plans the same faults each time, and another one others', () => {
  const plan = (seed: number) => planFaults({ seed, lengthMs: 600_000, replicas: 3 });
  expect(plan(1)).toEqual(plan(1));
  expect(plan(2)).not.toEqual(plan(1));
  expect(new Set(plan(1).map(({ fault }) => fault))).toEqual(new Set(FAULTS));
  expect(plan(1).every(({ atMs, lengthMs }) => atMs + lengthMs <= 540_000)).toBe(true);
});

const why = TEST_DATABASE_URL ? skippedBecause : 'run with TEST_DATABASE_URL only';

describe.skipIf(why)(`chaos${why ? ` (skipped: ${why})` : ''}`, { timeout: 180_000 }, () => {
  test('of twenty seconds loses, doubles and confuses nothing', async () => {
    const report = await runChaos({ seed: 7, lengthMs: 20_000, replicas: 2 });
    expect(isSound(report), reportOf(report)).toBe(true);
  });
});

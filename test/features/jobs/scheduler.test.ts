import pino from 'pino';
import { describe, expect, test } from 'vitest';
import type { JobName } from '../../../src/domain/nightly-jobs.js';
import { NIGHTLY_JOBS } from '../../../src/features/jobs/all-jobs.js';
import type { JobRunner } from '../../../src/features/jobs/runner.js';
import { createScheduler, latestSlotOf, type Tick } from '../../../src/features/jobs/scheduler.js';
import type { Schedule } from '../../../src/platform/settings/load-schedule.js';

const BERLIN = 'Europe/Berlin';
const NIGHT: Schedule = {
  timeZone: BERLIN,
  cron: {
    'progress-warning': '0 1 * * *',
    'protection-expiry': '0 2 * * *',
    pseudonymization: '0 3 * * *',
    'import-archival': '0 4 * * *',
    'event-archival': '30 4 * * *',
    'projection-check': '0 5 * * *',
    'webhook-retention': '30 5 * * *',
    'conflict-check-retention': '0 6 * * *',
    'record-retention': '30 6 * * *',
  },
};

/** Stands for the runner and for the slots in the database that decide who runs. */
function slotRecorder(claimed = new Set<string>()) {
  const ran: string[] = [];
  const runner: JobRunner = {
    jobs: NIGHTLY_JOBS,
    async runSlot({ job, slot, trigger }) {
      const key = `${job} ${slot.toISOString()}`;
      if (claimed.has(key)) return null;
      claimed.add(key);
      ran.push(`${key} ${trigger}`);
      return { runId: key, status: 'SUCCEEDED' };
    },
    runNow: () => Promise.reject(new Error('nobody asked')),
    resumeAbandoned: async () => [],
  };
  return { ran, runner };
}

function scheduled(at: string, setup: { claimed?: Set<string>; ticks?: Tick[] } = {}) {
  let now = new Date(at);
  let schedule = NIGHT;
  const { ran, runner } = slotRecorder(setup.claimed);
  const scheduler = createScheduler({
    runner,
    ticks: setup.ticks ?? [],
    loadSchedule: async () => schedule,
    clock: () => now,
    log: pino({ level: 'silent' }),
  });
  return {
    ran,
    scheduler,
    async pollAt(iso: string) {
      now = new Date(iso);
      await scheduler.poll();
      return ran.splice(0);
    },
    change(job: JobName, pattern: string) {
      schedule = { ...NIGHT, cron: { ...NIGHT.cron, [job]: pattern } };
    },
  };
}

describe('the scheduler', () => {
  test('catches up the latest missed slot of each job at start, in the order of the night', async () => {
    const { pollAt } = scheduled('2026-11-24T12:00:00Z');
    expect(await pollAt('2026-11-24T12:00:00Z')).toEqual([
      'progress-warning 2026-11-24T00:00:00.000Z CATCH_UP',
      'protection-expiry 2026-11-24T01:00:00.000Z CATCH_UP',
      'pseudonymization 2026-11-24T02:00:00.000Z CATCH_UP',
      'import-archival 2026-11-24T03:00:00.000Z CATCH_UP',
      'event-archival 2026-11-24T03:30:00.000Z CATCH_UP',
      'projection-check 2026-11-24T04:00:00.000Z CATCH_UP',
      'webhook-retention 2026-11-24T04:30:00.000Z CATCH_UP',
      'conflict-check-retention 2026-11-24T05:00:00.000Z CATCH_UP',
      'record-retention 2026-11-24T05:30:00.000Z CATCH_UP',
    ]);
    expect(await pollAt('2026-11-24T12:00:01Z')).toEqual([]);
  });

  test('runs a job at its time in the zone of the policy, in winter and in summer', async () => {
    const winter = scheduled('2026-11-24T12:00:00Z');
    await winter.pollAt('2026-11-24T12:00:00Z');
    expect(await winter.pollAt('2026-11-24T23:59:59Z')).toEqual([]);
    expect(await winter.pollAt('2026-11-25T00:00:00Z')).toEqual([
      'progress-warning 2026-11-25T00:00:00.000Z SCHEDULE',
    ]);
    const summer = scheduled('2026-07-01T12:00:00Z');
    await summer.pollAt('2026-07-01T12:00:00Z');
    expect(await summer.pollAt('2026-07-01T23:00:00Z')).toEqual([
      'progress-warning 2026-07-01T23:00:00.000Z SCHEDULE',
    ]);
  });

  test('runs a job whose hour is skipped by the change to summer time once, after the gap', async () => {
    const { pollAt } = scheduled('2026-03-28T12:00:00Z');
    await pollAt('2026-03-28T12:00:00Z');
    await pollAt('2026-03-29T00:00:00Z');
    expect(await pollAt('2026-03-29T01:00:00Z')).toEqual([
      'protection-expiry 2026-03-29T01:00:00.000Z SCHEDULE',
      'pseudonymization 2026-03-29T01:00:00.000Z SCHEDULE',
    ]);
    expect(await pollAt('2026-03-29T01:59:00Z')).toEqual([]);
  });

  test('runs a job whose hour comes twice when summer time ends once', async () => {
    const { pollAt } = scheduled('2026-10-24T12:00:00Z');
    await pollAt('2026-10-24T12:00:00Z');
    await pollAt('2026-10-24T23:00:00Z');
    expect(await pollAt('2026-10-25T00:00:00Z')).toEqual([
      'protection-expiry 2026-10-25T00:00:00.000Z SCHEDULE',
    ]);
    expect(await pollAt('2026-10-25T01:00:00Z')).toEqual([]);
  });

  test('runs only the latest of several missed slots after a long sleep', async () => {
    const { pollAt } = scheduled('2026-11-20T12:00:00Z');
    await pollAt('2026-11-20T12:00:00Z');
    expect(await pollAt('2026-11-24T00:30:00Z')).toEqual([
      'protection-expiry 2026-11-23T01:00:00.000Z CATCH_UP',
      'pseudonymization 2026-11-23T02:00:00.000Z CATCH_UP',
      'import-archival 2026-11-23T03:00:00.000Z CATCH_UP',
      'event-archival 2026-11-23T03:30:00.000Z CATCH_UP',
      'projection-check 2026-11-23T04:00:00.000Z CATCH_UP',
      'webhook-retention 2026-11-23T04:30:00.000Z CATCH_UP',
      'conflict-check-retention 2026-11-23T05:00:00.000Z CATCH_UP',
      'record-retention 2026-11-23T05:30:00.000Z CATCH_UP',
      'progress-warning 2026-11-24T00:00:00.000Z CATCH_UP',
    ]);
  });

  test('runs nothing again when the clock is set back', async () => {
    const { pollAt } = scheduled('2026-11-24T12:00:00Z');
    await pollAt('2026-11-24T12:00:00Z');
    expect(await pollAt('2026-11-22T12:00:00Z')).toEqual([]);
    expect(await pollAt('2026-11-24T12:00:00Z')).toEqual([]);
  });

  test('leaves a slot that another process claimed alone', async () => {
    const claimed = new Set<string>();
    const first = scheduled('2026-11-24T12:00:00Z', { claimed });
    const second = scheduled('2026-11-24T12:00:00Z', { claimed });
    expect(await first.pollAt('2026-11-24T12:00:00Z')).toHaveLength(NIGHTLY_JOBS.length);
    expect(await second.pollAt('2026-11-24T12:00:00Z')).toEqual([]);
  });

  test('follows a changed cron time without running its past', async () => {
    const { pollAt, change } = scheduled('2026-11-24T12:00:00Z');
    await pollAt('2026-11-24T12:00:00Z');
    change('protection-expiry', '30 11 * * *');
    expect(await pollAt('2026-11-24T12:01:00Z')).toEqual([]);
    expect(await pollAt('2026-11-25T10:30:00Z')).toContain(
      'protection-expiry 2026-11-25T10:30:00.000Z SCHEDULE',
    );
  });

  test('ticks at their pace, never over themselves, and outlives one that fails', async () => {
    const ticked: string[] = [];
    let release = () => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const ticks: Tick[] = [
      { name: 'slow', everyMs: 1_000, run: () => slow.then(() => ticked.push('slow')) },
      { name: 'bad', everyMs: 60_000, run: () => Promise.reject(new Error('no luck')) },
      { name: 'good', everyMs: 60_000, run: async () => ticked.push('good') },
    ];
    const { scheduler, pollAt } = scheduled('2026-11-24T12:00:00Z', { ticks });
    const first = scheduler.poll();
    await pollAt('2026-11-24T12:00:05Z');
    await pollAt('2026-11-24T12:01:00Z');
    release();
    await first;
    expect(ticked).toEqual(['good', 'good', 'slow']);
  });

  test('starts nothing more once stopped', async () => {
    const { scheduler, pollAt } = scheduled('2026-11-24T12:00:00Z');
    await scheduler.stop();
    expect(await pollAt('2026-11-24T12:00:00Z')).toEqual([]);
  });
});

test('a slot counts from its very instant', () => {
  const at = (iso: string) => latestSlotOf('0 1 * * *', BERLIN, new Date(iso))?.toISOString();
  expect(at('2026-11-24T00:00:00.000Z')).toBe('2026-11-24T00:00:00.000Z');
  expect(at('2026-11-23T23:59:59.999Z')).toBe('2026-11-23T00:00:00.000Z');
});

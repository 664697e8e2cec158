import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { NIGHTLY_JOBS } from '../../src/features/jobs/all-jobs.js';
import { createRunner } from '../../src/features/jobs/runner.js';
import { createScheduler } from '../../src/features/jobs/scheduler.js';
import { parseKeyRing } from '../../src/platform/keys/key-ring.js';
import { loadSchedule } from '../../src/platform/settings/load-schedule.js';
import { testClock } from '../support/clock.js';
import { testDatabase } from '../support/test-file.js';

const log = pino({ level: 'silent' });
const KEYS = parseKeyRing(`1:${Buffer.alloc(32, 7).toString('base64')}`);
const db = await testDatabase();
beforeEach(() => db.reset());

/** Three processes on one database that look at the clock at the same moments. */
function threeSchedulers(now: () => Date) {
  return [1, 2, 3].map(() =>
    createScheduler({
      runner: createRunner({ db, jobs: NIGHTLY_JOBS, keyRing: KEYS, clock: now, log }),
      ticks: [],
      loadSchedule: () => loadSchedule(db, log),
      clock: now,
      log,
    }),
  );
}

describe('three schedulers that fire together run each job once', () => {
  test.each([
    ['the night without two o’clock', '2026-03-28T12:00:00Z', '2026-03-29T06:00:00Z'],
    ['the night with two o’clock twice', '2026-10-24T12:00:00Z', '2026-10-25T06:00:00Z'],
  ])('in %s', async (_name, from, to) => {
    const clock = testClock(from);
    const schedulers = threeSchedulers(clock.now);
    const poll = () => Promise.all(schedulers.map((scheduler) => scheduler.poll()));
    // What was missed before is caught up, and is not of this night.
    await poll();
    await db.prisma.jobRun.deleteMany();
    while (clock.now() < new Date(to)) {
      clock.advance({ minutes: 30 });
      await poll();
    }
    const runs = await db.prisma.jobRun.groupBy({
      by: ['job', 'status', 'trigger'],
      _count: true,
      orderBy: { job: 'asc' },
    });
    expect(runs).toEqual(
      NIGHTLY_JOBS.map(({ name }) => name)
        .sort()
        .map((job) => ({ job, status: 'SUCCEEDED', trigger: 'SCHEDULE', _count: 1 })),
    );
    await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
  });
});

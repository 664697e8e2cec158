import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { defineJob, type Sweep } from '../../../src/features/jobs/define-job.js';
import { advanceRun } from '../../../src/features/jobs/job-run.js';
import { progressWarning } from '../../../src/features/jobs/progress-warning.js';
import { LeaseLostError } from '../../../src/platform/loops/lease.js';
import { testClock } from '../../support/clock.js';
import { TEST_DATABASE_URL } from '../../support/database.js';
import { makeUser } from '../../support/factories.js';
import { testDatabase } from '../../support/test-file.js';
import { gate, makeDueLeads, nightlyRunner, recordingLog } from './nightly.js';

const db = await testDatabase();
beforeEach(() => db.reset());

const clock = testClock('2026-03-01T00:00:00Z');
beforeEach(() => clock.set('2026-03-01T00:00:00Z'));

const slot = new Date('2026-03-01T00:00:00Z');
const scheduled = { job: 'progress-warning', slot, trigger: 'SCHEDULE' } as const;
const byHand = () =>
  ({
    job: 'progress-warning',
    asOf: clock.now(),
    by: { actor: SYSTEM_ACTOR, requestId: null },
  }) as const;

async function makeDue(count: number): Promise<string[]> {
  const owner = await makeUser(db);
  const leads = Array.from({ length: count }, (_, index) => ({
    // Several in the same millisecond: the position has to tell them apart by id.
    assignedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, 0, index >> 3)).toISOString(),
  }));
  return makeDueLeads(db, owner.id, clock.now(), leads);
}

const progressPayload = z.object({
  job: z.literal('progress-warning'),
  processed: z.number(),
  failed: z.literal(0),
  status: z.enum(['RUNNING', 'SUCCEEDED']),
});

const warned = () => db.prisma.lead.count({ where: { warningIssuedAt: { not: null } } });
const runs = () => db.prisma.jobRun.findMany({ orderBy: { id: 'asc' } });

/** Breaks the invariant that an ACTIVE lead has a current ownership: such a lead fails. */
async function poison(ids: readonly string[]): Promise<void> {
  await db.prisma.ownership.updateMany({
    where: { leadId: { in: [...ids] } },
    data: { endedAt: clock.now(), endReason: 'RELEASED' },
  });
}

describe('a run', () => {
  test('works in batches of 100 and is recorded with its progress', async () => {
    await makeDue(250);
    await nightlyRunner(db, clock).runSlot(scheduled);
    expect(await warned()).toBe(250);
    expect(await runs()).toMatchObject([
      {
        job: 'progress-warning',
        slot,
        trigger: 'SCHEDULE',
        status: 'SUCCEEDED',
        processed: 250,
        failed: 0,
        error: null,
        leaseUntil: null,
        finishedAt: clock.now(),
      },
    ]);
    const progress = await db.prisma.domainEvent.findMany({
      where: { type: 'JOB_RUN_PROGRESSED' },
      orderBy: { seq: 'asc' },
    });
    const told = progress.map(({ payload }) => progressPayload.parse(payload));
    expect(told.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 4 }, () => 'RUNNING'),
      'SUCCEEDED',
    ]);
    // On a server two batches are under way at once, and the last, small one may be done first.
    const totals = told.map(({ processed }) => processed);
    const steps = totals.map((total, index) => total - (totals[index - 1] ?? 0));
    expect([steps[0], steps.slice(1, 4).sort((a, b) => a - b), steps[4]]).toEqual([
      0,
      [50, 100, 100],
      0,
    ]);
  });

  test('that comes late does what is due by now, and not only what was due at its slot', async () => {
    const owner = await makeUser(db);
    await makeDueLeads(db, owner.id, clock.now(), [{ assignedAt: '2026-01-08T09:00:00Z' }]);
    clock.set('2026-03-03T00:00:00Z');
    await nightlyRunner(db, clock).runSlot({ ...scheduled, trigger: 'CATCH_UP' });
    expect(await warned()).toBe(1);
  });

  test('of a slot happens once, whoever claims it', async () => {
    await makeDue(5);
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => nightlyRunner(db, clock).runSlot(scheduled)),
    );
    expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
    expect(await nightlyRunner(db, clock).runSlot(scheduled)).toBeNull();
    expect(await runs()).toHaveLength(1);
  });

  test('by hand may be asked for twice in the same millisecond', async () => {
    const runner = nightlyRunner(db, clock);
    await Promise.all([runner.runNow(byHand()), runner.runNow(byHand())]);
    expect(await runs()).toMatchObject([{ status: 'SUCCEEDED' }, { status: 'SUCCEEDED' }]);
  });

  test('that is stopped between two batches is resumed where it stopped', async () => {
    await makeDue(250);
    const stopping = new AbortController();
    const runner = nightlyRunner(db, {
      now() {
        // Asked when the run is claimed, for the settings that are due, and for each batch: twice for what is stale, which is nothing,
        // and the third batch of warnings does not begin.
        if (asked++ === 5) stopping.abort();
        return clock.now();
      },
    });
    let asked = 0;
    expect(await runner.runSlot(scheduled, stopping.signal)).toMatchObject({ status: 'RUNNING' });
    expect(await warned()).toBe(200);
    expect(await runs()).toMatchObject([{ status: 'RUNNING', processed: 200 }]);

    clock.advance({ minutes: 5 });
    const outcomes = await nightlyRunner(db, clock).resumeAbandoned();
    expect(outcomes).toMatchObject([{ status: 'SUCCEEDED' }]);
    expect(await runs()).toMatchObject([{ status: 'SUCCEEDED', processed: 250, leaseToken: 2 }]);
    expect(await db.prisma.reminder.count()).toBe(250);
  });

  test('whose process is alive is not taken over', async () => {
    await makeDue(5);
    const stopped = new AbortController();
    stopped.abort();
    await nightlyRunner(db, clock).runSlot(scheduled, stopped.signal);
    await db.prisma
      .$executeRaw`UPDATE job_run SET lease_until = clock_timestamp() + interval '1 hour'`;
    expect(await nightlyRunner(db, clock).resumeAbandoned()).toEqual([]);
  });

  test('that was taken over can book nothing more under its old token', async () => {
    await makeDue(5);
    const stopped = new AbortController();
    stopped.abort();
    const outcome = await nightlyRunner(db, clock).runSlot(scheduled, stopped.signal);
    await db.prisma.$executeRaw`UPDATE job_run SET lease_token = lease_token + 1`;
    const held = {
      id: outcome?.runId ?? '',
      job: 'progress-warning',
      asOf: slot,
      leaseToken: 1,
    } as const;
    await expect(db.transaction((tx) => advanceRun(tx, held, { processed: 1 }))).rejects.toThrow(
      LeaseLostError,
    );
  });

  test('that loses its lease in the middle rolls the batch back and leaves the run to the other', async () => {
    await makeDue(550);
    const runner = nightlyRunner(
      {
        ...db,
        async transaction(work, options) {
          if ((await warned()) > 0) {
            await db.prisma
              .$executeRaw`UPDATE job_run SET lease_token = 7 WHERE status = 'RUNNING'`;
          }
          return db.transaction(work, options);
        },
      },
      clock,
    );
    expect(await runner.runSlot(scheduled)).toMatchObject({ status: 'LOST' });
    const [run] = await runs();
    expect(run).toMatchObject({ status: 'RUNNING', leaseToken: 7 });
    expect(run?.processed).toBeLessThan(500);
    expect(await warned()).toBe(run?.processed);
  });
});

describe('a row that cannot be done', () => {
  test('is counted as failed and keeps nothing else from being done', async () => {
    const ids = await makeDue(120);
    await poison(ids.slice(3, 5));
    const { log, alerts } = recordingLog();
    await nightlyRunner(db, clock, log).runSlot(scheduled);
    expect(await warned()).toBe(118);
    expect(await runs()).toMatchObject([{ status: 'SUCCEEDED', processed: 118, failed: 2 }]);
    expect(alerts()).toEqual([]);
  });

  test('makes no run fail as long as there are no more than ten', async () => {
    const ids = await makeDue(30);
    await poison(ids.slice(0, 10));
    const { log, alerts } = recordingLog();
    await nightlyRunner(db, clock, log).runSlot(scheduled);
    expect(await runs()).toMatchObject([{ status: 'SUCCEEDED', failed: 10, error: null }]);
    expect(alerts()).toEqual([]);
  });

  test('raises an alert when there are more than ten, and the run counts as failed', async () => {
    const ids = await makeDue(30);
    await poison(ids.slice(0, 11));
    const { log, alerts } = recordingLog();
    await nightlyRunner(db, clock, log).runSlot(scheduled);
    expect(await warned()).toBe(19);
    expect(await runs()).toMatchObject([
      { status: 'FAILED', processed: 19, failed: 11, error: '11 rows failed' },
    ]);
    expect(alerts()).toMatchObject([{ msg: 'more than 10 rows failed', level: 50 }]);
  });
});

test.skipIf(!TEST_DATABASE_URL)(
  'passes over rows that others have locked (needs a server: PGlite has one connection)',
  async () => {
    const [locked, ...others] = await makeDue(150);
    const ended = gate();
    const isLocked = gate();
    const locking = db.transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM lead WHERE id = ${locked}::uuid FOR UPDATE`;
      isLocked.open();
      await ended.opened;
    });
    await isLocked.opened;
    await nightlyRunner(db, clock).runSlot(scheduled);
    ended.open();
    await locking;
    expect(await warned()).toBe(others.length);
    await nightlyRunner(db, clock).runNow(byHand());
    expect(await warned()).toBe(150);
  },
);

test.skipIf(!TEST_DATABASE_URL)(
  'two runs at once share the work and warn nobody twice (needs a server)',
  async () => {
    await makeDue(450);
    const runner = nightlyRunner(db, clock);
    await Promise.all([runner.runNow(byHand()), runner.runNow(byHand())]);
    expect(await warned()).toBe(450);
    expect(await db.prisma.reminder.count()).toBe(450);
    expect(await db.prisma.outboxEmail.count()).toBe(450);
    const finished = await runs();
    expect(finished.reduce((sum, { processed }) => sum + processed, 0)).toBe(450);
    expect(finished.every(({ failed }) => failed === 0)).toBe(true);
  },
);

test.skipIf(!TEST_DATABASE_URL)(
  'comes back in the same run for rows that others had locked when it passed (needs a server)',
  async () => {
    const [locked = '', ...others] = await makeDue(20);
    const ended = gate();
    const isLocked = gate();
    const locking = db.transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM lead WHERE id = ${locked}::uuid FOR UPDATE`;
      isLocked.open();
      await ended.opened;
    });
    await isLocked.opened;
    const warnings = 'sweeps' in progressWarning ? progressWarning.sweeps[1] : undefined;
    if (warnings?.action !== 'WARN') throw new Error('the second sweep does not warn');
    const passed: string[][] = [];
    const watched: Sweep = {
      ...warnings,
      // The other one is done before the first pass is.
      async apply(ctx, rows) {
        passed.push(rows.map(({ id }) => id));
        ended.open();
        await locking;
        return warnings.apply(ctx, rows);
      },
    };
    const job = defineJob({ name: 'progress-warning', sweeps: [watched] });
    await nightlyRunner(db, clock, undefined, [job]).runSlot(scheduled);
    expect(passed.map((ids) => ids.includes(locked))).toEqual([false, true]);
    expect(await warned()).toBe(others.length + 1);
  },
);

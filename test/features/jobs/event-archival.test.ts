import { beforeEach, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import { CursorExpiredError } from '../../../src/domain/errors.js';
import { createHub } from '../../../src/platform/events/hub.js';
import { readLog, readLogState } from '../../../src/platform/events/read-log.js';
import { createSequencer } from '../../../src/platform/events/sequencer.js';
import { createMemoryWakeUp } from '../../../src/platform/events/wake-up-memory.js';
import {
  commitNumbered,
  following,
  NEVER_MS,
  quiet,
  range,
  take,
} from '../../platform/events/event-setup.js';
import { testClock } from '../../support/clock.js';
import { cursorAt, cursors } from '../../support/cursors.js';
import { testDatabase } from '../../support/test-file.js';
import { nightlyRunner } from './nightly.js';

const db = await testDatabase();
const clock = testClock('2026-09-01T00:00:00Z');
const by = { actor: SYSTEM_ACTOR, requestId: null };
const run = (asOf = clock.now()) =>
  nightlyRunner(db, clock).runNow({ job: 'event-archival', asOf, by });
const set = (key: string, value: string | number) =>
  db.prisma.setting.create({ data: { key, value } });
const sequencer = createSequencer({
  db,
  wakeUp: createMemoryWakeUp(),
  log: quiet,
  pollMs: NEVER_MS,
});

/** 250 events of March, and ten of today. */
beforeEach(async () => {
  await db.reset();
  clock.set('2026-09-01T00:00:00Z');
  await commitNumbered(db, 1, 250);
  await commitNumbered(db, 251, 260);
  await db.prisma.$executeRaw`
    UPDATE domain_event SET occurred_at = ${clock.now().toISOString()}::timestamptz
    WHERE (payload ->> 'n')::int > 250`;
  await sequencer.catchUp();
});

const numbersKept = async () =>
  (
    await db.prisma.domainEvent.findMany({
      where: { type: 'ACTIVITY_LOGGED' },
      orderBy: { position: 'asc' },
    })
  ).map(({ position }) => Number(position));

test('cuts off what is older than the log keeps, and cursors before that have expired', async () => {
  const { status } = await run();
  expect(status).toBe('SUCCEEDED');
  expect(await numbersKept()).toEqual(range(251, 260));
  const log = await readLogState(db.prisma);
  expect(log.firstPosition).toBe(251);

  const actor = SYSTEM_ACTOR;
  const page = (position: number) =>
    db.transaction((tx) =>
      readLog(tx, { actor, cursors, first: 100, after: cursorAt(log.epoch, position) }),
    );
  await expect(page(249)).rejects.toThrow(CursorExpiredError);
  expect((await page(250)).events.map(({ position }) => position).slice(0, 10)).toEqual(
    range(251, 260),
  );
  expect(await db.prisma.domainEventArchive.count()).toBe(0);
});

test('a second run finds nothing, and the numbers go on', async () => {
  await run();
  await run();
  const runs = await db.prisma.jobRun.findMany({ orderBy: { id: 'asc' } });
  expect(runs.map(({ processed, failed }) => [processed, failed])).toEqual([
    [250, 0],
    [0, 0],
  ]);
  await sequencer.catchUp();
  const before = (await readLogState(db.prisma)).lastPosition;
  await commitNumbered(db, 261, 261);
  await sequencer.catchUp();
  expect((await readLogState(db.prisma)).lastPosition).toBe(before + 1);
});

test('never leaves a gap: what follows a younger event stays', async () => {
  await db.prisma.$executeRaw`
    UPDATE domain_event SET occurred_at = ${clock.now().toISOString()}::timestamptz WHERE position = 120`;
  await run();
  expect(await numbersKept()).toEqual(range(120, 260));
  expect((await readLogState(db.prisma)).firstPosition).toBe(120);
});

test('keeps as many days as the setting says', async () => {
  await set('events.retentionDays', 3650);
  await run();
  expect(await numbersKept()).toEqual(range(1, 260));
});

test('moves events to the archive if it is to, and forgets them there in the end', async () => {
  await set('events.retentionMode', 'ARCHIVE');
  await set('events.archiveDays', 30);
  await run();
  const archived = await db.prisma.domainEventArchive.findMany({ orderBy: { position: 'asc' } });
  expect(archived.map(({ position }) => Number(position))).toEqual(range(1, 250));
  expect(archived[41]).toMatchObject({
    type: 'ACTIVITY_LOGGED',
    payload: { n: 42 },
    archivedAt: clock.now(),
  });
  clock.advance({ days: 31 });
  await run();
  expect(await db.prisma.domainEventArchive.count()).toBe(0);
});

test('a follower that has read on does not notice', async () => {
  const wakeUp = createMemoryWakeUp();
  const hub = createHub({ db, wakeUp, log: quiet, pollMs: NEVER_MS });
  await hub.start();
  const flow = following(hub).follow({ actor: SYSTEM_ACTOR, types: ['ACTIVITY_LOGGED'] });
  await run();
  await commitNumbered(db, 261, 262);
  await sequencer.catchUp();
  await hub.refresh();
  expect((await take(flow, 2)).map(({ payload }) => payload.n)).toEqual([261, 262]);
  await hub.stop();
});

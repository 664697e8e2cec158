import { pino } from 'pino';
import { beforeEach, expect, test } from 'vitest';
import { createDatabaseClock } from '../../../src/platform/db/database-clock.js';

const HOUR_MS = 3_600_000;
const logged: string[] = [];
const log = pino({}, { write: (line) => void logged.push(JSON.parse(line).msg) });

/** Three clocks, in epoch milliseconds but for what has elapsed. */
const time = { database: 0, machine: 0, elapsed: 0 };
beforeEach(() => {
  Object.assign(time, { database: 100 * HOUR_MS, machine: 100 * HOUR_MS, elapsed: 0 });
  logged.length = 0;
});

function pass(ms: number): void {
  time.database += ms;
  time.machine += ms;
  time.elapsed += ms;
}

/** `roundTripMs` passes while the database is asked. */
function clockOn(kind: 'pglite' | 'postgres', roundTripMs = () => 0) {
  return createDatabaseClock({
    log,
    machine: () => time.machine,
    elapsed: () => time.elapsed,
    db: {
      kind,
      async queryAs<T>() {
        pass(roundTripMs() / 2);
        const row = { ms: String(time.database) };
        pass(roundTripMs() / 2);
        return [row as T];
      },
    },
  });
}

test('a machine that is an hour fast goes by the clock of the database, and says so once', async () => {
  time.machine += HOUR_MS;
  const clock = clockOn('postgres', () => 40);
  await clock.measure();
  await clock.measure();
  pass(5_000);
  expect(clock.now().getTime()).toBe(time.database);
  expect(logged).toEqual(["this machine's clock is wrong; the time of the database counts"]);
  time.machine -= HOUR_MS;
  await clock.measure();
  expect(logged.slice(1)).toEqual(["this machine's clock is right again"]);
});

test('a jump of the machine’s clock between two measurements changes nothing', async () => {
  const clock = clockOn('postgres');
  await clock.measure();
  time.machine -= HOUR_MS;
  pass(1_000);
  expect(clock.now().getTime()).toBe(time.database);
});

test('a clock of the database that is set anew is followed, the way there and back is not', async () => {
  const clock = clockOn('postgres', () => 60);
  await clock.measure();
  const before = clock.now().getTime() - time.database;
  await clock.measure();
  expect(clock.now().getTime() - time.database).toBe(before);
  time.database += 2_000;
  await clock.measure();
  expect(clock.now().getTime()).toBe(time.database);
});

test('an answer that took too long is not believed', async () => {
  let roundTripMs = 0;
  const clock = clockOn('postgres', () => roundTripMs);
  await clock.measure();
  roundTripMs = 3_000;
  time.database += 5_000;
  await clock.measure();
  expect(clock.now().getTime()).toBe(time.database - 5_000);
});

test('before it has asked, and where the database is within the process, the machine’s clock counts', async () => {
  expect(clockOn('postgres').now().getTime()).toBe(time.machine);
  const embedded = clockOn('pglite');
  await embedded.measure();
  time.machine += HOUR_MS;
  expect(embedded.now().getTime()).toBe(time.machine);
});

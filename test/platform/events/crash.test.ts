import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { AS_SYSTEM } from '../../../src/domain/actor.js';
import { type Database, type DatabaseConfig, openDatabase } from '../../../src/platform/db/open.js';
import { createHub } from '../../../src/platform/events/hub.js';
import { readLogState } from '../../../src/platform/events/read-log.js';
import { createSequencer } from '../../../src/platform/events/sequencer.js';
import { createMemoryWakeUp } from '../../../src/platform/events/wake-up-memory.js';
import { cursorAt } from '../../support/cursors.js';
import { makeTestDatabase } from '../../support/database.js';
import {
  admin,
  commitNumbered,
  following,
  numbersOf,
  positionsOf,
  quiet,
  take,
} from './event-setup.js';

/** Runs the writer until it says that it is stuck where we want it, and kills it there. */
async function crash(mode: string, config: DatabaseConfig): Promise<void> {
  const script = fileURLToPath(new URL('crashing-writer.ts', import.meta.url));
  const args = ['--import', 'tsx', script, mode, JSON.stringify(config)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const said = await Promise.race([once(child.stdout, 'data'), exited]);
  child.kill('SIGKILL');
  await exited;
  expect(String(said[0])).toBe(`${mode}\n`);
}

/** A process that starts on what the crashed one left; returns what a subscriber then sees. */
async function restart(db: Database) {
  const wakeUp = createMemoryWakeUp();
  const sequencer = createSequencer({ db, wakeUp, log: quiet });
  const hub = createHub({ db, wakeUp, log: quiet });
  await hub.start();
  const { epoch } = await db.transaction((tx) => readLogState(tx), AS_SYSTEM);
  const flow = following(hub).follow({ actor: admin, after: cursorAt(epoch, 1) });
  sequencer.start();
  await commitNumbered(db, 3, 3);
  sequencer.kick();
  const events = await take(flow, 2);
  await commitNumbered(db, 4, 4);
  events.push(...(await take(flow, 1)));
  await hub.stop();
  await sequencer.stop();
  return events;
}

describe('an event of a process killed', () => {
  test.each([
    ['committed', 'between its commit and its numbering'],
    ['numbered', 'between its numbering and its announcement'],
  ])('after it was %s (%s) arrives after the restart, once and in order', async (mode) => {
    const { config, remove } = await makeTestDatabase();
    try {
      await crash(mode, config);
      const db = await openDatabase(config);
      const events = await restart(db);
      await db.stop();
      expect(numbersOf(events)).toEqual([2, 3, 4]);
      expect(positionsOf(events)).toEqual([2, 3, 4]);
    } finally {
      await remove();
    }
  });
});

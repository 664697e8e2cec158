import { writeSync } from 'node:fs';
import { type DatabaseConfig, openDatabase } from '../../../src/platform/db/open.js';
import { createSequencer } from '../../../src/platform/events/sequencer.js';
import { createMemoryWakeUp } from '../../../src/platform/events/wake-up-memory.js';
import { commitNumbered, NEVER_MS, quiet } from './event-setup.js';

/**
 * A process that publishes event 1, and gets stuck with event 2 between commit and publishing, for somebody to kill it:
 * `committed`, before it has a position, or `numbered`, when it has one that nobody was told.
 */
const [mode, config] = process.argv.slice(2);
const db = await openDatabase(JSON.parse(config ?? '') as DatabaseConfig);

const wakeUp = createMemoryWakeUp();
let stuck = false;
const sequencer = createSequencer({
  db,
  log: quiet,
  pollMs: NEVER_MS,
  wakeUp: {
    ...wakeUp,
    announce(position) {
      if (stuck) stayForever('numbered');
      return wakeUp.announce(position);
    },
  },
});

await commitNumbered(db, 1, 1);
await sequencer.catchUp();
stuck = true;
await commitNumbered(db, 2, 2);
if (mode === 'numbered') await sequencer.catchUp();
else stayForever('committed');

/** Blocks the whole process: nothing more can happen in it, only to it. */
function stayForever(where: string): never {
  writeSync(1, `${where}\n`);
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

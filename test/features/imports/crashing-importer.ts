import { type DatabaseConfig, openDatabase } from '../../../src/platform/db/open.js';
import { worker } from './importing.js';

// Works off the import that waits in the database, until the fourth batch is written and not yet committed.
const [, , config = ''] = process.argv;
const db = await openDatabase(JSON.parse(config) as DatabaseConfig);
const COMMITTED_BATCHES = 3;
let batches = 0;
setInterval(() => {}, 1_000);

await worker(
  {
    ...db,
    transaction: (work, options) =>
      db.transaction(async (tx) => {
        const result = await work(tx);
        const written = await tx.importRow.count();
        if (written > batches * 100 && ++batches > COMMITTED_BATCHES) {
          process.stdout.write('halfway\n');
          await new Promise(() => {});
        }
        return result;
      }, options),
  },
  { now: () => new Date('2026-11-24T12:00:00Z') },
).kick();

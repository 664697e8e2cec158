// A process of its own: `lock` holds the lock of a directory, `write` opens the database in it and commits a user.
// It says "ready" and stays until it is killed.

import { AS_SYSTEM } from '../../../src/domain/actor.js';
import { newId } from '../../../src/platform/db/ids.js';
import { lockDataDir } from '../../../src/platform/db/lock-data-dir.js';
import { openDatabase } from '../../../src/platform/db/open.js';

const [mode, dir = ''] = process.argv.slice(2);
if (mode === 'lock') await lockDataDir(dir);
if (mode === 'write') {
  const db = await openDatabase({ kind: 'pglite', dir });
  const data = { id: newId(), email: 'anna@example.com', name: 'Anna', role: 'REP' };
  await db.transaction((tx) => tx.user.create({ data }), AS_SYSTEM);
}
console.log('ready');
setInterval(() => {}, 60_000);

// A process of its own: `lock` holds the lock of a directory, `write` opens the database in it and commits a user.
// It says "ready" and stays until it is killed.

import { newId } from '../../src/db/ids.js';
import { lockDataDir } from '../../src/db/lock-data-dir.js';
import { openDatabase } from '../../src/db/open.js';

const [mode, dir = ''] = process.argv.slice(2);
if (mode === 'lock') await lockDataDir(dir);
if (mode === 'write') {
  const db = await openDatabase({ kind: 'pglite', dir });
  await db.prisma.user.create({
    data: { id: newId(), email: 'anna@example.com', name: 'Anna', role: 'REP' },
  });
}
console.log('ready');
setInterval(() => {}, 60_000);

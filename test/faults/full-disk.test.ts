import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AS_SYSTEM } from '../../src/domain/actor.js';
import { newId } from '../../src/platform/db/ids.js';
import { type Database, openDatabase } from '../../src/platform/db/open.js';
import { TEST_DATABASE_URL } from '../support/database.js';
import { isRoot, runToEnd } from './binaries.js';

const MB = 2 ** 20;
const DISK_MB = 180;

// Mounting is for root, and not everywhere even for root. A server's disk is the server's affair.
const dir = await mkdtemp(join(tmpdir(), 'lw-disk-'));
const mounted =
  !TEST_DATABASE_URL &&
  isRoot() &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'none', dir]).status === 0;

afterAll(async () => {
  if (mounted) runToEnd('umount', ['-l', dir]);
  await rm(dir, { recursive: true, force: true });
});

const why = TEST_DATABASE_URL ? 'for the embedded database only' : 'a disk cannot be mounted here';

describe.skipIf(!mounted)(`on a full disk${mounted ? '' : ` (skipped: ${why})`}`, () => {
  const config = { kind: 'pglite', dir: join(dir, 'data') } as const;
  const ballast = join(dir, 'ballast');
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase(config);
  });
  afterAll(() => db.stop());

  async function leave(bytes: number): Promise<void> {
    await rm(ballast, { force: true });
    const { bavail, bsize } = await statfs(dir);
    await writeFile(ballast, Buffer.alloc(bavail * bsize - bytes));
  }

  let serial = 0;
  /** Two rows that belong together, and do not shrink when they are written. */
  const write = () => {
    serial += 1;
    const pair = ['a', 'b'].map((half) => ({
      id: newId(),
      email: `${serial}-${half}@example.com`,
      name: randomBytes(100_000).toString('base64'),
      role: 'REP',
    }));
    return db.transaction(async (tx) => {
      for (const data of pair) await tx.user.create({ data });
    }, AS_SYSTEM);
  };
  const count = () => db.transaction((tx) => tx.user.count(), AS_SYSTEM);

  const FULL = {
    code: 'UNAVAILABLE',
    message:
      'The database takes nothing more at the moment, its disk may be full. Reading goes on.',
  };

  test('it is refused in plain words what does not fit, nothing is half written, reading goes on', async () => {
    await leave(70 * MB);
    let written = 0;
    const untilRefused = async () => {
      for (;;) {
        await write();
        written += 1;
      }
    };
    await expect(untilRefused()).rejects.toMatchObject(FULL);
    expect(written).toBeGreaterThan(0);
    expect(await count()).toBe(2 * written);
    await expect(write()).rejects.toMatchObject(FULL);
    expect(await count()).toBe(2 * written);
  });

  test('a database is not even opened, and says how much there should be', async () => {
    await db.stop();
    await expect(openDatabase(config)).rejects.toThrow(
      /^The disk of the data directory .*data is full: \d+ MB are free, at least 64 MB are needed\.$/,
    );
  });

  test('it goes on with what was committed as soon as there is room', async () => {
    await rm(ballast);
    db = await openDatabase(config);
    const before = await count();
    await leave(50 * MB);
    await expect(write()).rejects.toMatchObject(FULL);
    await rm(ballast);
    await write();
    expect(await count()).toBe(before + 2);
  });
});

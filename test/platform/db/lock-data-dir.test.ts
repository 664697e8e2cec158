import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AS_SYSTEM } from '../../../src/domain/actor.js';
import { lockDataDir } from '../../../src/platform/db/lock-data-dir.js';
import { openDatabase } from '../../../src/platform/db/open.js';
import { makeDataDir } from '../../support/database.js';

let dir: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'leadwarden-lock-'));
});

afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  await rm(dir, { recursive: true });
});

test('a second process is refused and told the directory and the process', async () => {
  const holder = await startChild('lock');
  await expect(lockDataDir(dir)).rejects.toThrow(
    `The data directory ${dir} is in use by the process ${holder.pid}.`,
  );
});

test('the lock of a killed process is free', async () => {
  await kill(await startChild('lock'));
  const lock = await lockDataDir(dir);
  await lock.release();
});

test('a process that is stopped keeps its lock', async () => {
  const holder = await startChild('lock');
  holder.kill('SIGSTOP');
  await expect(lockDataDir(dir)).rejects.toThrow(`in use by the process ${holder.pid}.`);
});

test('the same process cannot lock a directory twice, but again after releasing it', async () => {
  const first = await lockDataDir(dir);
  await expect(lockDataDir(dir)).rejects.toThrow(`in use by the process ${process.pid}.`);
  await first.release();
  await (await lockDataDir(dir)).release();
  expect(await readdir(path.join(dir, 'lock'))).toEqual([]);
});

test('of many that ask at once one gets the lock', async () => {
  for (let round = 0; round < 5; round++) {
    const asked = await Promise.allSettled(Array.from({ length: 6 }, () => lockDataDir(dir)));
    const won = asked.filter((result) => result.status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const { value } of won) await value.release();
  }
});

test('a file that is no socket does not keep the directory locked', async () => {
  await mkdir(path.join(dir, 'lock'));
  await writeFile(path.join(dir, 'lock', '4711-stale.sock'), '');
  await (await lockDataDir(dir)).release();
});

test('a directory whose path is too long for a socket is refused with advice', async () => {
  const long = path.join(dir, 'x'.repeat(120));
  await expect(lockDataDir(long)).rejects.toThrow('Choose a shorter DATA_DIR.');
});

test('what was committed is there after the process was killed, behind closed doors', async () => {
  const data = path.join(dir, 'data');
  await makeDataDir(data);
  const writer = await startChild('write', data);
  await expect(openDatabase({ kind: 'pglite', dir: data })).rejects.toThrow(
    `in use by the process ${writer.pid}.`,
  );
  await kill(writer);
  const db = await openDatabase({ kind: 'pglite', dir: data });
  expect(db.migrated).toEqual([]);
  const users = db.transaction((tx) => tx.user.findMany({ select: { name: true } }), AS_SYSTEM);
  expect(await users).toEqual([{ name: 'Anna' }]);
  await db.stop();
});

async function startChild(mode: 'lock' | 'write', directory = dir): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./hold-data-dir.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, mode, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { EXIT, StartUpError } from './start-up-error.js';

/**
 * Makes the directory, readable for its owner only, with its missing parents.
 * @throws StartUpError if that fails
 */
export async function makeDataDir(dir: string): Promise<void> {
  try {
    await makeEach(path.resolve(dir));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartUpError(
      `The data directory ${path.resolve(dir)} cannot be used: ${why}. ` +
        'DATA_DIR must name a directory that this user may make or write to.',
      EXIT.config,
      { cause: error },
    );
  }
}

/** One level after the other: in a file system that makes no directories, as /proc, Node's recursive mkdir never ends. */
async function makeEach(dir: string): Promise<void> {
  const missing: string[] = [];
  let there = dir;
  while (!(await isDirectory(there))) {
    missing.unshift(there);
    there = path.dirname(there);
  }
  for (const each of missing) {
    await mkdir(each, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      // Another process was faster.
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function isDirectory(at: string): Promise<boolean> {
  try {
    if ((await stat(at)).isDirectory()) return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
  throw new Error(`ENOTDIR: ${at} is a file`);
}

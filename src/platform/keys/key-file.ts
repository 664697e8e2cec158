import { randomBytes } from 'node:crypto';
import { chmod, link, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeDataDir } from '../ops/make-data-dir.js';
import { EXIT, StartUpError } from '../ops/start-up-error.js';

/** The content of a file with a key; null if there is none. */
export async function readKeyFile(file: string): Promise<string | null> {
  try {
    // A restored backup may have lost the mode.
    await chmod(file, 0o600);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    const why = error instanceof Error ? error.message : error;
    throw new StartUpError(`The key file ${file} cannot be read: ${why}`, EXIT.config, {
      cause: error,
    });
  }
}

/**
 * Writes a file with a new key, and returns what it holds: that of another process, if one was faster. Written aside,
 * flushed, then linked: a crash leaves no half key, and of two processes one wins.
 */
export async function createKeyFile(file: string, content: string): Promise<string> {
  await makeDataDir(dirname(file));
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(aside, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(aside);
  }
  return readFile(file, 'utf8');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

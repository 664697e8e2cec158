import { randomBytes } from 'node:crypto';
import { chmod, link, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeDataDir } from '../ops/make-data-dir.js';
import { EXIT, StartUpError } from '../ops/start-up-error.js';
import { type KeyRing, MIN_KEY_BYTES, parseKeyRing } from './key-ring.js';

/** Where the keys of the tombstones come from. */
export type PseudonymKeysConfig =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'env'; readonly keys: string };

/**
 * The keys from the environment, else from a file that is made at the first start. The file must be kept: without it
 * no erased contact is ever recognised again.
 */
export async function loadKeyRing(config: PseudonymKeysConfig): Promise<KeyRing> {
  if (config.kind === 'env') return parseKeyRing(config.keys);
  return (await readKeyRing(config)) ?? parseFile(config.file, await create(config.file));
}

/** The keys that are there; null if the file was not made yet. */
export async function readKeyRing(config: PseudonymKeysConfig): Promise<KeyRing | null> {
  if (config.kind === 'env') return parseKeyRing(config.keys);
  const text = await readIfThere(config.file);
  return text === null ? null : parseFile(config.file, text);
}

function parseFile(file: string, text: string): KeyRing {
  try {
    return parseKeyRing(text.trim());
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new StartUpError(`The key file ${file} is damaged: ${why}`, EXIT.config, {
      cause: error,
    });
  }
}

async function readIfThere(file: string): Promise<string | null> {
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

/** Written aside, flushed, then linked: a crash leaves no half key, and of two processes one wins. */
async function create(file: string): Promise<string> {
  await makeDataDir(dirname(file));
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(`1:${randomBytes(MIN_KEY_BYTES).toString('base64')}\n`);
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

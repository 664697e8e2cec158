import { randomBytes } from 'node:crypto';
import { EXIT, StartUpError } from '../ops/start-up-error.js';
import { createKeyFile, readKeyFile } from './key-file.js';
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
  return (
    (await readKeyRing(config)) ??
    parseFile(config.file, await createKeyFile(config.file, newKeyRing()))
  );
}

/** The keys that are there; null if the file was not made yet. */
export async function readKeyRing(config: PseudonymKeysConfig): Promise<KeyRing | null> {
  if (config.kind === 'env') return parseKeyRing(config.keys);
  const text = await readKeyFile(config.file);
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

function newKeyRing(): string {
  return `1:${randomBytes(MIN_KEY_BYTES).toString('base64')}\n`;
}

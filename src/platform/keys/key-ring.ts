import { createSecretKey, type KeyObject } from 'node:crypto';

export interface PseudonymKey {
  readonly version: number;
  /** Opaque: printing or serialising it does not reveal the bytes. */
  readonly secret: KeyObject;
}

/** The keys of the tombstones. New ones are made with `current`, old ones found with the others. */
export interface KeyRing {
  readonly current: PseudonymKey;
  /** All of them, the current one first. */
  readonly keys: readonly PseudonymKey[];
}

/** The size of SHA-256's output; a shorter key would be the weakest part. */
export const MIN_KEY_BYTES = 32;

const ALLOWED = 'allowed is "version:base64,…", the newest first, such as "2:bmV3…,1:b2xk…"';

/**
 * Reads keys written as `version:base64` with commas between them, newest first.
 * @throws Error that names the entry by its place, never by its content
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = text.split(',').map((entry, index) => parseKey(entry.trim(), index + 1));
  const [current] = keys;
  if (!current) throw new Error(`There are no pseudonym keys; ${ALLOWED}.`);
  keys.forEach(({ version }, index) => {
    if (keys.findIndex((key) => key.version === version) === index) return;
    throw new Error(`Pseudonym key ${index + 1} repeats the version ${version}.`);
  });
  if (keys.some(({ version }) => version > current.version)) {
    throw new Error(
      `The first pseudonym key has version ${current.version}, but a later one is newer; ${ALLOWED}.`,
    );
  }
  return { current, keys };
}

function parseKey(entry: string, place: number): PseudonymKey {
  const match = /^([1-9]\d{0,8}):([A-Za-z0-9+/_-]+={0,2})$/.exec(entry);
  if (!match) throw new Error(`Pseudonym key ${place} cannot be read; ${ALLOWED}.`);
  const [, version, base64 = ''] = match;
  // Node reads base64 and base64url alike and drops what it does not know; the pattern let none of that in.
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length < MIN_KEY_BYTES) {
    throw new Error(
      `Pseudonym key ${place} has ${bytes.length} bytes, allowed are ${MIN_KEY_BYTES} or more.`,
    );
  }
  return { version: Number(version), secret: createSecretKey(bytes) };
}

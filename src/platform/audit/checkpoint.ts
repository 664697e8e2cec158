import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRing, PseudonymKey } from '../keys/key-ring.js';

/** A position and the hash that the chain had there. */
export interface Checkpoint {
  readonly position: number;
  readonly hash: string;
  /** Null for a checkpoint that an earlier version mailed. */
  readonly seal: CheckpointSeal | null;
}

/** The seal, which proves that a checkpoint comes from an installation with the key. */
export interface CheckpointSeal {
  readonly keyVersion: number;
  readonly mac: string;
}

/** Seals a checkpoint under the current key, which is not in the database. */
export function sealCheckpoint(
  { current }: KeyRing,
  point: Pick<Checkpoint, 'position' | 'hash'>,
): CheckpointSeal {
  return { keyVersion: current.version, mac: macOf(current, point) };
}

/** The fault of a checkpoint's seal; null if it has none, or if the checkpoint has no seal. */
export function sealProblem({ keys }: KeyRing, point: Checkpoint): string | null {
  if (point.seal === null) return null;
  const { keyVersion, mac } = point.seal;
  const key = keys.find(({ version }) => version === keyVersion);
  if (key === undefined) return `the key ${keyVersion} of the checkpoint is not in PSEUDONYM_KEYS`;
  const [told, right] = [mac, macOf(key, point)].map((hex) => Buffer.from(hex, 'hex'));
  if (told && right && told.length === right.length && timingSafeEqual(told, right)) return null;
  return 'the checkpoint was not made by an installation with these PSEUDONYM_KEYS';
}

function macOf(
  key: PseudonymKey,
  { position, hash }: Pick<Checkpoint, 'position' | 'hash'>,
): string {
  return createHmac('sha256', key.secret)
    .update(`leadwarden audit checkpoint\n${position}\n${hash}`)
    .digest('hex');
}

const WRITTEN = /^([1-9]\d{0,14}):([\da-f]{64})(?::([1-9]\d{0,8}):([\da-f]{64}))?$/;

/** Of a checkpoint as it was mailed, such as `4711:9f…`, and with its seal of newer mails; null if it is none. */
export function readCheckpoint(text: string): Checkpoint | null {
  const match = WRITTEN.exec(text);
  if (!match) return null;
  const [, position, hash = '', keyVersion, mac] = match;
  const seal = mac === undefined ? null : { keyVersion: Number(keyVersion), mac };
  return { position: Number(position), hash, seal };
}

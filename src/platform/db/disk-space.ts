import { statfsSync } from 'node:fs';
import { EXIT, StartUpError } from '../ops/start-up-error.js';

/**
 * The disk space that an embedded database must always have. PostgreSQL ends itself when it cannot make the next file
 * of its log (16 MB), and inside this process there is nothing to end: it would hang for good.
 */
const RESERVE_BYTES = 64 * 1024 * 1024;

/** Whether the disk of the directory has room for more than the reserve. Costs microseconds. */
export function hasRoom(dir: string): boolean {
  return freeBytes(dir) > RESERVE_BYTES;
}

/** @throws StartUpError telling how much there is and how much there should be */
export function requireRoom(dir: string): void {
  if (hasRoom(dir)) return;
  const [free, needed] = [freeBytes(dir), RESERVE_BYTES].map((bytes) =>
    Math.floor(bytes / 2 ** 20),
  );
  throw new StartUpError(
    `The disk of the data directory ${dir} is full: ${free} MB are free, at least ${needed} MB are needed.`,
    EXIT.unavailable,
  );
}

function freeBytes(dir: string): number {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize;
}

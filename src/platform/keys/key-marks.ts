import type { Tx } from '../db/open.js';
import type { KeyRing, PseudonymKey } from './key-ring.js';
import { tombstone } from './tombstone.js';

/** Neither an address nor a number, so it is the tombstone of no contact. */
const MARKED = 'leadwarden pseudonym key mark';

/** Distinguishes two keys without disclosing them. */
export function markOf(key: PseudonymKey): string {
  return tombstone(key, MARKED);
}

/**
 * Notes that tombstones are made with this key.
 * @throws Error if another key of this version made some before, as they could not be told apart
 */
export async function markKey(tx: Tx, key: PseudonymKey): Promise<void> {
  const { version } = key;
  const mark = markOf(key);
  await tx.pseudonymKeyMark.createMany({ data: [{ version, mark }], skipDuplicates: true });
  const marked = await tx.pseudonymKeyMark.findUniqueOrThrow({ where: { version } });
  if (marked.mark === mark) return;
  throw new Error(
    `The pseudonym key of version ${version} is not the one that made the tombstones of that version. Put the old key back, or give the new one a higher version.`,
  );
}

/** Versions that tombstones were made with, without a key in the ring, or with another one. */
export async function unmatchedVersions(
  tx: Tx,
  { keys }: KeyRing,
): Promise<{ missing: number[]; different: number[] }> {
  const marks = await tx.pseudonymKeyMark.findMany({ orderBy: { version: 'asc' } });
  const missing: number[] = [];
  const different: number[] = [];
  for (const { version, mark } of marks) {
    const key = keys.find((candidate) => candidate.version === version);
    if (!key) missing.push(version);
    else if (markOf(key) !== mark) different.push(version);
  }
  return { missing, different };
}

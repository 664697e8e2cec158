import type { Tx } from '../../platform/db/open.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { matchTombstones } from '../../platform/keys/tombstone.js';
import { keyTexts } from '../conflicts/match-keys.js';
import type { DataSubject } from './data-subject.js';

/**
 * Takes the hashes of a person's addresses and numbers out of the checks for conflicts: a holder of the key could
 * test whether an actor asked for them. The checks stay, with their actors.
 */
export function forgetChecks(
  tx: Tx,
  keyRing: KeyRing,
  { emailKeys: emails, phoneKeys }: DataSubject,
): Promise<number> {
  const phones = phoneKeys.map((number) => ({ number, base: null }));
  const texts = keyTexts({ emails, phones, domains: [], name: null });
  const hashes = texts.flatMap((text) => matchTombstones(keyRing, text));
  return tx.$executeRaw`
    UPDATE conflict_check
    SET keys = ARRAY(SELECT key FROM unnest(keys) AS key WHERE key <> ALL(${hashes}::text[]))
    WHERE keys && ${hashes}::text[]`;
}

import { AS_SYSTEM } from '../../domain/actor.js';
import { unmatchedVersions } from '../../platform/keys/key-marks.js';
import type { Finding, Patient } from './diagnose.js';

/** Whether every key that made tombstones is at hand: without it no contact is recognised by them. */
export async function checkKeyRing({
  db,
  keyRing,
}: Pick<Patient, 'db' | 'keyRing'>): Promise<Finding> {
  const { tombstones, unmatched } = await db.transaction(
    async (tx) => ({
      tombstones: await tx.contact.count({ where: { keyVersion: { not: null } } }),
      unmatched: keyRing && (await unmatchedVersions(tx, keyRing)),
    }),
    AS_SYSTEM,
  );
  if (keyRing === null || unmatched === null) {
    const state = tombstones > 0 ? 'PROBLEM' : 'WARNING';
    return { state, detail: `there are no keys, and ${tombstones} contacts with tombstones` };
  }
  const { missing, different } = unmatched;
  const versions = keyRing.keys.map(({ version }) => version).join(', ');
  const detail = `keys of version ${versions}, ${tombstones} contacts with tombstones`;
  if (different.length > 0) {
    const what = `version ${different.join(', ')} is another key than the one that made the tombstones`;
    return { state: 'PROBLEM', detail: `${what}; ${detail}` };
  }
  if (missing.length > 0) {
    const what = `version ${missing.join(', ')} made tombstones but is not in the ring`;
    return { state: 'WARNING', detail: `${what}; ${detail}` };
  }
  return { state: 'OK', detail };
}

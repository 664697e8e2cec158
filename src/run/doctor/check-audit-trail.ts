import { verifyChain } from '../../platform/audit/verify-chain.js';
import type { Finding, Patient } from './diagnose.js';

/** A sealer comes by every second. */
const LATE_MS = 60_000;

/** Whether the audit trail is the one that was written. Names the head, which is worth keeping elsewhere. */
export async function checkAuditTrail({
  db,
  now,
  keyRing = null,
  checkpoints = [],
}: Pick<Patient, 'db' | 'now' | 'checkpoints'> &
  Partial<Pick<Patient, 'keyRing'>>): Promise<Finding> {
  const { entries, blanked, unsealed, unsealedSince, head, broken } = await verifyChain(db, {
    kept: checkpoints,
    keyRing,
  });
  const verified = `${entries} entries verified (${blanked} blanked)`;
  if (broken) {
    const at = broken.position === null ? '' : `broken at position ${broken.position}: `;
    return { state: 'PROBLEM', detail: `${at}${broken.what}; ${verified}` };
  }
  const late = unsealedSince !== null && now.getTime() - unsealedSince.getTime() > LATE_MS;
  const backlog = unsealedSince
    ? `${unsealed} unsealed since ${unsealedSince.toISOString()}${late ? ': does a server run?' : ''}`
    : 'none unsealed';
  const detail = `${verified}, ${backlog}, head ${head?.position} ${head?.hash}`;
  return { state: late ? 'WARNING' : 'OK', detail };
}

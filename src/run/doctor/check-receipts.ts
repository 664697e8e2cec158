import { verifyReceiptLog } from '../../features/receipts/verify-log.js';
import type { Finding, Patient } from './diagnose.js';

/** A receipt is signed moments after its event. */
const LATE_MS = 60_000;

/** Whether each receipt is the one that was signed, says what its row and its event say, and is in the tree. */
export async function checkReceipts({ db, now }: Pick<Patient, 'db' | 'now'>): Promise<Finding> {
  const { receipts, checkpoints, unsigned, unsignedSince, broken } = await verifyReceiptLog(db);
  const verified = `${receipts} receipts and ${checkpoints} checkpoints verified`;
  if (broken) return { state: 'PROBLEM', detail: `${broken}; ${verified}` };
  const late = unsignedSince !== null && now.getTime() - unsignedSince.getTime() > LATE_MS;
  const backlog = unsignedSince
    ? `${unsigned} unsigned since ${unsignedSince.toISOString()}${late ? ': does a server run?' : ''}`
    : 'none unsigned';
  return { state: late ? 'WARNING' : 'OK', detail: `${verified}, ${backlog}` };
}

import { utf8 } from '../../domain/receipts/bytes.js';
import { checkpointBody, checkpointNote } from '../../domain/receipts/checkpoint.js';
import type { Tx } from '../../platform/db/open.js';
import type { ReceiptSigner } from '../../platform/keys/receipt-signer.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import { readHashes } from './receipt-tree.js';
import { rememberKey } from './sign-drafts.js';

const MINUTE_MS = 60_000;

/**
 * Signs the head of the log, if receipts came since the last checkpoint and that one is old enough. The caller holds the
 * lock of the log. Returns how many receipts the new checkpoint covers; null without one.
 */
export async function sealLog(
  tx: Tx,
  { signer, now, early = false }: { signer: ReceiptSigner; now: Date; early?: boolean },
): Promise<number | null> {
  const log = await tx.receiptLog.findUniqueOrThrow({ where: { id: 1 } });
  const { origin } = log;
  const size = Number(log.leaves);
  if (log.sealed === log.leaves) return null;
  if (!early && !(await isDue(tx, now))) return null;
  const [root] = await readHashes(tx, [{ from: 0, to: size }]);
  if (!root) throw new Error('A log with receipts has a root.');
  const checkpoint = { origin, size, root };
  const signature = signer.sign(utf8(checkpointBody(checkpoint)));
  const note = checkpointNote(checkpoint, signer.key, signature);
  const { kid } = signer.key;
  await tx.receiptCheckpoint.create({ data: { size, note, kid, signedAt: now } });
  await rememberKey(tx, signer, now);
  await tx.receiptLog.update({ where: { id: 1 }, data: { sealed: size } });
  return size;
}

async function isDue(tx: Tx, now: Date): Promise<boolean> {
  const last = await tx.receiptCheckpoint.findFirst({ orderBy: { size: 'desc' } });
  const minutes = await readSetting(tx, 'receipts.checkpointMinutes');
  return last === null || now.getTime() - last.signedAt.getTime() >= minutes * MINUTE_MS;
}

import { discard, type Judge } from '../judgement.js';
import { addressOf } from './address-of.js';

/** Goes to users who still want it; its text never changes. */
export const judgeReceiptCheckpoint: Judge<'receipt-checkpoint'> = async (tx, email) => {
  const reader = await tx.user.findUnique({
    where: { id: email.reference.recipientId },
    include: { followsReceipts: true },
  });
  if (!reader?.active) return discard('RECIPIENT_INACTIVE');
  if (reader.followsReceipts === null) return discard('NOT_RESPONSIBLE');
  return { kind: 'send', ...addressOf(reader), data: { recipientName: reader.name } };
};

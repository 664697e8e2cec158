import { discard, type Judge } from '../judgement.js';
import { addressOf } from './address-of.js';

/** Goes to users who may still read the audit trail; its text never changes. */
export const judgeAuditCheckpoint: Judge<'audit-checkpoint'> = async (tx, email) => {
  const reader = await tx.user.findUnique({ where: { id: email.reference.recipientId } });
  if (!reader?.active) return discard('RECIPIENT_INACTIVE');
  if (reader.role !== 'ADMIN' && reader.role !== 'AUDITOR') return discard('NOT_RESPONSIBLE');
  return { kind: 'send', ...addressOf(reader), data: { recipientName: reader.name } };
};

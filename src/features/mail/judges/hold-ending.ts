import { discard, type Judge } from '../judgement.js';
import { addressOf } from './address-of.js';

/** Goes to the owner and the managers while the hold is still about to end by itself. */
export const judgeHoldEnding: Judge<'hold-ending'> = async (tx, email, now) => {
  const { holdId, recipientId } = email.reference;
  const hold = await tx.hold.findUnique({
    where: { id: holdId },
    include: { lead: true, ownership: { include: { owner: true } } },
  });
  if (!hold || hold.lead.pseudonymizedAt !== null) return discard('PSEUDONYMIZED');
  const { lead, ownership, endsBy } = hold;
  if (ownership.endedAt !== null) {
    return discard(lead.status === 'ACTIVE' ? 'LEAD_MOVED_ON' : 'LEAD_ENDED');
  }
  const stillEnds = hold.voidedAt === null && hold.endAt === null;
  if (!stillEnds || endsBy === null || endsBy <= now) return discard('HOLD_SETTLED');
  const recipient = await tx.user.findUnique({ where: { id: recipientId } });
  if (!recipient?.active) return discard('RECIPIENT_INACTIVE');
  const answers = recipient.territory === null || recipient.territory === lead.territory;
  const manages = recipient.role === 'MANAGER' && answers;
  if (!manages && recipient.id !== ownership.ownerId) return discard('NOT_RESPONSIBLE');
  const { companyName, city, expiresAt } = lead;
  return {
    kind: 'send',
    ...addressOf(recipient),
    data: {
      recipientName: recipient.name,
      ownerName: ownership.owner.name,
      companyName,
      city,
      endsBy,
      expiresAt,
    },
  };
};

import { discard, type Judge } from '../judgement.js';
import { addressOf } from './address-of.js';
import { protectedLead } from './protected-lead.js';

/** Goes to the owner, and to managers who answer for the lead, while the end that it names is the one that counts. */
export const judgeGraceEnding: Judge<'grace-ending'> = async (tx, email, now) => {
  const { ownershipId, recipientId, endsAt } = email.reference;
  const found = await protectedLead(tx, email.leadId, ownershipId, now);
  if ('kind' in found) return found;
  const { lead, owner, reader, onBehalfOf } = found;
  if (lead.expiresAt?.getTime() !== endsAt.getTime()) {
    return discard(lead.warnedAt === null ? 'PROGRESS_MADE' : 'DATE_MOVED');
  }
  if (endsAt <= now) return discard('PROTECTION_OVER');
  const isOwner = recipientId === owner.id;
  const recipient = isOwner ? reader : await tx.user.findUnique({ where: { id: recipientId } });
  if (!recipient?.active) return discard('RECIPIENT_INACTIVE');
  const answers =
    recipient.role === 'ADMIN' ||
    (recipient.role === 'MANAGER' &&
      (recipient.territory === null || recipient.territory === lead.territory));
  if (!isOwner && !answers) return discard('NOT_RESPONSIBLE');
  const { companyName, city, expiresAt } = lead;
  return {
    kind: 'send',
    ...addressOf(recipient),
    data: {
      recipientName: recipient.name,
      ownerName: isOwner ? null : owner.name,
      onBehalfOf: isOwner ? onBehalfOf : null,
      companyName,
      city,
      expiresAt,
    },
  };
};

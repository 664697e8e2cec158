import { discard, type Judge } from '../judgement.js';
import { addressOf } from './address-of.js';
import { presentLead } from './present-lead.js';

/** Goes to the former owner, unless the lead is theirs again. */
export const judgeProtectionExpired: Judge<'protection-expired'> = async (tx, email) => {
  const { recipientId } = email.reference;
  const lead = await presentLead(tx, email.leadId);
  if (!lead) return discard('PSEUDONYMIZED');
  if (lead.ownerId === recipientId) return discard('LEAD_MOVED_ON');
  const recipient = await tx.user.findUnique({ where: { id: recipientId } });
  if (!recipient?.active) return discard('RECIPIENT_INACTIVE');
  const { companyName, city } = lead;
  return {
    kind: 'send',
    ...addressOf(recipient),
    data: { recipientName: recipient.name, companyName, city },
  };
};

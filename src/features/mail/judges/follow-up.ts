import { discard, type Judge } from '../judgement.js';
import { addressOf } from './address-of.js';

/** Goes to the recipient of the reminder, while it is open and the lead is theirs. */
export const judgeFollowUp: Judge<'follow-up'> = async (tx, email, now) => {
  const reminder = await tx.reminder.findUnique({
    where: { id: email.reference.reminderId },
    include: { lead: true, ownership: true },
  });
  if (!reminder || reminder.lead.pseudonymizedAt !== null) return discard('PSEUDONYMIZED');
  const { lead, ownership, acknowledgedAt, snoozedUntil, note } = reminder;
  if (acknowledgedAt !== null) return discard('ACKNOWLEDGED');
  if (ownership !== null && ownership.endedAt !== null) {
    return discard(lead.status === 'ACTIVE' ? 'LEAD_MOVED_ON' : 'LEAD_ENDED');
  }
  const recipient = await tx.user.findUnique({ where: { id: reminder.recipientId } });
  if (!recipient?.active) return discard('RECIPIENT_INACTIVE');
  if (snoozedUntil !== null && snoozedUntil > now) return { kind: 'wait', until: snoozedUntil };
  const { companyName, city } = lead;
  return {
    kind: 'send',
    ...addressOf(recipient),
    data: { recipientName: recipient.name, companyName, city, note },
  };
};

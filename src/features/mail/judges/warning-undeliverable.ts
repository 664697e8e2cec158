import { discard, type Judge } from '../judgement.js';
import { addressOf } from './address-of.js';

/** Goes to a manager or admin while the warning still has not reached its reader. */
export const judgeWarningUndeliverable: Judge<'warning-undeliverable'> = async (tx, email) => {
  const { reminderId, recipientId } = email.reference;
  const reminder = await tx.reminder.findUnique({
    where: { id: reminderId },
    include: { lead: { include: { owner: true } } },
  });
  if (!reminder || reminder.lead.pseudonymizedAt !== null) return discard('PSEUDONYMIZED');
  const { lead, deliveredAt, windowStart } = reminder;
  if (deliveredAt !== null) return discard('WARNING_DELIVERED');
  if (lead.status !== 'ACTIVE') return discard('LEAD_ENDED');
  if (lead.progressAnchor?.getTime() !== windowStart.getTime()) return discard('PROGRESS_MADE');
  const recipient = await tx.user.findUnique({ where: { id: recipientId } });
  if (!recipient?.active) return discard('RECIPIENT_INACTIVE');
  const answers = recipient.territory === null || recipient.territory === lead.territory;
  if (recipient.role !== 'ADMIN' && !(recipient.role === 'MANAGER' && answers)) {
    return discard('NOT_RESPONSIBLE');
  }
  const { companyName, city, owner } = lead;
  return {
    kind: 'send',
    ...addressOf(recipient),
    data: { recipientName: recipient.name, companyName, city, ownerName: owner?.name ?? null },
  };
};

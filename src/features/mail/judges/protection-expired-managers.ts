import { discard, type Judge } from '../judgement.js';
import { addressOf } from './address-of.js';

/** Goes to a manager who answers for the lead, while it lies in the pool since. */
export const judgeProtectionExpiredManagers: Judge<'protection-expired-managers'> = async (
  tx,
  email,
) => {
  const { ownershipId, recipientId } = email.reference;
  const ended = await tx.ownership.findUnique({
    where: { id: ownershipId },
    include: { lead: true, owner: true },
  });
  if (!ended) return discard('PSEUDONYMIZED');
  const { lead, owner } = ended;
  const later = await tx.ownership.count({
    where: { leadId: lead.id, assignedAt: { gt: ended.assignedAt } },
  });
  if (lead.status !== 'EXPIRED' || later > 0) return discard('LEAD_MOVED_ON');
  const manager = await tx.user.findUnique({ where: { id: recipientId } });
  if (!manager?.active) return discard('RECIPIENT_INACTIVE');
  const answers = manager.territory === null || manager.territory === lead.territory;
  if (manager.role !== 'MANAGER' || !answers) return discard('NOT_RESPONSIBLE');
  const { companyName, city } = lead;
  return {
    kind: 'send',
    ...addressOf(manager),
    data: { recipientName: manager.name, ownerName: owner.name, companyName, city },
  };
};

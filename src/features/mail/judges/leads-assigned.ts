import { discard, type Judge } from '../judgement.js';
import { addressOf } from './address-of.js';

/** Goes to the agent, of those of the leads that are still theirs. */
export const judgeLeadsAssigned: Judge<'leads-assigned'> = async (tx, email) => {
  const { recipientId, leadIds } = email.reference;
  const recipient = await tx.user.findUnique({ where: { id: recipientId } });
  if (!recipient?.active) return discard('RECIPIENT_INACTIVE');
  const theirs = await tx.lead.findMany({
    where: { id: { in: leadIds }, ownerId: recipientId, status: 'ACTIVE' },
    select: { id: true, companyName: true, city: true, expiresAt: true },
  });
  if (theirs.length === 0) return discard('LEAD_MOVED_ON');
  const byId = new Map(theirs.map((lead) => [lead.id, lead]));
  return {
    kind: 'send',
    ...addressOf(recipient),
    data: {
      recipientName: recipient.name,
      leads: leadIds.flatMap((id) => byId.get(id) ?? []).map(listed),
    },
  };
};

function listed({ expiresAt, ...lead }: { expiresAt: Date | null }) {
  return { ...lead, expiresAt: expiresAt?.toISOString() ?? null };
}

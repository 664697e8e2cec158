import { discard, type Judge } from '../judgement.js';
import { addressOf } from './address-of.js';

/** Goes to the agent, unless all of the leads are theirs again, or still: converted and lost ones are. */
export const judgeLeadsTaken: Judge<'leads-taken'> = async (tx, email) => {
  const { recipientId, leadIds } = email.reference;
  const recipient = await tx.user.findUnique({ where: { id: recipientId } });
  if (!recipient?.active) return discard('RECIPIENT_INACTIVE');
  const gone = await tx.lead.findMany({
    where: { id: { in: leadIds }, NOT: { ownerId: recipientId, status: 'ACTIVE' } },
    select: { id: true, companyName: true, city: true },
  });
  const back = leadIds.length > 0 && gone.length === 0;
  if (back) return discard('LEAD_MOVED_ON');
  // A lead that was given to another agent is out of sight.
  const seen = email.data.how !== 'REASSIGNED';
  const byId = new Map(gone.map((lead) => [lead.id, lead]));
  return {
    kind: 'send',
    ...addressOf(recipient),
    data: {
      recipientName: recipient.name,
      leads: leadIds
        .flatMap((id) => byId.get(id) ?? [])
        .map(({ id, ...lead }) => ({ ...lead, id: seen ? id : null, expiresAt: null })),
    },
  };
};

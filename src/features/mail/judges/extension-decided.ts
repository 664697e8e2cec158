import { discard, type Judge } from '../judgement.js';
import { addressOf } from './address-of.js';

/** Goes to the agent who asked, while the lead is theirs: an agent who lost it learns nothing more about it. */
export const judgeExtensionDecided: Judge<'extension-decided'> = async (tx, email) => {
  const request = await tx.extensionRequest.findUnique({
    where: { id: email.reference.requestId },
    include: { lead: true, requestedBy: true },
  });
  if (!request || request.lead.pseudonymizedAt !== null) return discard('PSEUDONYMIZED');
  const { lead, requestedBy, status, months, note } = request;
  if (lead.status !== 'ACTIVE') return discard('LEAD_ENDED');
  if (lead.ownerId !== requestedBy.id) return discard('LEAD_MOVED_ON');
  if (!requestedBy.active) return discard('RECIPIENT_INACTIVE');
  const { companyName, city, baseEndsAt, expiresAt } = lead;
  return {
    kind: 'send',
    ...addressOf(requestedBy),
    data: {
      recipientName: requestedBy.name,
      approved: status === 'APPROVED',
      companyName,
      city,
      baseEndsAt,
      expiresAt,
      months,
      note,
    },
  };
};

import { decidingManagers } from '../../extensions/deciding-managers.js';
import { discard, type Judge } from '../judgement.js';
import { addressOf } from './address-of.js';

/** Goes to a manager who may still decide the request. */
export const judgeExtensionRequested: Judge<'extension-requested'> = async (tx, email) => {
  const { requestId, recipientId } = email.reference;
  const request = await tx.extensionRequest.findUnique({
    where: { id: requestId },
    include: { lead: true, ownership: true, requestedBy: true },
  });
  if (!request || request.lead.pseudonymizedAt !== null) return discard('PSEUDONYMIZED');
  const { lead, ownership, requestedBy, months, reason } = request;
  if (request.status !== 'OPEN' || ownership.endedAt !== null) return discard('REQUEST_DECIDED');
  const deciding = await decidingManagers(tx, lead.territory, request.requestedById);
  const manager = deciding.find(({ id }) => id === recipientId);
  if (!manager) {
    const known = await tx.user.findUnique({ where: { id: recipientId } });
    return discard(known?.active ? 'NOT_RESPONSIBLE' : 'RECIPIENT_INACTIVE');
  }
  const { companyName, city, baseEndsAt, expiresAt } = lead;
  return {
    kind: 'send',
    ...addressOf(manager),
    data: {
      recipientName: manager.name,
      requestedBy: requestedBy.name,
      companyName,
      city,
      baseEndsAt,
      expiresAt,
      months,
      reason,
    },
  };
};

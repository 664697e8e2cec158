import { expiryIfDelivered } from '../../reminders/warning-dates.js';
import { discard, type Judge } from '../judgement.js';
import { isAcknowledged } from './acknowledged.js';
import { addressOf } from './address-of.js';
import { protectedLead } from './protected-lead.js';

/** Goes to the owner of the window that it warns of, while it can still be served. */
export const judgeProgressWarning: Judge<'progress-warning'> = async (tx, email, now) => {
  const { ownershipId, windowStart } = email.reference;
  const found = await protectedLead(tx, email.leadId, ownershipId, now);
  if ('kind' in found) return found;
  const { lead, reader, onBehalfOf } = found;
  if (lead.progressAnchor?.getTime() !== windowStart.getTime()) return discard('PROGRESS_MADE');
  if (lead.expiresAt !== null && lead.expiresAt <= now) return discard('PROTECTION_OVER');
  if (await isAcknowledged(tx, lead.id, 'PROGRESS_WARNING', windowStart)) {
    return discard('ACKNOWLEDGED');
  }
  const { companyName, city, progressDeadline } = lead;
  // One that leaves late counts from now: it names the end that this very mail brings about.
  const expiresAt = await expiryIfDelivered(tx, lead.id, windowStart, now);
  return {
    kind: 'send',
    ...addressOf(reader),
    data: {
      recipientName: reader.name,
      onBehalfOf,
      companyName,
      city,
      progressDeadline,
      expiresAt,
    },
  };
};

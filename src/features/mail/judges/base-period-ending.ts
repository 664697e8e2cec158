import { discard, type Judge } from '../judgement.js';
import { isAcknowledged } from './acknowledged.js';
import { addressOf } from './address-of.js';
import { protectedLead } from './protected-lead.js';

/** Goes to the owner while the base period is about to end; if the end has moved, when it is near again. */
export const judgeBasePeriodEnding: Judge<'base-period-ending'> = async (tx, email, now) => {
  const { ownershipId, windowStart } = email.reference;
  const found = await protectedLead(tx, email.leadId, ownershipId, now);
  if ('kind' in found) return found;
  const { lead, reader, onBehalfOf } = found;
  const { companyName, city, baseEndsAt, baseReminderDueAt, expiresAt } = lead;
  if (baseEndsAt !== null && baseEndsAt <= now) return discard('PROTECTION_OVER');
  // It is reminded of once more by the job: this mail would be the second one.
  if (lead.baseRemindedAt === null) return discard('DATE_MOVED');
  if (await isAcknowledged(tx, lead.id, 'BASE_PERIOD_ENDING', windowStart)) {
    return discard('ACKNOWLEDGED');
  }
  if (baseReminderDueAt !== null && baseReminderDueAt > now) {
    return { kind: 'wait', until: baseReminderDueAt };
  }
  return {
    kind: 'send',
    ...addressOf(reader),
    data: { recipientName: reader.name, onBehalfOf, companyName, city, baseEndsAt, expiresAt },
  };
};

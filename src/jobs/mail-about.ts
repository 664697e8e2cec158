import type { NewEmail } from '../outbox/enqueue-email.js';
import type { OwnedLead } from './due-leads.js';

/** A mail about a lead to its owner; none if the owner's account is no longer active. */
export function mailAbout(
  lead: OwnedLead,
  mail: Pick<NewEmail, 'template' | 'data' | 'dedupeKey'>,
): NewEmail[] {
  if (lead.ownerEmail === null) return [];
  return [
    {
      ...mail,
      locale: lead.ownerLocale === 'en' ? 'en' : 'de',
      recipient: lead.ownerEmail,
      leadId: lead.id,
      data: {
        companyName: lead.companyName,
        city: lead.city,
        recipientName: lead.ownerName,
        ...mail.data,
      },
    },
  ];
}

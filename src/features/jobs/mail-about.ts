import { localeOf } from '../../domain/locales.js';
import type { TemplateName } from '../outbox/email-templates.js';
import type { NewEmail } from '../outbox/enqueue-email.js';
import type { OwnedLead } from './due-leads.js';

type MailToOwner = {
  [Name in TemplateName]: Pick<
    NewEmail<Name>,
    'template' | 'reference' | 'data' | 'dedupeKey' | 'reminderId'
  >;
}[TemplateName];

/** A mail about a lead to its owner; none if the owner's account is no longer active. */
export function mailAbout(lead: OwnedLead, mail: MailToOwner): NewEmail[] {
  if (lead.ownerEmail === null) return [];
  return [
    {
      ...mail,
      locale: localeOf(lead.ownerLocale),
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

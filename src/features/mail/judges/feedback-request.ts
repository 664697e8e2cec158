import { localeOf } from '../../../domain/locales.js';
import { secretHash } from '../../../platform/keys/secret.js';
import { discard, type Judge } from '../judgement.js';

/** Goes to the contact, at the address of now, while the link in it works. */
export const judgeFeedbackRequest: Judge<'feedback-request'> = async (tx, email, now) => {
  const { sampleId, contactId } = email.reference;
  const sample = await tx.sample.findUnique({ where: { id: sampleId }, include: { lead: true } });
  if (!sample || sample.lead.pseudonymizedAt !== null) return discard('PSEUDONYMIZED');
  const { lead, feedbackTokenHash: open, feedbackTokenExpiresAt: expiresAt } = sample;
  const token =
    String(email.data.link ?? '')
      .split('/')
      .at(-1) ?? '';
  if (open === null || open !== secretHash(token)) return discard('LINK_REPLACED');
  if (!['SHIPPED', 'DELIVERED', 'TESTING'].includes(sample.status)) return discard('LINK_REPLACED');
  if (expiresAt === null || expiresAt <= now) return discard('LINK_EXPIRED');
  const contact = await tx.contact.findFirst({ where: { id: contactId, leadId: lead.id } });
  if (!contact?.email) return discard('CONTACT_GONE');
  return {
    kind: 'send',
    recipient: contact.email,
    locale: localeOf(email.locale),
    data: { recipientName: contact.name, companyName: lead.companyName, expiresAt },
  };
};

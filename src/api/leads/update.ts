import { addContact } from '../../features/contacts/add-contact.js';
import { removeContact } from '../../features/contacts/remove-contact.js';
import { updateContact } from '../../features/contacts/update-contact.js';
import { updateLead } from '../../features/registration/update-lead.js';
import { confirmEnd, idempotencyKey, rowField } from '../kit/verb-fields.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { LeadStageType } from './codes.js';
import { ContactInput, overrideReasonField } from './register.js';
import { ContactType, LeadType } from './types.js';

const leadField = rowField(LeadType, 'The lead as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.lead.findUniqueOrThrow(query)),
);

const contactField = rowField(ContactType, 'The contact as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.contact.findUniqueOrThrow(query)),
);

verbMutation('updateLead', {
  description: 'Changes fields of a lead. What is left out stays; null empties a field.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Which lead.' }),
    expectedVersion: t.int({
      required: true,
      description: 'Version of the lead as it was seen; if it has another one, nothing changes.',
    }),
    companyName: t.string({ description: 'Name of the company.' }),
    city: t.string({ description: 'Where it is.' }),
    postalCode: t.string({ description: 'Postal code.' }),
    country: t.string({ description: 'ISO 3166 code.' }),
    businessType: t.string({ description: 'Such as `HOTEL` or `CANTEEN`.' }),
    stage: t.field({ type: LeadStageType, description: 'How far it has come; only forward.' }),
    notes: t.string({ description: 'Free text.' }),
    source: t.string({ description: 'Where it came from.' }),
    website: t.string({ description: 'Web address.' }),
    vatId: t.string({ description: 'VAT id.' }),
    estimatedVolume: t.field({ type: 'Decimal', description: 'Expected turnover a year.' }),
    currency: t.string({ description: 'ISO 4217 code.' }),
    tags: t.stringList({ maxItems: 50, description: 'Free labels; all of them.' }),
    addContacts: t.field({
      type: [ContactInput],
      description: 'People written together with the change, as REGISTERED needs one.',
    }),
    confirmEnd: confirmEnd(t),
    overrideReason: overrideReasonField(t),
  }),
  run: async (ctx, { leadId, ...input }) => ({
    id: (await updateLead(ctx, { ...input, leadId: leadId.id }, ctx.services.keyRing)).leadId,
  }),
  payload: (t) => ({ lead: leadField(t) }),
});

verbMutation('addContact', {
  description: 'Adds a person to a lead.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'To which lead.' }),
    name: t.string({ description: 'Full name.' }),
    email: t.string({ description: 'E-mail address.' }),
    phone: t.string({ description: 'Phone number.' }),
    role: t.string({ description: 'Such as head of purchasing.' }),
    primary: t.boolean({ description: 'Whether to turn to this person first.' }),
    overrideReason: overrideReasonField(t),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { leadId, ...input }) => ({
    id: (await addContact(ctx, { ...input, leadId: leadId.id }, ctx.services.keyRing)).contactId,
  }),
  payload: (t) => ({ contact: contactField(t) }),
});

verbMutation('updateContact', {
  description: 'Changes a person at a lead. What is left out stays; null empties a field.',
  input: (t) => ({
    contactId: t.globalID({ for: ContactType, required: true, description: 'Which contact.' }),
    name: t.string({ description: 'Full name.' }),
    email: t.string({ description: 'E-mail address.' }),
    phone: t.string({ description: 'Phone number.' }),
    role: t.string({ description: 'Such as head of purchasing.' }),
    primary: t.boolean({
      description: 'True makes it the one to turn to first; it stays so until another becomes it.',
    }),
    overrideReason: overrideReasonField(t),
  }),
  run: async (ctx, { contactId, primary, ...input }) => {
    const changes = {
      ...input,
      ...(primary ? { primary: true as const } : {}),
      contactId: contactId.id,
    };
    return { id: (await updateContact(ctx, changes, ctx.services.keyRing)).contactId };
  },
  payload: (t) => ({ contact: contactField(t) }),
});

verbMutation('removeContact', {
  description: 'Removes a person from a lead, for good.',
  input: (t) => ({
    contactId: t.globalID({ for: ContactType, required: true, description: 'Which contact.' }),
  }),
  run: async (ctx, { contactId }) => ({
    id: (await removeContact(ctx, { contactId: contactId.id })).leadId,
  }),
  payload: (t) => ({ lead: leadField(t) }),
});

import { addContact } from '../../features/contacts/add-contact.js';
import { removeContact } from '../../features/contacts/remove-contact.js';
import { updateContact } from '../../features/contacts/update-contact.js';
import { claimLead } from '../../features/ownership/claim-lead.js';
import { convertLead } from '../../features/ownership/convert-lead.js';
import { markLeadLost } from '../../features/ownership/mark-lead-lost.js';
import { reassignLead } from '../../features/ownership/reassign-lead.js';
import { releaseLead } from '../../features/ownership/release-lead.js';
import { reopenLead } from '../../features/ownership/reopen-lead.js';
import { registerLead } from '../../features/registration/register-lead.js';
import { updateLead } from '../../features/registration/update-lead.js';
import type { VerbContext } from '../../platform/verbs/context.js';
import { builder } from '../kit/builder.js';
import { readClient } from '../kit/read-client.js';
import { confirmEnd, idempotencyKey, replayedField, rowField } from '../kit/verb-fields.js';
import { type InputBuilder, verbMutation } from '../kit/verb-mutation.js';
import { UserType } from '../users/types.js';
import { LeadStageType } from './codes.js';
import { ContactType, LeadType } from './types.js';

const leadField = rowField(LeadType, 'The lead as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.lead.findUniqueOrThrow(query)),
);

/** The reason that allows the registration of a lead that resembles another one. */
export function overrideReasonField(t: InputBuilder) {
  return t.string({
    description:
      'Reason why the company is not the similar one under protection; see `checkLeadConflict`.',
  });
}

export const ContactInput = builder.inputType('ContactInput', {
  description: 'A person at a lead.',
  fields: (t) => ({
    name: t.string({ description: 'Full name.' }),
    email: t.string({ description: 'E-mail address.' }),
    phone: t.string({ description: 'Phone number, in any spelling of its country.' }),
    role: t.string({ description: 'Such as head of purchasing.' }),
  }),
});

export const RegisterLeadPayload = verbMutation('registerLead', {
  description:
    'Registers a lead; its protection begins at once. A company that is under protection or is a customer is refused.',
  input: (t) => ({
    companyName: t.string({ required: true, description: 'Name of the company.' }),
    city: t.string({ required: true, description: 'City of the company.' }),
    postalCode: t.string({ description: 'Postal code.' }),
    country: t.string({ description: 'ISO 3166 code; `DE` if left out.' }),
    businessType: t.string({ description: 'Such as `HOTEL` or `CANTEEN`.' }),
    stage: t.field({
      type: LeadStageType,
      description: 'Stage of the lead; the furthest one that its data allows if left out.',
    }),
    contacts: t.field({
      type: [ContactInput],
      description: 'Contacts of the lead, the primary one first.',
    }),
    notes: t.string({ description: 'Free text.' }),
    source: t.string({ description: 'Source of the lead.' }),
    website: t.string({ description: 'Web address.' }),
    vatId: t.string({ description: 'VAT id.' }),
    estimatedVolume: t.field({
      type: 'Decimal',
      description: 'Expected turnover per year, in `currency`.',
    }),
    currency: t.string({ description: 'ISO 4217 code; `EUR` if left out.' }),
    tags: t.stringList({ maxItems: 50, description: 'Free labels.' }),
    ownerId: t.globalID({
      for: UserType,
      description: 'The owner of the lead; the caller if left out. Another agent is for managers.',
    }),
    registeredAt: t.field({
      type: 'DateTime',
      description:
        'When the protection begins; now if left out. An earlier instant is for managers, with a reason.',
    }),
    backdateReason: t.string({ description: 'Reason for which the beginning is dated back.' }),
    overrideReason: overrideReasonField(t),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { ownerId, ...input }) => {
    const wanted = { ...input, ownerId: ownerId?.id };
    const { leadId, replayed } = await registerLead(ctx, wanted, ctx.services.keyRing);
    return { id: leadId, replayed };
  },
  payload: (t) => ({ lead: leadField(t), replayed: replayedField(t) }),
});

const contactField = rowField(ContactType, 'The contact as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.contact.findUniqueOrThrow(query)),
);

verbMutation('updateLead', {
  description: 'Changes fields of a lead. A field that is left out stays; null empties it.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Global id of the lead.' }),
    expectedVersion: t.int({
      required: true,
      description:
        'Version of the lead as the client read it; the change is refused if the lead has another one.',
    }),
    companyName: t.string({ description: 'Name of the company.' }),
    city: t.string({ description: 'City of the company.' }),
    postalCode: t.string({ description: 'Postal code.' }),
    country: t.string({ description: 'ISO 3166 code.' }),
    businessType: t.string({ description: 'Such as `HOTEL` or `CANTEEN`.' }),
    stage: t.field({ type: LeadStageType, description: 'Stage of the lead; only forward.' }),
    notes: t.string({ description: 'Free text.' }),
    source: t.string({ description: 'Source of the lead.' }),
    website: t.string({ description: 'Web address.' }),
    vatId: t.string({ description: 'VAT id.' }),
    estimatedVolume: t.field({
      type: 'Decimal',
      description: 'Expected turnover per year, in `currency`.',
    }),
    currency: t.string({ description: 'ISO 4217 code.' }),
    tags: t.stringList({
      maxItems: 50,
      description: 'Free labels, which replace the present ones.',
    }),
    addContacts: t.field({
      type: [ContactInput],
      description: 'Contacts added together with the change, as the stage REGISTERED needs one.',
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
  description: 'Adds a contact to a lead.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Global id of the lead.' }),
    name: t.string({ description: 'Full name.' }),
    email: t.string({ description: 'E-mail address.' }),
    phone: t.string({ description: 'Phone number.' }),
    role: t.string({ description: 'Such as head of purchasing.' }),
    primary: t.boolean({ description: 'Whether this is the primary contact.' }),
    overrideReason: overrideReasonField(t),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { leadId, ...input }) => ({
    id: (await addContact(ctx, { ...input, leadId: leadId.id }, ctx.services.keyRing)).contactId,
  }),
  payload: (t) => ({ contact: contactField(t) }),
});

verbMutation('updateContact', {
  description: 'Changes a contact of a lead. A field that is left out stays; null empties it.',
  input: (t) => ({
    contactId: t.globalID({
      for: ContactType,
      required: true,
      description: 'Global id of the contact.',
    }),
    expectedVersion: t.int({
      description:
        'Version that was read before; if the contact has another one now, it fails with STALE_VERSION. Left out, the last change wins.',
    }),
    name: t.string({ description: 'Full name.' }),
    email: t.string({ description: 'E-mail address.' }),
    phone: t.string({ description: 'Phone number.' }),
    role: t.string({ description: 'Such as head of purchasing.' }),
    primary: t.boolean({
      description: 'True makes it the primary contact, until another one becomes it.',
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
  description: 'Removes a contact from a lead for good.',
  input: (t) => ({
    contactId: t.globalID({
      for: ContactType,
      required: true,
      description: 'Global id of the contact.',
    }),
  }),
  run: async (ctx, { contactId }) => ({
    id: (await removeContact(ctx, { contactId: contactId.id })).leadId,
  }),
  payload: (t) => ({ lead: leadField(t) }),
});

/** An actor who gave a lead away still gets it in the payload, but sees no more of it than any other agent. */
const handedField = rowField(LeadType, 'The lead as it is now.', (ctx, query) =>
  readClient(ctx).lead.findUniqueOrThrow(query),
);

export const ClaimLeadPayload = verbMutation('claimLead', {
  description: 'Takes a lead out of the pool; its protection begins anew.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Global id of the lead.' }),
    ownerId: t.globalID({
      for: UserType,
      description: 'The new owner; the actor if left out. Only programs name one.',
    }),
    overrideReason: overrideReasonField(t),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { leadId, ownerId, ...input }) => {
    const wanted = { ...input, leadId: leadId.id, ownerId: ownerId?.id };
    const claimed = await claimLead(ctx, wanted, ctx.services.keyRing);
    return { id: claimed.leadId, replayed: claimed.replayed };
  },
  payload: (t) => ({ lead: handedField(t), replayed: replayedField(t) }),
});

export const ReassignLeadPayload = verbMutation('reassignLead', {
  description: 'Gives a lead to another agent, for managers; its protection begins anew.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Global id of the lead.' }),
    ownerId: t.globalID({
      for: UserType,
      required: true,
      description: 'Global id of the new owner.',
    }),
    reason: t.string({ description: 'Reason.' }),
  }),
  run: async (ctx, { leadId, ownerId, ...input }) => ({
    id: (await reassignLead(ctx, { ...input, leadId: leadId.id, ownerId: ownerId.id })).leadId,
  }),
  payload: (t) => ({ lead: handedField(t) }),
});

export const ReopenLeadPayload = verbMutation('reopenLead', {
  description: 'Reopens a lead that is no longer ACTIVE, for managers; its protection begins anew.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Global id of the lead.' }),
    ownerId: t.globalID({
      for: UserType,
      description: 'The new owner; the last owner if left out.',
    }),
    reason: t.string({ description: 'Reason.' }),
    overrideReason: overrideReasonField(t),
  }),
  run: async (ctx, { leadId, ownerId, ...input }) => {
    const wanted = { ...input, leadId: leadId.id, ownerId: ownerId?.id };
    return { id: (await reopenLead(ctx, wanted, ctx.services.keyRing)).leadId };
  },
  payload: (t) => ({ lead: handedField(t) }),
});

type EndVerb = (
  ctx: VerbContext,
  input: { leadId: string; reason?: string | null | undefined },
) => Promise<{ leadId: string }>;

/** The three ways in which a lead ends by hand. */
function endVerb(name: string, verb: EndVerb, description: string) {
  return verbMutation(name, {
    description,
    input: (t) => ({
      leadId: t.globalID({ for: LeadType, required: true, description: 'Global id of the lead.' }),
      reason: t.string({ description: 'Reason.' }),
    }),
    run: async (ctx, { leadId, ...input }) => ({
      id: (await verb(ctx, { ...input, leadId: leadId.id })).leadId,
    }),
    payload: (t) => ({ lead: handedField(t) }),
  });
}

export const ReleaseLeadPayload = endVerb(
  'releaseLead',
  releaseLead,
  'Releases a lead to the pool, for its owner and managers.',
);
export const ConvertLeadPayload = endVerb(
  'convertLead',
  convertLead,
  'Marks a lead as converted to a customer.',
);
export const MarkLeadLostPayload = endVerb('markLeadLost', markLeadLost, 'Marks a lead as lost.');

import { registerLead } from '../../features/registration/register-lead.js';
import { builder } from '../kit/builder.js';
import { idempotencyKey, replayedField, rowField } from '../kit/verb-fields.js';
import { type InputBuilder, verbMutation } from '../kit/verb-mutation.js';
import { UserType } from '../users/types.js';
import { LeadStageType } from './codes.js';
import { LeadType } from './types.js';

const leadField = rowField(LeadType, 'The lead as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.lead.findUniqueOrThrow(query)),
);

/** What lets a lead through the gate that resembles another one. */
export function overrideReasonField(t: InputBuilder) {
  return t.string({
    description:
      'Why it is another company than the one under protection that it may be the same as; see `checkLeadConflict`.',
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

verbMutation('registerLead', {
  description:
    'Registers a lead, whose protection begins at once. A company that an agent has under protection, or that is a customer, is refused.',
  input: (t) => ({
    companyName: t.string({ required: true, description: 'Name of the company.' }),
    city: t.string({ required: true, description: 'Where it is.' }),
    postalCode: t.string({ description: 'Postal code.' }),
    country: t.string({ description: 'ISO 3166 code; `DE` if left out.' }),
    businessType: t.string({ description: 'Such as `HOTEL` or `CANTEEN`.' }),
    stage: t.field({
      type: LeadStageType,
      description: 'The furthest stage that the data allows if left out.',
    }),
    contacts: t.field({
      type: [ContactInput],
      description: 'The people there, the one to turn to first.',
    }),
    notes: t.string({ description: 'Free text.' }),
    source: t.string({ description: 'Where it came from.' }),
    website: t.string({ description: 'Web address.' }),
    vatId: t.string({ description: 'VAT id.' }),
    estimatedVolume: t.field({ type: 'Decimal', description: 'Expected turnover a year.' }),
    currency: t.string({ description: 'ISO 4217 code; `EUR` if left out.' }),
    tags: t.stringList({ maxItems: 50, description: 'Free labels.' }),
    ownerId: t.globalID({
      for: UserType,
      description: 'For which agent; oneself if left out. Others are for managers.',
    }),
    registeredAt: t.field({
      type: 'DateTime',
      description: 'From when; from now if left out. Dating back is for managers, with a reason.',
    }),
    backdateReason: t.string({ description: 'Why it is dated back.' }),
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

import { claimLead } from '../../features/ownership/claim-lead.js';
import { convertLead } from '../../features/ownership/convert-lead.js';
import { markLeadLost } from '../../features/ownership/mark-lead-lost.js';
import { reassignLead } from '../../features/ownership/reassign-lead.js';
import { releaseLead } from '../../features/ownership/release-lead.js';
import { reopenLead } from '../../features/ownership/reopen-lead.js';
import type { VerbContext } from '../../platform/verbs/context.js';
import { idempotencyKey, replayedField, rowField } from '../kit/verb-fields.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { UserType } from '../users/types.js';
import { overrideReasonField } from './register.js';
import { LeadType } from './types.js';

/** Whoever gave a lead away still gets it as an answer, but sees no more of it than anybody. */
const leadField = rowField(LeadType, 'The lead as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.lead.findUniqueOrThrow(query)),
);

verbMutation('claimLead', {
  description: 'Takes a lead out of the pool; its protection begins anew.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Which lead.' }),
    ownerId: t.globalID({
      for: UserType,
      description: 'For which agent; for the actor if left out. Only programs name one.',
    }),
    overrideReason: overrideReasonField(t),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { leadId, ownerId, ...input }) => {
    const wanted = { ...input, leadId: leadId.id, ownerId: ownerId?.id };
    const claimed = await claimLead(ctx, wanted, ctx.services.keyRing);
    return { id: claimed.leadId, replayed: claimed.replayed };
  },
  payload: (t) => ({ lead: leadField(t), replayed: replayedField(t) }),
});

verbMutation('reassignLead', {
  description: 'A manager gives a lead to another agent, for whom its protection begins anew.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Which lead.' }),
    ownerId: t.globalID({ for: UserType, required: true, description: 'To whom.' }),
    reason: t.string({ description: 'Why.' }),
  }),
  run: async (ctx, { leadId, ownerId, ...input }) => ({
    id: (await reassignLead(ctx, { ...input, leadId: leadId.id, ownerId: ownerId.id })).leadId,
  }),
  payload: (t) => ({ lead: leadField(t) }),
});

verbMutation('reopenLead', {
  description: 'A manager takes up a lead again that was ended; its protection begins anew.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Which lead.' }),
    ownerId: t.globalID({ for: UserType, description: 'For whom; the last owner if left out.' }),
    reason: t.string({ description: 'Why.' }),
    overrideReason: overrideReasonField(t),
  }),
  run: async (ctx, { leadId, ownerId, ...input }) => {
    const wanted = { ...input, leadId: leadId.id, ownerId: ownerId?.id };
    return { id: (await reopenLead(ctx, wanted, ctx.services.keyRing)).leadId };
  },
  payload: (t) => ({ lead: leadField(t) }),
});

type EndVerb = (
  ctx: VerbContext,
  input: { leadId: string; reason?: string | null | undefined },
) => Promise<{ leadId: string }>;

/** The three ways in which a lead ends by hand. */
function endVerb(name: string, verb: EndVerb, description: string): void {
  verbMutation(name, {
    description,
    input: (t) => ({
      leadId: t.globalID({ for: LeadType, required: true, description: 'Which lead.' }),
      reason: t.string({ description: 'Why.' }),
    }),
    run: async (ctx, { leadId, ...input }) => ({
      id: (await verb(ctx, { ...input, leadId: leadId.id })).leadId,
    }),
    payload: (t) => ({ lead: leadField(t) }),
  });
}

endVerb('releaseLead', releaseLead, 'Its owner, or a manager, gives a lead back to the pool.');
endVerb('convertLead', convertLead, 'A lead became a customer.');
endVerb('markLeadLost', markLeadLost, 'A lead will not become a customer.');

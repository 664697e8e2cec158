import { mergeLeads } from '../../features/merging/merge-leads.js';
import { UNDO_DAYS, undoMerge } from '../../features/merging/undo-merge.js';
import { confirmEnd, rowField } from '../kit/verb-fields.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { LeadType } from '../leads/types.js';
import { LeadMergeType } from './types.js';

const mergeField = rowField(LeadMergeType, 'The merge as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.leadMerge.findUniqueOrThrow(query)),
);

verbMutation('mergeLeads', {
  description: `Makes one lead of two that are the same company. The earlier registration is kept, everything of the other one passes to it, and the other one leads on to it: its id answers with the lead that is kept. \`previewMerge\` shows what becomes of what; \`undoMerge\` takes it back within ${UNDO_DAYS} days. For managers who see both.`,
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'One of the leads.' }),
    otherLeadId: t.globalID({ for: LeadType, required: true, description: 'The other one.' }),
    reason: t.string({ description: 'Reason, for the audit trail.' }),
    confirmEnd: confirmEnd(t),
  }),
  run: async (ctx, { leadId, otherLeadId, ...input }) => ({
    id: (await mergeLeads(ctx, { ...input, leadId: leadId.id, otherLeadId: otherLeadId.id }))
      .mergeId,
  }),
  payload: (t) => ({ merge: mergeField(t) }),
});

verbMutation('undoMerge', {
  description: `Makes two leads of one again, within ${UNDO_DAYS} days and as long as the lead has the same protection as after the merge. What passed goes back; what was logged since stays with the lead that was kept.`,
  input: (t) => ({
    mergeId: t.globalID({
      for: LeadMergeType,
      required: true,
      description: 'Global id of the merge.',
    }),
  }),
  run: async (ctx, { mergeId }) => ({
    id: (await undoMerge(ctx, { mergeId: mergeId.id })).mergeId,
  }),
  payload: (t) => ({ merge: mergeField(t) }),
});

import { previewMerge } from '../../features/merging/preview-merge.js';
import { visibleMerges } from '../../features/merging/visible-merges.js';
import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { LeadType } from '../leads/types.js';
import { LeadMergeType, MergePreviewType } from './types.js';

const LeadMergeConnection = builder.connectionObject(
  { type: LeadMergeType, name: 'LeadMergeConnection', description: 'A page of merges.' },
  { name: 'LeadMergeEdge', description: 'A merge in a page.' },
);

const LATEST_FIRST = {
  column: 'mergedAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.queryFields((t) => ({
  previewMerge: t.field({
    type: MergePreviewType,
    description: 'What `mergeLeads` would do with two leads. For managers. Writes nothing.',
    args: {
      leadId: t.arg.globalID({ for: LeadType, required: true, description: 'One of the leads.' }),
      otherLeadId: t.arg.globalID({ for: LeadType, required: true, description: 'The other one.' }),
    },
    resolve: async (_root, { leadId, otherLeadId }, ctx) => {
      const wanted = { leadId: leadId.id, otherLeadId: otherLeadId.id };
      // It locks both leads, which a transaction that only reads cannot.
      await ctx.reads.settle();
      return { ...(await previewMerge(ctx, wanted)), now: ctx.now };
    },
  }),
  leadMerges: t.field({
    type: LeadMergeConnection,
    description:
      'The merges of the leads that the actor sees, the latest first; for managers, admins and auditors.',
    args: pageArgs,
    resolve: (_root, args, ctx, info) =>
      readConnection({ ctx, info, args, key: LATEST_FIRST }, visibleMerges(ctx.actor), (query) =>
        ctx.reads.read((tx) => tx.leadMerge.findMany(query)),
      ),
  }),
}));

import { stateAt } from '../../domain/clock.js';
import { ConflictError } from '../../domain/errors.js';
import { MERGE_RULES, type MergeRule } from '../../domain/merge-rule.js';
import type { MergePreview } from '../../features/merging/preview-merge.js';
import { UNDO_DAYS } from '../../features/merging/undo-merge.js';
import { visibleMerges } from '../../features/merging/visible-merges.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { ConflictErrorType } from '../kit/errors.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';
import { ForecastDatesType } from '../protection/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

const MergeRuleType = codeType<MergeRule>(
  'MergeRule',
  'What becomes of the protections of two leads that are merged.',
  MERGE_RULES,
);

export const LeadMergeType = builder.prismaNode('LeadMerge', {
  id: { field: 'id', description: 'Global id.' },
  description: `Two leads that became one; it can be undone for ${UNDO_DAYS} days.`,
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleMerges(ctx.actor)] }),
  fields: (t) => ({
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead that is kept, the earlier registration.',
      select: { leadId: true },
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    mergedLead: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead that leads on to it.',
      select: { mergedLeadId: true },
      resolve: ({ mergedLeadId }, _args, ctx, info) => leadFieldOf(ctx, info, mergedLeadId),
    }),
    rule: t.field({
      type: MergeRuleType,
      description: 'What became of the protections.',
      select: { rule: true },
      resolve: ({ rule }) => rule as MergeRule,
    }),
    mergedBy: t.field({
      type: UserType,
      nullable: true,
      description: 'The manager who merged them.',
      select: { mergedById: true },
      resolve: ({ mergedById }, _args, ctx, info) => resolveUser(ctx, info, mergedById),
    }),
    mergedAt: t.expose('mergedAt', { type: 'DateTime', description: 'When they were merged.' }),
    undoneAt: t.expose('undoneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the merge was undone; null if it was not.',
    }),
  }),
});

builder.prismaObjectField(LeadType, 'mergedInto', (t) =>
  t.field({
    type: LeadType,
    nullable: true,
    description:
      'The lead that this one was merged into; null for a lead that was not merged. `lead` and `node` lead on by themselves.',
    select: { mergedIntoId: true },
    resolve: ({ mergedIntoId }, _args, ctx, info) => leadFieldOf(ctx, info, mergedIntoId),
  }),
);

builder.objectField(ConflictErrorType, 'mergedInto', (t) =>
  t.field({
    type: LeadType,
    nullable: true,
    description:
      'The lead to send instead, if the reason is `MERGED` and the lead of the input was merged into it; else null. Queries by an old id lead on by themselves.',
    resolve: ({ returned }, _args, ctx, info) =>
      leadFieldOf(ctx, info, returned instanceof ConflictError ? returned.mergedIntoId : null),
  }),
);

export const MergePreviewType = builder
  .objectRef<MergePreview & { now: Date }>('MergePreview')
  .implement({
    description: 'What a merge of two leads would do. Nothing is written.',
    fields: (t) => ({
      kept: t.field({
        type: LeadType,
        nullable: true,
        description: 'The lead that would be kept: the earlier registration.',
        resolve: ({ keptId }, _args, ctx, info) => leadFieldOf(ctx, info, keptId),
      }),
      merged: t.field({
        type: LeadType,
        nullable: true,
        description: 'The lead that would lead on to it.',
        resolve: ({ mergedId }, _args, ctx, info) => leadFieldOf(ctx, info, mergedId),
      }),
      rule: t.field({
        type: MergeRuleType,
        description: 'What would become of the protections.',
        resolve: ({ rule }) => rule,
      }),
      owner: t.field({
        type: UserType,
        nullable: true,
        description: 'Whose the lead would be; null without protection.',
        resolve: ({ ownerId }, _args, ctx, info) => resolveUser(ctx, info, ownerId),
      }),
      contacts: t.int({
        description: 'Contacts that would pass.',
        resolve: ({ passing }) => passing.contact,
      }),
      activities: t.int({
        description: 'Activities that would pass; whether they count for the clock says `rule`.',
        resolve: ({ passing }) => passing.activity,
      }),
      holds: t.int({
        description: 'Holds that would pass.',
        resolve: ({ passing }) => passing.hold,
      }),
      samples: t.int({
        description: 'Samples that would pass.',
        resolve: ({ passing }) => passing.sample,
      }),
      reminders: t.int({
        description: 'Reminders that would pass, but for those that both leads have.',
        resolve: ({ passing }) => passing.reminder,
      }),
      extensionRequests: t.int({
        description: 'Extension requests that would pass.',
        resolve: ({ passing }) => passing.extension_request,
      }),
      keptBefore: t.field({
        type: ForecastDatesType,
        nullable: true,
        description: 'Present dates of the lead that would be kept; null without protection.',
        resolve: ({ keptBefore, now }) => datesOf(keptBefore, now),
      }),
      mergedBefore: t.field({
        type: ForecastDatesType,
        nullable: true,
        description: 'Present dates of the other lead; null without protection.',
        resolve: ({ mergedBefore, now }) => datesOf(mergedBefore, now),
      }),
      after: t.field({
        type: ForecastDatesType,
        nullable: true,
        description: 'Dates after the merge; null without protection.',
        resolve: ({ after, now }) => datesOf(after, now),
      }),
    }),
  });

function datesOf(projection: MergePreview['after'], now: Date) {
  return projection && { ...projection, state: stateAt(projection, 'ACTIVE', now.getTime()) };
}

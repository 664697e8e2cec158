import type {
  ChangedLead,
  Counts,
  PolicyPreview,
  StateChange,
} from '../../features/settings/policy-tally.js';
import { MAX_CHANGES, previewChanges } from '../../features/settings/preview-policy.js';
import { MAX_VALUE_LENGTH } from '../../features/settings/read-change.js';
import { builder } from '../kit/builder.js';
import type { GraphQLContext } from '../kit/context.js';
import { ProtectionStateType } from '../leads/codes.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';
import { ForecastDatesType } from '../protection/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

/** How long a preview may take before it answers with the leads examined by then. */
const PREVIEW_MS = 10_000;

/** Ends a preview when its time is up, or when the client disconnects. */
export function previewSignal({ signal }: GraphQLContext): AbortSignal {
  const timeIsUp = AbortSignal.timeout(PREVIEW_MS);
  return signal ? AbortSignal.any([signal, timeIsUp]) : timeIsUp;
}

const CountsType = builder.interfaceRef<Counts>('PolicyChangeCounts').implement({
  description: 'How many leads another policy would change, and how.',
  fields: (t) => ({
    changed: t.exposeInt('changed', { description: 'Leads of which some date changes.' }),
    warned: t.exposeInt('warned', {
      description: 'Leads whose owner would be warned with the next run of the job.',
    }),
    expired: t.exposeInt('expired', {
      description: 'Leads whose protection would be over at once.',
    }),
    paused: t.exposeInt('paused', {
      description:
        'Leads whose end an open hold would pause but does not pause under the policy in force.',
    }),
  }),
});

const StateChangeType = builder.objectRef<StateChange>('PolicyStateChange').implement({
  description: 'How many changed leads go from one state into another, or stay in it.',
  fields: (t) => ({
    before: t.expose('before', {
      type: ProtectionStateType,
      description: 'Under the policy in force.',
    }),
    after: t.expose('after', { type: ProtectionStateType, description: 'With the changes.' }),
    leads: t.exposeInt('leads', { description: 'Number of leads.' }),
  }),
});

const AgentChangesType = builder
  .objectRef<PolicyPreview['agents'][number]>('PolicyAgentChanges')
  .implement({
    description: 'Effect on the leads of one agent.',
    interfaces: [CountsType],
    fields: (t) => ({
      agent: t.field({
        type: UserType,
        nullable: true,
        description: 'The owner of the leads.',
        resolve: ({ agentId }, _args, ctx, info) => resolveUser(ctx, info, agentId),
      }),
    }),
  });

const ChangedLeadType = builder.objectRef<ChangedLead>('PolicyChangedLead').implement({
  description: 'Effect on one lead.',
  fields: (t) => ({
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead.',
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    before: t.field({
      type: ForecastDatesType,
      description: 'Under the policy in force.',
      resolve: ({ before, stateBefore }) => ({ ...before, state: stateBefore }),
    }),
    after: t.field({
      type: ForecastDatesType,
      description: 'With the changes.',
      resolve: ({ after, stateAfter }) => ({ ...after, state: stateAfter }),
    }),
  }),
});

export const PolicyPreviewType = builder.objectRef<PolicyPreview>('PolicyPreview').implement({
  description: 'The immediate effect of another protection policy. Nothing is written.',
  interfaces: [CountsType],
  fields: (t) => ({
    complete: t.exposeBoolean('complete', {
      description:
        'Whether every lead was examined; false if the limit of ten seconds was reached, and the counts are of the examined leads. `leadwarden settings preview` has no limit.',
    }),
    examined: t.exposeInt('examined', {
      description: 'How many leads under protection were examined.',
    }),
    states: t.field({
      type: [StateChangeType],
      description: 'The changed leads by their state before and after, the most frequent first.',
      resolve: ({ states }) => [...states],
    }),
    agents: t.field({
      type: [AgentChangesType],
      description: 'The agents whose leads change, those with most first; at most 100.',
      resolve: ({ agents }) => [...agents],
    }),
    leads: t.field({
      type: [ChangedLeadType],
      description: 'The changed leads whose protection would end first; at most 100.',
      resolve: ({ leads }) => [...leads],
    }),
  }),
});

const PolicyChangeInput = builder.inputType('PolicyChangeInput', {
  description: 'A hypothetical value of a part of the protection policy.',
  fields: (t) => ({
    key: t.string({ required: true, maxLength: 100, description: '`protection.…`.' }),
    businessType: t.string({ description: 'For the leads of this business type alone.' }),
    value: t.string({
      required: true,
      maxLength: MAX_VALUE_LENGTH,
      description: 'The value as JSON, as `updateSetting` takes it.',
    }),
  }),
});

builder.queryField('previewPolicy', (t) =>
  t.field({
    type: PolicyPreviewType,
    description:
      'The effect of changes of the protection policy on every lead under protection, for admins and auditors.',
    args: {
      changes: t.arg({
        type: [PolicyChangeInput],
        required: true,
        maxItems: MAX_CHANGES,
        description: 'The changes, applied together.',
      }),
    },
    resolve: (_root, { changes }, ctx) => previewChanges(ctx, changes, previewSignal(ctx)),
  }),
);

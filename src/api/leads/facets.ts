import type { ProtectionState } from '../../domain/clock.js';
import type { LeadStage } from '../../domain/lead-stages.js';
import { type FacetCount, type Facets, MOST_IN_FACET } from '../../features/leads/count-leads.js';
import { builder } from '../kit/builder.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';
import { LeadStageType, ProtectionStateType } from './codes.js';

export const LeadStateCountType = builder
  .objectRef<FacetCount<ProtectionState>>('LeadStateCount')
  .implement({
    description: 'Number of leads in one state.',
    fields: (t) => ({
      state: t.field({
        type: ProtectionStateType,
        description: 'The state, as `protection.state` of each of the leads.',
        resolve: ({ value }) => value,
      }),
      count: t.exposeInt('count', { description: 'Number of leads.' }),
    }),
  });

const LeadStageCountType = builder.objectRef<FacetCount<LeadStage>>('LeadStageCount').implement({
  description: 'Number of leads in one stage.',
  fields: (t) => ({
    stage: t.field({
      type: LeadStageType,
      description: 'The stage.',
      resolve: ({ value }) => value,
    }),
    count: t.exposeInt('count', { description: 'Number of leads.' }),
  }),
});

const LeadOwnerCountType = builder
  .objectRef<FacetCount<string | null>>('LeadOwnerCount')
  .implement({
    description: 'Number of leads of one owner.',
    fields: (t) => ({
      owner: t.field({
        type: UserType,
        nullable: true,
        description: 'The owner; null for the leads without one.',
        resolve: ({ value }, _args, ctx, info) => resolveUser(ctx, info, value),
      }),
      count: t.exposeInt('count', { description: 'Number of leads.' }),
    }),
  });

const LeadTextCountType = builder.objectRef<FacetCount<string | null>>('LeadTextCount').implement({
  description: 'Number of leads with one value of a field.',
  fields: (t) => ({
    value: t.exposeString('value', {
      nullable: true,
      description: 'The value; null for the leads without one.',
    }),
    count: t.exposeInt('count', { description: 'Number of leads.' }),
  }),
});

export const LeadFacetsType = builder.objectRef<Facets>('LeadFacets').implement({
  description: `How the leads of a list divide up, all its pages together, the largest part first. Of owners, territories and business types the ${MOST_IN_FACET} largest parts.`,
  fields: (t) => ({
    states: t.field({
      type: [LeadStateCountType],
      description: 'By state of protection at the instant of the request.',
      resolve: ({ states }) => [...states],
    }),
    stages: t.field({
      type: [LeadStageCountType],
      description: 'By stage.',
      resolve: ({ stages }) => [...stages],
    }),
    owners: t.field({
      type: [LeadOwnerCountType],
      description: 'By owner; empty in `pool`, and for wallboards, which see no people.',
      resolve: ({ owners }) => [...owners],
    }),
    territories: t.field({
      type: [LeadTextCountType],
      description: 'By territory.',
      resolve: ({ territories }) => [...territories],
    }),
    businessTypes: t.field({
      type: [LeadTextCountType],
      description: 'By business type.',
      resolve: ({ businessTypes }) => [...businessTypes],
    }),
  }),
});

import { type LeadFilter, MAX_SEARCH_WORDS } from '../../features/leads/lead-filter.js';
import { builder } from '../kit/builder.js';
import { UserType } from '../users/types.js';
import { LeadStageType, LeadStatusType, ProtectionStateType } from './codes.js';

const LeadTagFilter = builder.inputType('LeadTagFilter', {
  description:
    'Criteria for the labels of a lead. Actors who do not see labels find nothing by them.',
  fields: (t) => ({
    any: t.stringList({ maxItems: 50, description: 'At least one of these labels.' }),
    all: t.stringList({ maxItems: 50, description: 'All of these labels.' }),
  }),
});

export const LeadFilterInput = builder.inputType('LeadFilter', {
  description: 'Criteria for leads; a criterion that is left out does not restrict.',
  fields: (t) => ({
    search: t.string({
      costPerWord: 10,
      description: `Parts of company and city in any spelling, up to ${MAX_SEARCH_WORDS} words, or a whole e-mail address.`,
    }),
    status: t.field({ type: [LeadStatusType], description: 'Any of these statuses.' }),
    stage: t.field({ type: [LeadStageType], description: 'Any of these stages.' }),
    state: t.field({
      type: [ProtectionStateType],
      description: 'Any of these states of protection, as they are at the instant of the request.',
    }),
    onHold: t.boolean({
      description: 'Whether a hold stops the clock at the instant of the request.',
    }),
    ownerId: t.globalID({
      for: UserType,
      description: 'Owner of the leads; leads that they converted or lost are included.',
    }),
    ownerIds: t.globalIDList({
      for: UserType,
      description: 'Any of these owners, as `ownerId`.',
    }),
    city: t.string({ description: 'City, compared as a whole.' }),
    postalCodePrefix: t.string({
      description: 'Beginning of the postal code, such as `80` for the south of Bavaria.',
    }),
    country: t.string({ description: 'ISO 3166 code.' }),
    businessType: t.stringList({ description: 'Any of these business types.' }),
    source: t.string({ description: 'Source, compared as a whole.' }),
    territory: t.string({ description: 'Territory, compared as a whole.' }),
    tag: t.string({ description: 'Leads with this label.' }),
    tags: t.field({ type: LeadTagFilter, description: 'Leads by several labels.' }),
    lastActivityBefore: t.field({
      type: 'DateTime',
      description:
        'No activity of the present ownership since this instant: the latest one was before, or there is none. Matches nothing in `pool`.',
    }),
    hasOpenExtension: t.boolean({
      description: 'Whether an extension request waits for its decision.',
    }),
    registeredFrom: t.field({
      type: 'DateTime',
      description: 'Registered at this instant or later.',
    }),
    registeredBefore: t.field({ type: 'DateTime', description: 'Registered before this instant.' }),
    expiresFrom: t.field({
      type: 'DateTime',
      description:
        'Protection ends at this instant or later. Without `status` only ACTIVE leads; in `pool` those of the pool.',
    }),
    expiresBefore: t.field({
      type: 'DateTime',
      description:
        'Protection ends before this instant. Without `status` only ACTIVE leads; in `pool` those of the pool.',
    }),
    progressDueBefore: t.field({
      type: 'DateTime',
      description: 'Under protection, with progress due before this instant.',
    }),
    warned: t.boolean({
      description: 'Under protection, with the present window warned (true) or not (false).',
    }),
    unworked: t.boolean({
      description:
        'Under protection, without progress since the assignment to the present owner (true), or with it (false).',
    }),
    collaborating: t.boolean({
      description:
        'For agents: true lists the leads of other agents that they collaborate on, instead of their own.',
    }),
  }),
});

export type Filter = (typeof LeadFilterInput)['$inferInput'];

/** A criterion without a condition would be ignored, and the filter would match too much. */
const UNKNOWN: Record<Exclude<keyof Filter, keyof LeadFilter | 'collaborating'>, never> = {};

/** The filter as verbs take it; whether the actor collaborates is no criterion of the lead. */
export function criteriaOf(filter: Filter | null | undefined): LeadFilter {
  const { ownerId, ownerIds, collaborating: _, ...rest } = filter ?? {};
  return { ...UNKNOWN, ...rest, ownerId: ownerId?.id, ownerIds: ownerIds?.map(({ id }) => id) };
}

import { POOL_STATUSES } from '../../domain/lead-status.js';
import { knownLeads } from '../../features/leads/lead-access.js';
import { type LeadFilter, MAX_SEARCH_WORDS, whereLeads } from '../../features/leads/lead-filter.js';
import { findPooled } from '../../features/leads/pool.js';
import { helpedLeads, ownLeads } from '../../features/leads/visibility.js';
import { seesPeople, seesText } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import { codeType, OrderDirection } from '../kit/codes.js';
import type { GraphQLContext } from '../kit/context.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { readClient } from '../kit/read-client.js';
import { UserType } from '../users/types.js';
import { LeadStageType, LeadStatusType } from './codes.js';
import { LeadConnection, LeadType } from './types.js';

export const LeadFilterInput = builder.inputType('LeadFilter', {
  description: 'Criteria for leads; a criterion that is left out does not restrict.',
  fields: (t) => ({
    search: t.string({
      costPerWord: 10,
      description: `Parts of company and city in any spelling, up to ${MAX_SEARCH_WORDS} words, or a whole e-mail address.`,
    }),
    status: t.field({ type: [LeadStatusType], description: 'Any of these statuses.' }),
    stage: t.field({ type: [LeadStageType], description: 'Any of these stages.' }),
    ownerId: t.globalID({
      for: UserType,
      description: 'Owner of the leads; leads that they converted or lost are included.',
    }),
    city: t.string({ description: 'City, compared as a whole.' }),
    country: t.string({ description: 'ISO 3166 code.' }),
    businessType: t.stringList({ description: 'Any of these business types.' }),
    source: t.string({ description: 'Source, compared as a whole.' }),
    territory: t.string({ description: 'Territory, compared as a whole.' }),
    tag: t.string({ description: 'Leads with this label.' }),
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

const LeadOrderField = codeType('LeadOrderField', 'Sort key of leads.', {
  REGISTERED_AT: 'When it was registered.',
  COMPANY_NAME: 'Name of the company.',
  EXPIRES_AT: 'When protection ends. Ascending, leads without such a date come last.',
  PROGRESS_DEADLINE: 'Deadline for progress. Ascending, leads without such a date come last.',
});

const LeadOrder = builder.inputType('LeadOrder', {
  description: 'Order of a list of leads.',
  fields: (t) => ({
    field: t.field({ type: LeadOrderField, required: true, description: 'Sorted by what.' }),
    direction: t.field({
      type: OrderDirection,
      required: true,
      defaultValue: 'ASC',
      description: 'Direction of the order.',
    }),
  }),
});

const SORT_COLUMNS = {
  REGISTERED_AT: { column: 'registeredAt', kind: 'instant' },
  COMPANY_NAME: { column: 'companyName', kind: 'text' },
  EXPIRES_AT: { column: 'expiresAt', kind: 'instant', nullable: true },
  PROGRESS_DEADLINE: { column: 'progressDeadline', kind: 'instant', nullable: true },
} as const satisfies Record<(typeof LeadOrderField)['$inferType'], Omit<SortKey, 'direction'>>;

const LATEST_FIRST: SortKey = { column: 'registeredAt', kind: 'instant', direction: 'desc' };
const LATEST_IN_POOL: SortKey = { column: 'endedAt', kind: 'instant', direction: 'desc' };

function sortKeyOf(order: (typeof LeadOrder)['$inferInput'] | null | undefined): SortKey {
  if (!order) return LATEST_FIRST;
  return { ...SORT_COLUMNS[order.field], direction: order.direction === 'ASC' ? 'asc' : 'desc' };
}

type Filter = (typeof LeadFilterInput)['$inferInput'];

/** A criterion without a condition would be ignored, and the filter would match too much. */
const UNKNOWN: Record<Exclude<keyof Filter, keyof LeadFilter | 'collaborating'>, never> = {};

/** The filter as verbs take it; whether the actor collaborates is no criterion of the lead. */
export function criteriaOf(filter: Filter | null | undefined): LeadFilter {
  const { ownerId, collaborating: _, ...rest } = filter ?? {};
  return { ...UNKNOWN, ...rest, ownerId: ownerId?.id };
}

function filterOf(filter: Filter | null | undefined, { actor, now }: GraphQLContext) {
  // Never both at once: see ownLeads.
  // An actor who sees no people learns from no filter whose a lead is.
  if (filter?.ownerId && !seesPeople(actor)) return { id: { in: [] } };
  const whose = filter?.collaborating ? helpedLeads(actor) : ownLeads(actor);
  const found = whereLeads(criteriaOf(filter), { seesPersonalData: seesText(actor), now });
  return { AND: [whose, found, { mergedIntoId: null }] };
}

builder.queryFields((t) => ({
  lead: t.prismaField({
    type: LeadType,
    nullable: true,
    description: 'One lead; null if there is none or the actor may not see it.',
    args: {
      id: t.arg.globalID({ for: LeadType, required: true, description: 'Id of the lead.' }),
    },
    resolve: (query, _root, { id }, ctx) =>
      readClient(ctx).lead.findFirst({
        ...query,
        where: { id: id.id, AND: [knownLeads(ctx.actor)] },
      }),
  }),
  leads: t.field({
    type: LeadConnection,
    description:
      'The leads that the actor answers for: their own for agents, those of the territory for managers. Leads that an agent collaborates on: `collaborating`.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: LeadFilterInput, description: 'Filter of the list.' }),
      orderBy: t.arg({
        type: LeadOrder,
        description: 'Order of the list; the latest registration first if left out.',
      }),
    },
    resolve: (_root, args, ctx, info) =>
      readConnection(
        { ctx, info, args, key: sortKeyOf(args.orderBy), model: 'Lead' },
        filterOf(args.filter, ctx),
        (query) => ctx.reads.read((tx) => tx.lead.findMany(query)),
      ),
  }),
  pool: t.field({
    type: LeadConnection,
    description:
      'The leads in the pool, which have no owner and which any agent may claim, the latest first, without personal data.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: LeadFilterInput, description: 'Filter of the list.' }),
    },
    resolve: (_root, args, ctx, info) =>
      readConnection(
        { ctx, info, args, key: LATEST_IN_POOL },
        { AND: [{ status: { in: [...POOL_STATUSES] } }, whereInPool(args.filter, ctx.now)] },
        (query) => ctx.reads.readPool((tx) => findPooled(tx, query)),
      ),
  }),
}));

/** A lead in the pool that is found by an e-mail address or a tag would disclose something about a person. */
function whereInPool(filter: Filter | null | undefined, now: Date) {
  const view = { seesPersonalData: false, now, inPool: true };
  const found = whereLeads(criteriaOf(filter), view);
  // With the ownership the collaboration ended.
  return filter?.collaborating ? { AND: [found, { id: { in: [] } }] } : found;
}

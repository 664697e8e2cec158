import { POOL_STATUSES } from '../../domain/lead-status.js';
import { countLeads } from '../../features/leads/count-leads.js';
import { knownLeads } from '../../features/leads/lead-access.js';
import { whereLeads } from '../../features/leads/lead-filter.js';
import { asksForHolds, loadTurnedHolds, NO_TURNS } from '../../features/leads/lead-state.js';
import { findPooled } from '../../features/leads/pool.js';
import { helpedLeads, ownLeads } from '../../features/leads/visibility.js';
import { extentOf, seesPeople, seesText } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import type { GraphQLContext } from '../kit/context.js';
import { pageArgs } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { readClient } from '../kit/read-client.js';
import { keptCount } from './kept-count.js';
import { criteriaOf, type Filter, LeadFilterInput } from './lead-filter.js';
import { LeadConnection, readLeadList } from './lead-list.js';
import { LeadOrder, sortKeyOf } from './lead-order.js';
import { LeadType } from './types.js';

const LATEST_IN_POOL: SortKey = { column: 'endedAt', kind: 'instant', direction: 'desc' };

async function filterOf(filter: Filter | null | undefined, { actor, now, reads }: GraphQLContext) {
  // Never both at once: see ownLeads.
  // An actor who sees no people learns from no filter whose a lead is.
  if ((filter?.ownerId || filter?.ownerIds) && !seesPeople(actor)) return { id: { in: [] } };
  const whose = filter?.collaborating ? helpedLeads(actor) : ownLeads(actor);
  const criteria = criteriaOf(filter);
  const turned = asksForHolds(criteria)
    ? await loadTurnedHolds((sql, params) => reads.query(sql, params), now)
    : NO_TURNS;
  const found = whereLeads(criteria, { seesPersonalData: seesText(actor), now, turned });
  return { AND: [whose, found, { mergedIntoId: null }] };
}

/** Orders that there is an index of for one owner. */
const ORDERED_BY_OWNER: ReadonlySet<string | undefined> = new Set([
  undefined,
  'REGISTERED_AT',
  'EXPIRES_AT',
]);

/** So many leads are sorted within milliseconds. */
const FEW = 2_000;

/**
 * Whether the leads of a list are few enough to be sorted: an agent's, those that wait for the clock or a decision, and
 * those of a rare label. The database expects more of them, and would look for them in all leads in their order.
 */
async function areFew(
  {
    filter,
    orderBy,
  }: { filter?: Filter | null | undefined; orderBy?: { field: string } | null | undefined },
  { actor, reads }: GraphQLContext,
): Promise<boolean> {
  if (filter?.hasOpenExtension || filter?.state?.every((state) => state === 'EXPIRED')) return true;
  const { of } = extentOf(actor, 'leads');
  if (of === 'OWN') return !ORDERED_BY_OWNER.has(orderBy?.field);
  const { tag, tags } = criteriaOf(filter);
  // A manager of a territory finds no label by an index: the operators of arrays are not leakproof.
  if (of !== 'ALL' || !seesText(actor) || (tag == null && tags == null)) return false;
  const labelled = whereLeads({ tag, tags }, { seesPersonalData: true, now: new Date(0) });
  return (await countLeads((sql, params) => reads.query(sql, params), labelled, FEW)) < FEW;
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
    resolve: async (_root, args, ctx, info) =>
      readLeadList(
        {
          ctx,
          info,
          args,
          key: sortKeyOf(args.orderBy, ctx.actor),
          model: 'Lead',
          few: await areFew(args, ctx),
        },
        {
          where: await filterOf(args.filter, ctx),
          query: (sql, params) => ctx.reads.query(sql, params),
          kept: () => keptCount(ctx, args.filter),
          inPool: false,
          people: seesPeople(ctx.actor),
        },
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
      readLeadList(
        { ctx, info, args, key: LATEST_IN_POOL },
        {
          where: {
            AND: [{ status: { in: [...POOL_STATUSES] } }, whereInPool(args.filter, ctx.now)],
          },
          query: (sql, params) => ctx.reads.readPool((tx) => tx.$queryRawUnsafe(sql, ...params)),
          inPool: true,
          people: false,
        },
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

import type { GraphQLResolveInfo } from 'graphql';
import {
  type CountQuery,
  countLeads,
  type FacetSight,
  readFacets,
} from '../../features/leads/count-leads.js';
import { builder } from '../kit/builder.js';
import type { GraphQLContext } from '../kit/context.js';
import { type Connection, type PageQuery, readConnection } from '../kit/keyset-connection.js';
import type { PageArgs, SortKey } from '../kit/keyset-page.js';
import { readPosition } from '../kit/read-position.js';
import { LeadFacetsType } from './facets.js';
import { LeadType } from './types.js';

/** Cost of a number of which every lead of the list is read. */
const COUNT_COST = 100;
const FACETS_COST = 1_000;

/** Which leads a list is about, all its pages together. */
interface Whole extends FacetSight {
  readonly where: object;
  readonly query: CountQuery;
  /** Known without counting; null if it is not. */
  readonly kept?: () => Promise<number | null>;
}

interface LeadList {
  readonly whole: Whole;
  readonly position: () => string;
}

/** What `readLeadList` returned: Pothos knows of a connection only its edges. */
const listOf = (connection: object) => connection as LeadList;

export const LeadConnection = builder.connectionObject(
  {
    type: LeadType,
    name: 'LeadConnection',
    description: 'A page of leads, and numbers of the whole list.',
    fields: (t) => ({
      totalCount: t.int({
        extensions: { cost: COUNT_COST },
        description: 'Number of leads on all pages together, exact at the instant of the request.',
        resolve: async (connection) => {
          const { kept, query, where } = listOf(connection).whole;
          return (await kept?.()) ?? countLeads(query, where);
        },
      }),
      facets: t.field({
        type: LeadFacetsType,
        extensions: { cost: FACETS_COST },
        description: 'How the leads on all pages together divide up.',
        resolve: (connection, _args, { now }) => {
          const { query, where, ...sight } = listOf(connection).whole;
          return readFacets(query, where, now, sight);
        },
      }),
      readPosition: t.field({
        type: 'Cursor',
        description:
          'A position in the event log that the list is up to date with: a subscription with `after` set to it tells everything that happens to the list from here on. Of what happened at this very moment it may tell what the list shows already. UNAVAILABLE while the server starts.',
        resolve: (connection) => listOf(connection).position(),
      }),
    }),
  },
  { name: 'LeadEdge', description: 'A lead in a page.' },
);

/** A page of leads that can count the whole list. */
export async function readLeadList<Node extends { readonly id: string }>(
  request: {
    ctx: GraphQLContext;
    info: GraphQLResolveInfo;
    args: PageArgs;
    key: SortKey;
    model?: string;
    few?: boolean;
  },
  whole: Whole,
  find: (query: PageQuery & { select: { id: true } }) => Promise<Node[]>,
): Promise<Connection<Node>> {
  // Before anything is read: what happens meanwhile is told again rather than not at all.
  const position = readPosition(request.ctx);
  const connection = await readConnection(request, whole.where, find);
  return Object.assign(connection, { whole, position } satisfies LeadList);
}

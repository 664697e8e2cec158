import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import { knownLeads } from '../../features/leads/lead-access.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { loadTogether } from '../kit/batch-loaders.js';
import type { GraphQLContext } from '../kit/context.js';
import { findKnown } from './known-leads.js';

/**
 * The lead with this id as a field's value, null if the actor may not know of it; all siblings are
 * loaded with one statement.
 * @param known which leads the field may name
 */
export async function leadFieldOf(
  ctx: GraphQLContext,
  info: GraphQLResolveInfo,
  id: string | null,
  known: Prisma.LeadWhereInput = knownLeads(ctx.actor),
): Promise<{ id: string } | null> {
  // Also tells Pothos that this very row has the selected columns.
  const { select } = queryFromInfo({ context: ctx, info, select: { id: true } });
  return loadTogether(ctx.loaders, info.fieldNodes, id, (ids) => {
    return findKnown(ctx, { select }, ids, known);
  });
}

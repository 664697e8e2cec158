import { project } from '../domain/clock.js';
import { policyFor } from '../domain/policy.js';
import { loadTogether } from '../graphql/batch-loaders.js';
import type { GraphQLContext } from '../graphql/context.js';
import { loadPolicy } from '../settings/load-policy.js';
import { loadFacts } from './load-facts.js';

const PLACE = {};

/**
 * What an open hold has left on a lead's clock. It is in no column, so it is computed from the
 * facts, for all leads of a page at once and only where somebody asks.
 */
export async function pausedRemainingMs(
  ctx: GraphQLContext,
  leadId: string,
): Promise<number | null> {
  const row = await loadTogether(ctx.loaders, PLACE, leadId, async (ids) => {
    const { prisma } = ctx.db;
    const policy = await loadPolicy(prisma);
    const facts = await loadFacts(prisma, ids);
    const leads = await prisma.lead.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, businessType: true },
    });
    return leads.flatMap(({ id, businessType }) => {
      const known = facts.get(id);
      if (!known) return [];
      const { pausedRemainingMs: ms } = project(
        known,
        policyFor(policy, businessType),
        ctx.now.getTime(),
      );
      return [{ id, ms }];
    });
  });
  return row?.ms ?? null;
}

import { loadTogether } from '../graphql/batch-loaders.js';
import type { GraphQLContext } from '../graphql/context.js';
import { loadPolicy } from '../settings/load-policy.js';
import { loadFacts } from './load-facts.js';
import { projectFacts } from './project-leads.js';

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
    const { policy, facts } = await ctx.reads.read(async (tx) => ({
      policy: await loadPolicy(tx),
      facts: await loadFacts(tx, ids),
    }));
    return [...facts].map(([id, known]) => ({
      id,
      ms: projectFacts(known, policy, ctx.now).pausedRemainingMs,
    }));
  });
  return row?.ms ?? null;
}

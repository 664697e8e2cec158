import { loadFacts } from '../../features/protection/load-facts.js';
import { projectFacts } from '../../features/protection/project-leads.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { loadPolicyVersions } from '../../platform/settings/load-policy-versions.js';
import { loadTogether } from '../kit/batch-loaders.js';
import type { GraphQLContext } from '../kit/context.js';

const PLACE = {};

/**
 * The time that an open hold has left on a lead's clock. It is in no column, so it is computed from the facts, for
 * all leads of a page at once and only if the client selects it.
 */
export async function pausedRemainingMs(
  ctx: GraphQLContext,
  leadId: string,
): Promise<number | null> {
  const row = await loadTogether(ctx.loaders, PLACE, leadId, async (ids) => {
    const { inForce, policies, facts } = await ctx.reads.read(async (tx) => {
      const facts = await loadFacts(tx, ids);
      const versions = new Set([...facts.values()].map(({ policyVersion }) => policyVersion));
      const policies = await loadPolicyVersions(tx, [...versions]);
      return { inForce: await loadPolicy(tx), policies, facts };
    });
    return [...facts].map(([id, known]) => {
      // By the policy of the dates beside it, also while they wait to be projected anew.
      const policy = policies.get(known.policyVersion) ?? inForce;
      return { id, ms: projectFacts(known, policy, ctx.now).pausedRemainingMs };
    });
  });
  return row?.ms ?? null;
}

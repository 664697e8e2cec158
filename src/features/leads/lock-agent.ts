import { readSetting } from '../../platform/settings/read-setting.js';
import type { TxContext } from '../../platform/verbs/context.js';

/** Namespace of the advisory locks on agents who gain or lose leads. */
const LOCK_CLASS = 4_711_003;

/**
 * Lets an agent gain one lead at a time, so that limits hold in any race, and keep meanwhile the rights that owning
 * needs.
 */
export async function lockAgent(ctx: TxContext, agentId: string): Promise<void> {
  await lockAgents(ctx, [agentId]);
}

/**
 * Several verbs may give leads to an agent at once, and all of them wait for `lockAgent`; where the
 * number of leads is limited, each waits for the others.
 */
export async function keepAgents(ctx: TxContext, agentIds: readonly string[]): Promise<void> {
  if ((await readSetting(ctx.tx, 'maxProtectedLeads')) !== null) {
    await lockAgents(ctx, agentIds);
    return;
  }
  await ctx.tx.$executeRaw`
    SELECT pg_advisory_xact_lock_shared(${LOCK_CLASS}::int, number)
    FROM (SELECT DISTINCT hashtext(id) AS number FROM unnest(${[...agentIds]}::text[]) AS id ORDER BY 1) AS numbers`;
}

/** In the order of their numbers, so that two cannot wait for each other. */
async function lockAgents({ tx }: TxContext, agentIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, number)
    FROM (SELECT DISTINCT hashtext(id) AS number FROM unnest(${[...agentIds]}::text[]) AS id ORDER BY 1) AS numbers`;
}

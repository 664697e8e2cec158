import type { TxContext } from '../context.js';

/** Namespace of the advisory locks on agents who gain or lose leads. */
const LOCK_CLASS = 4_711_003;

/** Lets an agent gain one lead at a time, so that limits hold in any race, and lose what owning needs at no such time. */
export async function lockAgent({ tx }: TxContext, agentId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${agentId}))`;
}

/** Many may give leads to an agent at once; all of them wait for `lockAgent`. */
export async function keepAgent({ tx }: TxContext, agentId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock_shared(${LOCK_CLASS}::int, hashtext(${agentId}))`;
}

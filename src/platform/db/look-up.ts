import { IDENTITY_MARK, LOOKUP, POOL, roleSql } from './identity.js';
import type { Tx } from './open.js';

/**
 * Runs `work` in the transaction with sight of the keys of every lead, for a verdict that the actor
 * alone could not come to: is the company protected, is a limit reached? `work` reads one thing after
 * the other, and nothing else is asked of the transaction meanwhile. What it finds is for the verdict;
 * nothing of it may reach the actor.
 */
export function lookUp<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  return under(LOOKUP, tx, work);
}

/** Runs `work` in the transaction of a verb with sight of the pool; like `lookUp`, one thing after the other. */
export function lookInPool<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  return under(POOL, tx, work);
}

/**
 * Lets the rest of the transaction see and write a lead in the pool that a verb takes out or puts in, with all its
 * columns: otherwise agents and managers of a territory see no lead without an owner.
 */
export async function openPooled(tx: Tx, leadId: string): Promise<void> {
  await tx.$executeRaw`SELECT set_config('app.lead', ${leadId}::text, true)`;
}

async function under<T>(role: string, tx: Tx, work: () => Promise<T>): Promise<T> {
  // The list is evaluated from left to right: first the former identity, then the new one.
  const [before] = await tx.$queryRawUnsafe<{ role: string }[]>(
    `${IDENTITY_MARK} SELECT current_setting('role') AS role, set_config('role', '${role}', true)`,
  );
  const back = () => tx.$executeRawUnsafe(roleSql(before?.role ?? 'none'));
  let found: T;
  try {
    found = await work();
  } catch (error) {
    // After a failed statement nothing can be said to the transaction any more, nor committed.
    await back().catch(() => {});
    throw error;
  }
  await back();
  return found;
}

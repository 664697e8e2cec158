import { IDENTITY_MARK, LOOKUP, roleSql } from './identity.js';
import type { Tx } from './open.js';

/**
 * Runs `work` in the transaction with sight of the keys of every lead, for a verdict that the actor
 * alone could not come to: is the company protected, is a limit reached? `work` reads one thing after
 * the other, and nothing else is asked of the transaction meanwhile. What it finds is for the verdict;
 * nothing of it may reach the actor.
 */
export async function lookUp<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  // The list is evaluated from left to right: first who it was, then who it is.
  const [before] = await tx.$queryRawUnsafe<{ role: string }[]>(
    `${IDENTITY_MARK} SELECT current_setting('role') AS role, set_config('role', '${LOOKUP}', true)`,
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

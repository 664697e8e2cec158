import { type ChainReport, verifyChainIn } from '../../../src/platform/audit/verify-chain.js';
import type { Tx } from '../../../src/platform/db/open.js';
import type { TestDatabase } from '../../support/database.js';

/**
 * What verifying finds after somebody who owns the database has written past all triggers, which is
 * then undone.
 */
export async function findings(
  db: TestDatabase,
  crime: (tx: Tx) => Promise<unknown>,
): Promise<ChainReport['broken']> {
  let broken: ChainReport['broken'] = null;
  const undo = new Error('undo');
  const committed = db.transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await crime(tx);
    ({ broken } = await verifyChainIn(tx));
    throw undo;
  });
  await committed.catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return broken;
}

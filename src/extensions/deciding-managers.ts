import type { User } from '../db/generated/prisma/client.js';
import type { Tx } from '../db/open.js';

/**
 * The active managers who answer for a lead of the territory: first those of the territory itself,
 * then those of the whole market, each in the order in which they joined.
 */
export async function decidingManagers(tx: Tx, territory: string | null): Promise<User[]> {
  const ofMarket = { territory: null };
  return tx.user.findMany({
    where: {
      role: 'MANAGER',
      active: true,
      OR: territory === null ? [ofMarket] : [ofMarket, { territory }],
    },
    orderBy: [{ territory: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  });
}

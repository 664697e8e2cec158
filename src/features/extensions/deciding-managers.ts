import type { Tx } from '../../platform/db/open.js';
import { COLLEAGUE, type Colleague } from '../../platform/identity/colleague.js';

/**
 * The active managers who answer for a lead of the territory and did not ask themselves: first those of the territory,
 * then those of the whole market, each in the order in which they joined. The admins, if there is no such manager.
 */
export async function decidingManagers(
  tx: Tx,
  territory: string | null,
  requestedById: string,
): Promise<Colleague[]> {
  const ofMarket = { territory: null };
  const others = { active: true, id: { not: requestedById } };
  const managers = await tx.user.findMany({
    where: {
      ...others,
      role: 'MANAGER',
      OR: territory === null ? [ofMarket] : [ofMarket, { territory }],
    },
    select: COLLEAGUE,
    orderBy: [{ territory: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  });
  if (managers.length > 0) return managers;
  return tx.user.findMany({
    where: { ...others, role: 'ADMIN' },
    select: COLLEAGUE,
    orderBy: { id: 'asc' },
  });
}

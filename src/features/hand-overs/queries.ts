import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { extentOf } from '../../platform/identity/sight.js';

/** The hand-overs that the actor started; for actors who see the whole market, all of them. */
export function visibleHandOvers(actor: Actor): Prisma.HandOverWhereInput {
  const extent = extentOf(actor, 'handOvers');
  if (extent.of === 'ALL') return {};
  return extent.of === 'OWN' ? { requestedById: extent.userId } : { id: { in: [] } };
}

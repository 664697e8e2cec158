import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { extentOf } from '../../platform/identity/sight.js';

/** Those that an actor asked for; all of them for those who answer for the whole market. */
export function visibleHandOvers(actor: Actor): Prisma.HandOverWhereInput {
  const extent = extentOf(actor, 'handOvers');
  if (extent.of === 'ALL') return {};
  return extent.of === 'OWN' ? { requestedById: extent.userId } : { id: { in: [] } };
}

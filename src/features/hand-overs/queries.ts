import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { visibleRows } from '../../platform/identity/sight.js';

/** The hand-overs that the actor started; for actors who see the whole market, all of them. */
export function visibleHandOvers(actor: Actor): Prisma.HandOverWhereInput {
  return visibleRows<Prisma.HandOverWhereInput>(actor, 'handOvers', {
    own: (requestedById) => ({ requestedById }),
  });
}

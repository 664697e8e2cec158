import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';

const NOTHING: Prisma.HandOverWhereInput = { id: { in: [] } };

/** The hand-overs that the actor started; for actors who see the whole market, all of them. */
export function visibleHandOvers(actor: Actor): Prisma.HandOverWhereInput {
  switch (actor.role) {
    case 'SYSTEM':
    case 'ADMIN':
    case 'AUDITOR':
      return {};
    case 'MANAGER':
      if (actor.territory === null) return {};
      return actor.id === null ? NOTHING : { requestedById: actor.id };
    case 'SERVICE':
      return actor.id === null ? NOTHING : { requestedById: actor.id };
    case 'REP':
    case 'WALLBOARD':
      return NOTHING;
  }
}

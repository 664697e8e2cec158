import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { extentOf, visibleRows } from '../../platform/identity/sight.js';

/** The records of conflicts that an actor sees: managers those about leads of their territory, agents what they asked for. */
export function visibleConflicts(actor: Actor): Prisma.ConflictWhereInput {
  return visibleRows<Prisma.ConflictWhereInput>(actor, 'conflicts', {
    territory: (territory) => ({ lead: { territory } }),
    own: (askedById) => ({ askedById }),
  });
}

/** Whether the actor is shown the lead that was met, and why: those who asked are not. */
export function seesBothSides(actor: Actor): boolean {
  return extentOf(actor, 'conflicts').of !== 'OWN';
}

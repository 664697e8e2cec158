import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { visibleRows } from '../../platform/identity/sight.js';

/** The merges that an actor sees: managers those of leads that were kept in their territory, agents none. */
export function visibleMerges(actor: Actor): Prisma.LeadMergeWhereInput {
  return visibleRows<Prisma.LeadMergeWhereInput>(actor, 'merges', {
    territory: (territory) => ({ lead: { territory } }),
  });
}

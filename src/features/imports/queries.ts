import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';

/** The imports of the actor; for actors who see the whole market, all of them. */
export function visibleImportJobs(actor: Actor): Prisma.ImportJobWhereInput {
  switch (actor.role) {
    case 'SYSTEM':
    case 'ADMIN':
    case 'AUDITOR':
    case 'SERVICE':
      return {};
    case 'MANAGER':
      if (actor.territory === null) return {};
      return actor.id === null ? { id: { in: [] } } : { createdById: actor.id };
    case 'REP':
      return actor.id === null ? { id: { in: [] } } : { createdById: actor.id };
    case 'WALLBOARD':
      return { id: { in: [] } };
  }
}

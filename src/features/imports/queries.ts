import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';

/** One's own imports; for those who answer for the whole market, everybody's. */
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

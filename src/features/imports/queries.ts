import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { visibleRows } from '../../platform/identity/sight.js';

/** An actor's own imports; all of them for those who answer for the whole market. */
export function visibleImportJobs(actor: Actor): Prisma.ImportJobWhereInput {
  return visibleRows<Prisma.ImportJobWhereInput>(actor, 'imports', {
    own: (createdById) => ({ createdById }),
  });
}

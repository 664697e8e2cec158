import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { extentOf } from '../../platform/identity/sight.js';

/** An actor's own imports; all of them for those who answer for the whole market. */
export function visibleImportJobs(actor: Actor): Prisma.ImportJobWhereInput {
  const extent = extentOf(actor, 'imports');
  if (extent.of === 'ALL') return {};
  return extent.of === 'OWN' ? { createdById: extent.userId } : { id: { in: [] } };
}

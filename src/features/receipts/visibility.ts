import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { extentOf } from '../../platform/identity/sight.js';

/**
 * The receipts that the actor may see: an agent those of events that concerned them, also of leads that are theirs no
 * longer.
 */
export function visibleReceipts(actor: Actor): Prisma.ReceiptWhereInput {
  const extent = extentOf(actor, 'receipts');
  switch (extent.of) {
    case 'ALL':
      return {};
    case 'TERRITORY':
      return { territory: extent.territory };
    case 'OWN':
      return { ownerId: extent.userId };
    case 'NONE':
      return { id: { in: [] } };
  }
}

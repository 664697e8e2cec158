import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { visibleRows } from '../../platform/identity/sight.js';

/**
 * The receipts that the actor may see: an agent those of events that concerned them, also of leads that are theirs no
 * longer.
 */
export function visibleReceipts(actor: Actor): Prisma.ReceiptWhereInput {
  return visibleRows<Prisma.ReceiptWhereInput>(actor, 'receipts', {
    territory: (territory) => ({ territory }),
    own: (ownerId) => ({ ownerId }),
  });
}

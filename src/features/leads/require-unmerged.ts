import { ConflictError, NotFoundError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import type { Lead } from '../../platform/db/generated/prisma/client.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { requireVisible } from './require-visible.js';

/**
 * What is read by an old id leads on; what is to be changed does not, because the lead that it was merged into has another
 * version and perhaps another owner. The error names that lead.
 * @throws ConflictError for a lead that was merged
 * @throws NotFoundError if the actor does not see the lead that it was merged into
 */
export async function requireUnmerged(ctx: TxContext, lead: Lead): Promise<void> {
  const { id, mergedIntoId } = lead;
  if (mergedIntoId === null) return;
  await requireVisible(ctx, mergedIntoId).catch((error: unknown) => {
    throw error instanceof NotFoundError ? new NotFoundError('Lead', id) : error;
  });
  const [old, kept] = [globalIdOf('Lead', id), globalIdOf('Lead', mergedIntoId)];
  const message = `The lead ${old} was merged with another one already, allowed is that one: ${kept}.`;
  const error = new ConflictError(message, 'MERGED');
  error.mergedIntoId = mergedIntoId;
  throw error;
}

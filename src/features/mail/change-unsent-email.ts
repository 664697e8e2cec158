import { validate as isUuid } from 'uuid';
import { ConflictError, NotFoundError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import type { OutboxEmail, Prisma } from '../../platform/db/generated/prisma/client.js';
import type { TxContext } from '../../platform/verbs/context.js';

/**
 * Changes a mail that is PENDING or DEAD and not claimed.
 * @throws NotFoundError
 * @throws ConflictError
 */
export async function changeUnsentEmail(
  ctx: TxContext,
  id: string,
  change: Prisma.OutboxEmailUpdateManyMutationInput,
): Promise<{ before: OutboxEmail; after: OutboxEmail }> {
  const before = isUuid(id) ? await ctx.tx.outboxEmail.findUnique({ where: { id } }) : null;
  if (!before) throw new NotFoundError('OutboxEmail', id);
  const { count } = await ctx.tx.outboxEmail.updateMany({
    where: {
      id,
      status: { in: ['PENDING', 'DEAD'] },
      OR: [{ lockedUntil: null }, { lockedUntil: { lte: ctx.now } }],
    },
    data: change,
  });
  const after = await ctx.tx.outboxEmail.findUniqueOrThrow({ where: { id } });
  if (count === 0) throw conflictWith(after);
  return { before, after };
}

function conflictWith({ id, status }: OutboxEmail): ConflictError {
  if (status === 'PENDING') {
    const message = `The mail ${globalIdOf('OutboxEmail', id)} is being sent right now; try again in two minutes.`;
    return new ConflictError(message, 'MAIL_SENDING');
  }
  const message = `The mail ${globalIdOf('OutboxEmail', id)} is ${status}; only a PENDING or DEAD one can be retried or discarded.`;
  return new ConflictError(message, 'MAIL_SETTLED');
}

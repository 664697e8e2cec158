import { NotFoundError } from '../../domain/errors.js';
import type { Webhook } from '../../platform/db/generated/prisma/client.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { requireOwnSight, visibleWebhooks } from './visible-webhooks.js';

/**
 * The endpoint, which no other transaction changes or moves on until the end of this one.
 * @throws NotFoundError if there is none, or it is none of the program that acts
 * @throws ForbiddenError if the token of the program may not read
 */
export async function lockWebhook(ctx: TxContext, id: string): Promise<Webhook> {
  requireOwnSight(ctx);
  const { tx, actor } = ctx;
  const where = { id, AND: [visibleWebhooks(actor)] };
  // The user of an endpoint never changes, so endpoints of other users are not waited for.
  const known = await tx.webhook.findFirst({ where, select: { id: true } });
  if (!known) throw new NotFoundError('Webhook', id);
  const found = await tx.$queryRaw<unknown[]>`
    SELECT FROM webhook WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  if (found.length === 0) throw new NotFoundError('Webhook', id);
  return tx.webhook.findUniqueOrThrow({ where: { id } });
}

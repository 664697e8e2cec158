import type { Actor } from '../../domain/actor.js';
import { ForbiddenError } from '../../domain/errors.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { READ_SCOPE } from '../../platform/identity/scopes.js';
import { seesAll, visibleRows } from '../../platform/identity/sight.js';
import type { VerbContext } from '../../platform/verbs/context.js';

/** All endpoints, those with a program's own sight, or none. */
export function visibleWebhooks(actor: Actor): Prisma.WebhookWhereInput {
  return visibleRows<Prisma.WebhookWhereInput>(actor, 'webhooks', {
    own: (userId) => ({ userId }),
  });
}

export function visibleDeliveries(actor: Actor): Prisma.WebhookDeliveryWhereInput {
  return seesAll(actor, 'webhooks') ? {} : { webhook: visibleWebhooks(actor) };
}

/**
 * An endpoint discloses to its receiver all that its user may see. A program can therefore work only on endpoints
 * with its own sight, and with a token that may read: otherwise it could receive data that it may not query.
 * @throws ForbiddenError
 */
export function requireOwnSight(
  { actor }: Pick<VerbContext, 'actor'>,
  webhook?: { readonly userId: string },
): void {
  if (actor.role !== 'SERVICE') return;
  if (actor.scopes !== null && !actor.scopes.includes(READ_SCOPE)) {
    throw new ForbiddenError(
      `The token may not work on endpoints, which tell what its program may see: its scopes lack ${READ_SCOPE}.`,
    );
  }
  if (webhook && webhook.userId !== actor.id) {
    throw new ForbiddenError('A program makes only endpoints that see with its own eyes.');
  }
}

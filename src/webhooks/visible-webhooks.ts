import type { Actor } from '../auth/actor.js';
import type { Prisma } from '../db/generated/prisma/client.js';

const READERS: ReadonlySet<Actor['role']> = new Set(['ADMIN', 'AUDITOR', 'SYSTEM']);

/** All of them or none, also of what hangs on them. */
export function visibleWebhooks(actor: Actor): Prisma.WebhookWhereInput {
  return READERS.has(actor.role) ? {} : { id: { in: [] } };
}

export function visibleDeliveries(actor: Actor): Prisma.WebhookDeliveryWhereInput {
  return READERS.has(actor.role) ? {} : { id: { in: [] } };
}

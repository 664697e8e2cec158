import type { TxContext } from '../context.js';
import type { Webhook } from '../db/generated/prisma/client.js';
import { NotFoundError } from '../errors.js';

/** The endpoint, which nobody else changes or moves on until the end of the transaction. @throws NotFoundError */
export async function lockWebhook({ tx }: TxContext, id: string): Promise<Webhook> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT FROM webhook WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  if (found.length === 0) throw new NotFoundError('Webhook', id);
  return tx.webhook.findUniqueOrThrow({ where: { id } });
}

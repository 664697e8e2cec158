import { newId } from '../../src/platform/db/ids.js';
import { readLogState } from '../../src/platform/events/read-log.js';
import { cursorAt } from './cursors.js';
import type { TestDatabase } from './database.js';

/** An endpoint of a user that has read nothing, and a dead letter of it, written directly. */
export async function insertWebhook({ prisma }: TestDatabase, userId: string, at: Date) {
  const [webhookId, deliveryId, eventId] = [newId(), newId(), newId()];
  const { epoch } = await readLogState(prisma);
  await prisma.webhook.create({
    data: {
      id: webhookId,
      userId,
      name: 'CRM',
      url: 'https://crm.example/hooks',
      epoch,
      position: 0n,
      nextAttemptAt: at,
      createdAt: at,
    },
  });
  await prisma.webhookDelivery.create({
    data: {
      id: deliveryId,
      webhookId,
      eventId,
      position: 1n,
      messageId: `evt_${deliveryId}`,
      type: 'LEAD_UPDATED',
      status: 'DEAD',
      attempts: 18,
      nextAttemptAt: at,
      createdAt: at,
      settledAt: at,
    },
  });
  return { webhookId, deliveryId, cursor: cursorAt(epoch, 0) };
}

import { AS_SYSTEM } from '../../domain/actor.js';
import { openSecret, UnreadableSecretError } from '../../features/webhooks/webhook-secret.js';
import type { Tx } from '../../platform/db/open.js';
import type { Finding, Patient } from './diagnose.js';

/** Whether the secrets of endpoints can be read, without which nothing is sent, and none was stopped by the system. */
export async function checkWebhooks({
  db,
  keyRing,
}: Pick<Patient, 'db' | 'keyRing'>): Promise<Finding> {
  const { endpoints, disabled, dead, unreadable } = await db.transaction(
    async (tx) => ({
      endpoints: await tx.webhook.count(),
      disabled: await tx.webhook.count({ where: { status: 'DISABLED' } }),
      dead: await tx.webhookDelivery.count({ where: { status: 'DEAD', eventId: { not: null } } }),
      unreadable: await unreadableSecrets(tx, keyRing),
    }),
    AS_SYSTEM,
  );
  const detail = `${endpoints} endpoints, ${disabled} disabled, ${dead} dead letters`;
  if (unreadable.length > 0) {
    const what = `the secrets of ${unreadable.join(', ')} open with no key of the ring`;
    return { state: 'PROBLEM', detail: `${what}; ${detail}` };
  }
  return { state: disabled + dead > 0 ? 'WARNING' : 'OK', detail };
}

/** The endpoints whose current secret cannot be read for signing. */
async function unreadableSecrets(tx: Tx, keyRing: Patient['keyRing']): Promise<string[]> {
  const secrets = await tx.webhookSecret.findMany({ where: { expiresAt: null } });
  return secrets.flatMap((secret) => {
    try {
      if (keyRing === null) return [secret.webhookId];
      openSecret(keyRing, secret.id, secret);
      return [];
    } catch (error) {
      if (error instanceof UnreadableSecretError) return [secret.webhookId];
      throw error;
    }
  });
}

import { createHmac } from 'node:crypto';
import { signingKey } from './webhook-secret.js';

/** The headers of Standard Webhooks: one signature per secret, the newest first. */
export function signedHeaders(
  secrets: readonly string[],
  { messageId, at, body }: { messageId: string; at: Date; body: string },
): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map((secret) => {
    const hmac = createHmac('sha256', signingKey(secret));
    return `v1,${hmac.update(`${messageId}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Leadwarden-Webhooks/1',
    'webhook-id': messageId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}

/** The same whenever the event is sent to the endpoint; without dots, which separate the signed parts. */
export function messageIdOf(eventId: string, webhookId: string): string {
  return `evt_${eventId.replaceAll('-', '')}_${webhookId.replaceAll('-', '')}`;
}

import type { Actor } from '../auth/actor.js';
import type { LoggedEvent } from '../domain/events.js';

/** An event as it is sent: what a subscription of the endpoint's user would be told, with the same ids. */
export function eventBody(event: LoggedEvent, reader: Actor): string {
  const { id, cursor, type, version, actorId, leadId, payload } = event;
  const occurredAt = event.occurredAt.toISOString();
  return JSON.stringify({
    type,
    timestamp: occurredAt,
    data: {
      id,
      cursor,
      type,
      version,
      occurredAt,
      // Wallboards see nobody.
      actorId: reader.role === 'WALLBOARD' ? null : globalIdOf('User', actorId),
      leadId: globalIdOf('Lead', leadId),
      payload,
    },
  });
}

export const PING = 'ping';

/** A test: nothing happened. */
export function pingBody(deliveryId: string, at: Date): string {
  const data = { id: globalIdOf('WebhookDelivery', deliveryId) };
  return JSON.stringify({ type: PING, timestamp: at.toISOString(), data });
}

/** As the API writes it. */
function globalIdOf(type: string, id: string | null): string | null {
  return id === null ? null : Buffer.from(`${type}:${id}`).toString('base64');
}

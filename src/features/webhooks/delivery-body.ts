import type { Actor } from '../../domain/actor.js';
import type { LoggedEvent } from '../../domain/events.js';
import { globalIdOf } from '../../domain/global-id.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import { toldPayload } from '../../platform/events/payloads.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';

/** An event as it is sent: as a subscription of the endpoint's user would get it, with the same ids. */
export function eventBody(event: LoggedEvent, reader: Actor, keyRing: KeyRing): string {
  const cursor = cursorsOf(keyRing).of(event, reader);
  const { id, type, version, actorId, leadId, payload } = event;
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
      // Wallboards see no users.
      actorId: reader.role === 'WALLBOARD' ? null : told('User', actorId),
      leadId: told('Lead', leadId),
      payload: toldPayload(type, payload, reader),
    },
  });
}

export const PING = 'ping';

/** A test, without an event. */
export function pingBody(deliveryId: string, at: Date): string {
  const data = { id: globalIdOf('WebhookDelivery', deliveryId) };
  return JSON.stringify({ type: PING, timestamp: at.toISOString(), data });
}

function told(type: string, id: string | null): string | null {
  return id === null ? null : globalIdOf(type, id);
}

import type { Actor } from '../../domain/actor.js';
import type { LoggedEvent } from '../../domain/events.js';
import { globalIdOf } from '../../domain/global-id.js';
import { toldEvent } from '../../platform/events/told-event.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';

/** An event as it is sent: as a subscription of the endpoint's user would get it, with the same ids. */
export function eventBody(event: LoggedEvent, reader: Actor, keyRing: KeyRing): string {
  const { type } = event;
  const data = toldEvent(event, reader, keyRing);
  return JSON.stringify({ type, timestamp: data.occurredAt, data });
}

export const PING = 'ping';

/** A test, without an event. */
export function pingBody(deliveryId: string, at: Date): string {
  const data = { id: globalIdOf('WebhookDelivery', deliveryId) };
  return JSON.stringify({ type: PING, timestamp: at.toISOString(), data });
}

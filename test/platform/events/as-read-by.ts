import type { Actor } from '../../../src/domain/actor.js';
import type { LoggedEvent } from '../../../src/domain/events.js';
import { toldPayload } from '../../../src/platform/events/payloads.js';

/** Of an event what somebody reads of it in the database: wallboards no ids of people. */
export function asReadBy({ role }: Pick<Actor, 'role'>, event: LoggedEvent): LoggedEvent {
  if (role !== 'WALLBOARD') return event;
  const told = Object.keys(toldPayload(event.type, event.payload, { role }));
  const payload = Object.fromEntries(
    Object.entries(event.payload).filter(([name]) => told.includes(name)),
  );
  return { ...event, payload, actorId: null, ownerId: null };
}

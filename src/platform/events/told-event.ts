import type { Actor } from '../../domain/actor.js';
import type { EventPayload, EventType, LoggedEvent } from '../../domain/events.js';
import { globalIdOf } from '../../domain/global-id.js';
import type { KeyRing } from '../keys/key-ring.js';
import { type Cursor, cursorsOf } from './cursor.js';
import { toldPayload } from './payloads.js';

/** An event as webhooks and files carry it. Ids are global ids. */
export interface ToldEvent {
  readonly id: string;
  /** Where the log continues after it, for this reader. */
  readonly cursor: Cursor;
  readonly type: EventType;
  readonly version: number;
  /** ISO 8601. */
  readonly occurredAt: string;
  /** Null for the system itself; for wallboards always. */
  readonly actorId: string | null;
  readonly leadId: string | null;
  readonly payload: EventPayload;
}

/** The event as a subscription of the reader would tell it. */
export function toldEvent(event: LoggedEvent, reader: Actor, keyRing: KeyRing): ToldEvent {
  const { id, type, version, occurredAt, actorId, leadId, payload } = event;
  return {
    id,
    cursor: cursorsOf(keyRing).of(event, reader),
    type,
    version,
    occurredAt: occurredAt.toISOString(),
    // Wallboards see no users.
    actorId: reader.role === 'WALLBOARD' ? null : told('User', actorId),
    leadId: told('Lead', leadId),
    payload: toldPayload(type, payload, reader),
  };
}

function told(type: string, id: string | null): string | null {
  return id === null ? null : globalIdOf(type, id);
}

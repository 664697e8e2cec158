import type { TxContext } from '../context.js';
import type { EventPayload, EventType } from '../domain/events.js';
import { appendEvent } from '../events/append-event.js';

interface EventLead {
  readonly id: string;
  readonly ownerId: string | null;
  readonly territory: string | null;
}

/** Appends an event about a lead, for whoever owned it when it happened. */
export function appendLeadEvent(
  ctx: TxContext,
  type: EventType,
  { id, ownerId, territory }: EventLead,
  payload: EventPayload,
): Promise<void> {
  return appendEvent(ctx, { type, lead: { id, ownerId, territory }, payload });
}

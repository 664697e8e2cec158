import type { EventPayload, EventType } from '../../domain/events.js';
import { appendEvent } from '../../platform/events/append-event.js';
import type { TxContext } from '../../platform/verbs/context.js';

interface EventLead {
  readonly id: string;
  readonly ownerId: string | null;
  readonly territory: string | null;
}

/** Appends an event about a lead, with its owner at that time. */
export function appendLeadEvent(
  ctx: TxContext,
  type: EventType,
  { id, ownerId, territory }: EventLead,
  payload: EventPayload,
): Promise<void> {
  return appendEvent(ctx, { type, lead: { id, ownerId, territory }, payload });
}

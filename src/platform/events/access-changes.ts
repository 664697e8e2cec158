import type { EventType, LoggedEvent } from '../../domain/events.js';
import { BATCH_SIZE } from './sequencer.js';

/** Whether an event changes the rights of a user. The end of a collaboration does not always have an event. */
export function changesAccess(type: EventType): boolean {
  return type === 'USER_CHANGED' || type === 'API_TOKEN_REVOKED';
}

export interface AccessChanges {
  /** Takes the events that follow, in order. */
  take(event: Pick<LoggedEvent, 'type' | 'position'>): void;
  /** All events were taken up to a position that was the end of the log when it was read. */
  reachedEnd(position: number): void;
  /** Events up to a position were passed over: the changes in them are unknown. */
  passedOver(position: number): void;
  /**
   * Whether no user's access changed between the commits of all events up to `known` and the commits before the event
   * at `position`. False also if that is unknown.
   */
  unchanged(known: number, position: number): boolean;
}

/**
 * Changes of access according to the log. A change and its event are committed together, and the sequencer numbers
 * all events that were committed, up to a full batch: so a change that was committed before an event has its own
 * event before it, or after it in the same batch.
 */
export function createAccessChanges(): AccessChanges {
  let changedAt = 0;
  let end = 0;
  /** Up to here no change that was committed before is still without a position. */
  let completeUpTo = 0;

  return {
    take({ type, position }) {
      if (changesAccess(type)) changedAt = position;
    },
    reachedEnd(position) {
      if (position <= end) return;
      // Otherwise one of the batches in between may have been full.
      if (position - end < BATCH_SIZE) completeUpTo = position;
      end = position;
    },
    passedOver(position) {
      changedAt = position;
      end = position;
      completeUpTo = 0;
    },
    unchanged: (known, position) => changedAt <= known && position <= completeUpTo,
  };
}

import type { EventType, LoggedEvent } from '../../domain/events.js';
import { BATCH_SIZE } from './sequencer.js';

/** Whether somebody may do something else from an event on. What ends a collaboration is not always told. */
export function changesAccess(type: EventType): boolean {
  return type === 'USER_CHANGED' || type === 'API_TOKEN_REVOKED';
}

export interface AccessChanges {
  /** Takes the events that follow, in order. */
  take(event: Pick<LoggedEvent, 'type' | 'position'>): void;
  /** Everything was taken up to a position which was the end of the log when it was read. */
  reachedEnd(position: number): void;
  /** Events up to a position were passed over: nothing is known of what they changed. */
  passedOver(position: number): void;
  /**
   * Whether nobody's access changed between what was committed with everything up to `known`, and what was committed
   * before the event at `position`. False also if that cannot be told.
   */
  unchanged(known: number, position: number): boolean;
}

/**
 * What the log says of who may do what. A change and its event are committed together, and whoever numbers events numbers
 * all that were committed, up to a full batch: so a change that was committed before an event has its own event before it,
 * or after it in the same batch.
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

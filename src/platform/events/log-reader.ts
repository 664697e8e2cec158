import type { Actor } from '../../domain/actor.js';
import type { LoggedEvent } from '../../domain/events.js';
import type { AccessChanges } from './access-changes.js';
import type { EventFilter } from './read-log.js';

/** Somewhere in the log: behind the event at `position`. */
export interface LogPlace {
  readonly epoch: string;
  readonly position: number;
}

export interface Stretch {
  /** At least the events that pass the filter and that the actor may see; events in memory are not filtered. */
  readonly events: readonly LoggedEvent[];
  /** All events up to here have been looked at. */
  readonly upTo: number;
  /** Whether more events follow right behind it. */
  readonly more: boolean;
}

/** A view of the log that ends with the log it was opened on. */
export interface LogReader {
  /** The end of the log when it was opened. */
  readonly start: LogPlace;
  /**
   * A stretch of the log behind the position. Waits until there is one; null once the reader is closed, or the
   * subscriber may no longer get events. Rejects with a CursorExpiredError when the log no longer holds what comes
   * next, or was rebuilt.
   */
  next(
    position: number,
    filter: EventFilter,
    /** The present actor; asked only if the stretch has to be read from the database. */
    currentActor: () => Promise<Actor | null>,
  ): Promise<Stretch | null>;
  /** See AccessChanges. */
  readonly accessUnchanged: AccessChanges['unchanged'];
  /** Ends what waits, now. */
  close(): void;
}

import { setImmediate as breathe } from 'node:timers/promises';
import type { Actor } from '../auth/actor.js';
import type { EventType, LoggedEvent } from '../domain/events.js';
import type { Cursor } from './cursor.js';
import { maySee } from './may-see.js';
import type { EventFilter } from './read-log.js';

export interface FollowOptions extends EventFilter {
  /** Continue behind this cursor; from the end of the log, as of the call, when left out. */
  after?: Cursor | null;
  /** Whoever is told; events that they may not see are passed over. */
  actor: Actor;
  /** Asked again before each event: who the subscriber is now, or null when the flow ends. */
  reauthorize?: () => Promise<Actor | null>;
}

/** What a follower needs of the hub. */
export interface LogSource {
  /** The position behind which to begin; throws when the cursor is no good. */
  startAfter(after: Cursor): Promise<number>;
  /**
   * A stretch of the log behind the position: the events in it that pass the filter, and how far it reaches. Waits
   * until there is one; null when the flow has been ended, or is to end. Rejects when the log no longer holds what comes next.
   */
  next(
    position: number,
    filter: EventFilter,
    /** Who is told as of now; asked only if the stretch has to be read from the database. */
    currentActor: () => Promise<Actor | null>,
  ): Promise<Stretch | null>;
}

export interface Stretch {
  readonly events: readonly LoggedEvent[];
  /** Everything up to here has been looked at. */
  readonly upTo: number;
  /** There is more right behind it. */
  readonly more: boolean;
}

/** A subscriber: a cursor and a filter that pull from the log. Nothing is kept for it while it does not ask. */
export async function* followLog(
  source: LogSource,
  options: FollowOptions,
  startPosition: number,
): AsyncGenerator<LoggedEvent, void, undefined> {
  const types = options.types ? new Set<EventType>(options.types) : null;
  const wanted = (event: LoggedEvent) =>
    (!types || types.has(event.type)) && (!options.leadId || event.leadId === options.leadId);
  const reauthorize = options.reauthorize ?? (async () => options.actor);
  let position = options.after == null ? startPosition : await source.startAfter(options.after);

  for (;;) {
    const stretch = await source.next(position, options, reauthorize);
    if (!stretch) return;
    // Once per stretch, and again after each event: the subscriber may have taken its time.
    let actor: Actor | null = null;
    for (const event of stretch.events) {
      if (!wanted(event)) continue;
      actor ??= await reauthorize();
      if (actor === null) return;
      if (!maySee(actor, event)) continue;
      yield event;
      actor = null;
    }
    position = stretch.upTo;
    // Promises alone would let a long stretch of foreign events hold up everybody else.
    if (stretch.more) await breathe();
  }
}

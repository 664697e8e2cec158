import type { LoggedEvent } from '../../domain/events.js';
import type { Session } from '../identity/session.js';
import type { LogPlace } from './log-reader.js';
import type { EventFilter } from './read-log.js';

/** The events of the log that a subscriber asks for, and the position to begin at. */
export interface Following {
  readonly session: Session;
  readonly from: LogPlace;
  readonly filter: EventFilter;
}

const followings = new WeakMap<object, Following>();

/**
 * The source of a field that follows the log: not the events themselves but the criteria for them, so that
 * subscribers with the same criteria share a channel. See api/kit/share-subscription.ts.
 */
export function logFlow(following: Following): AsyncIterable<LoggedEvent> {
  const flow: AsyncIterable<LoggedEvent> = {
    [Symbol.asyncIterator]() {
      throw new Error('A flow of the log is told through a channel, it is not iterated.');
    },
  };
  followings.set(flow, following);
  return flow;
}

/** Undefined for a source that is no flow of the log. */
export function followingOf(source: object): Following | undefined {
  return followings.get(source);
}

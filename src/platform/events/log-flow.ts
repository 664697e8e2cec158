import type { LoggedEvent } from '../../domain/events.js';
import type { Session } from '../identity/session.js';
import type { LogPlace } from './log-reader.js';
import type { EventFilter } from './read-log.js';

/** Which events of the log somebody wants, from where on. */
export interface Following {
  readonly session: Session;
  readonly from: LogPlace;
  readonly filter: EventFilter;
}

const followings = new WeakMap<object, Following>();

/**
 * What a field subscribes to when it follows the log: not the events themselves, but which they are, so that those who
 * follow the same can be told together. See api/kit/share-subscription.ts.
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

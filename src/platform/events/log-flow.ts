import type { Session } from '../identity/session.js';
import type { LogPlace } from './log-reader.js';
import type { EventFilter } from './read-log.js';

/** The events of the log that a subscriber asks for, and the position to begin at. */
export interface Following {
  readonly session: Session;
  readonly from: LogPlace;
  readonly filter: EventFilter;
}

/**
 * The source of a field that follows the log: not the events themselves but the criteria for them, so that
 * subscribers with the same criteria share a channel. GraphQL takes only what can be iterated; it holds nothing.
 * See api/kit/share-subscription.ts.
 */
export interface LogFlow extends AsyncIterable<never> {
  readonly kind: 'LOG';
  readonly following: Following;
}

/** The criteria as the source of a subscription. */
export function logFlow(following: Following): LogFlow {
  return { kind: 'LOG', following, async *[Symbol.asyncIterator]() {} };
}

/** Whether a source follows the log, and not something else. */
export function isLogFlow(source: object): source is LogFlow {
  return 'kind' in source && source.kind === 'LOG';
}

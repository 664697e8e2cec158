import { LeadwardenError } from '../../domain/errors.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import type { LogPlace } from '../../platform/events/log-reader.js';
import type { GraphQLContext } from './context.js';

/**
 * The end of the event log as it is now, which whatever is read from now on is up to date with: as a cursor for the actor,
 * sealed when it is asked for. That throws UNAVAILABLE if the hub is not running.
 */
export function readPosition({ services, actor }: GraphQLContext): () => string {
  const place = endOf(services.hub);
  return () => {
    if (place instanceof LeadwardenError) throw place;
    return cursorsOf(services.keyRing).ofEnd(place, actor);
  };
}

function endOf(hub: { end(): LogPlace }): LogPlace | LeadwardenError {
  try {
    return hub.end();
  } catch (error) {
    if (error instanceof LeadwardenError) return error;
    throw error;
  }
}

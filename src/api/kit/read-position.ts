import { LeadwardenError } from '../../domain/errors.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import { type KnownEnd, knownEnd } from '../../platform/events/known-end.js';
import type { GraphQLContext } from './context.js';

/**
 * The end of the event log as it is now, which whatever is read from now on is up to date with: as a cursor for the actor,
 * sealed when it is asked for. That throws UNAVAILABLE if the hub is not running.
 */
export function readPosition(ctx: GraphQLContext): () => string {
  const end = knownEnd(ctx.services.hub);
  return () => positionOf(ctx, end);
}

/**
 * An end of the event log as a cursor for the actor.
 * @throws LeadwardenError UNAVAILABLE if it was not known
 */
export function positionOf({ services, actor }: GraphQLContext, end: KnownEnd): string {
  if (end instanceof LeadwardenError) throw end;
  return cursorsOf(services.keyRing).ofEnd(end, actor);
}

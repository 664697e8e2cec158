import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';

/** An actor's own calendars; all of them for admins, who can revoke them. */
export function visibleFeeds({ id, role }: Actor): Prisma.CalendarFeedWhereInput {
  if (role === 'ADMIN') return {};
  return id === null ? { id: { in: [] } } : { userId: id };
}

import type { Actor } from '../auth/actor.js';
import type { Prisma } from '../db/generated/prisma/client.js';
import type { LoggedEvent } from '../domain/events.js';

type Visible = Pick<LoggedEvent, 'leadId' | 'ownerId' | 'territory'>;

/**
 * Whether the actor may be told about the event. Payloads hold no personal data, so a wallboard may see all of them.
 * The same rule for the database is `visibleEvents`; a test holds the two together.
 */
export function maySee(actor: Actor, event: Visible): boolean {
  switch (actor.role) {
    case 'SYSTEM':
    case 'ADMIN':
    case 'AUDITOR':
    case 'SERVICE':
    case 'WALLBOARD':
      return true;
    case 'MANAGER':
      return (
        actor.territory === null || event.leadId === null || event.territory === actor.territory
      );
    case 'REP':
      return actor.id !== null && event.leadId !== null && event.ownerId === actor.id;
  }
}

/** `maySee` as a condition. */
export function visibleEvents(actor: Actor): Prisma.DomainEventWhereInput {
  switch (actor.role) {
    case 'SYSTEM':
    case 'ADMIN':
    case 'AUDITOR':
    case 'SERVICE':
    case 'WALLBOARD':
      return {};
    case 'MANAGER':
      if (actor.territory === null) return {};
      return { OR: [{ leadId: null }, { territory: actor.territory }] };
    case 'REP':
      return actor.id === null ? { id: { in: [] } } : { leadId: { not: null }, ownerId: actor.id };
  }
}

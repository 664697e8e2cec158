import type { Actor } from '../auth/actor.js';
import type { Prisma } from '../db/generated/prisma/client.js';
import type { EventType, LoggedEvent } from '../domain/events.js';

type Visible = Pick<LoggedEvent, 'type' | 'leadId' | 'ownerId' | 'territory'>;

/** Who may sign in, and by what, is for those alone who may read the audit trail. */
const ABOUT_ACCESS: ReadonlySet<EventType> = new Set([
  'USER_CREATED',
  'USER_CHANGED',
  'API_TOKEN_CREATED',
  'API_TOKEN_REVOKED',
]);

const NOT_ABOUT_ACCESS = {
  type: { notIn: [...ABOUT_ACCESS] },
} satisfies Prisma.DomainEventWhereInput;

/**
 * Whether the actor may be told about the event. Payloads hold no personal data, so a wallboard may see all that is not
 * about access. The same rule for the database is `visibleEvents`; a test holds the two together.
 */
export function maySee(actor: Actor, event: Visible): boolean {
  switch (actor.role) {
    case 'SYSTEM':
    case 'ADMIN':
    case 'AUDITOR':
      return true;
    case 'SERVICE':
    case 'WALLBOARD':
      return !ABOUT_ACCESS.has(event.type);
    case 'MANAGER':
      if (ABOUT_ACCESS.has(event.type)) return false;
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
      return {};
    case 'SERVICE':
    case 'WALLBOARD':
      return NOT_ABOUT_ACCESS;
    case 'MANAGER':
      if (actor.territory === null) return NOT_ABOUT_ACCESS;
      return { ...NOT_ABOUT_ACCESS, OR: [{ leadId: null }, { territory: actor.territory }] };
    case 'REP':
      return actor.id === null ? { id: { in: [] } } : { leadId: { not: null }, ownerId: actor.id };
  }
}

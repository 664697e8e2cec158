import type { Actor } from '../../domain/actor.js';
import type { LoggedEvent } from '../../domain/events.js';
import type { Prisma } from '../db/generated/prisma/client.js';
import { AUDIENCES, typesFor } from './audience.js';

type Visible = Pick<LoggedEvent, 'type' | 'leadId' | 'ownerId' | 'territory'>;

/**
 * Whether the actor may see the event: an actor gets the events of exactly the objects that the queries show them.
 * Payloads hold no personal data, so a wallboard may see those of leads. The same rule for the database is
 * `visibleEvents`; a test holds the two together.
 */
export function maySee(actor: Actor, event: Visible): boolean {
  switch (AUDIENCES[event.type]) {
    case 'LEAD':
      return maySeeOfLead(actor, event);
    case 'IMPORT':
      return answersForAll(actor) || (isAgent(actor) && isTheirs(actor, event));
    case 'OPERATIONS':
      return actor.role !== 'REP';
    case 'TRAIL':
      return readsTrail(actor);
  }
}

function maySeeOfLead(actor: Actor, event: Visible): boolean {
  switch (actor.role) {
    case 'SYSTEM':
    case 'ADMIN':
    case 'AUDITOR':
    case 'SERVICE':
    case 'WALLBOARD':
      return true;
    case 'MANAGER':
      return actor.territory === null || event.territory === actor.territory;
    case 'REP':
      return isTheirs(actor, event) || collaborates(actor, event);
  }
}

function isTheirs(actor: Actor, { ownerId }: Visible): boolean {
  return actor.id !== null && ownerId === actor.id;
}

/** A collaborator gets the events of the lead's owner, but none from before that ownership. */
function collaborates({ id, collaborations = [] }: Actor, event: Visible): boolean {
  if (id === null) return false;
  return collaborations.some(
    ({ leadId, ownerId }) => leadId === event.leadId && ownerId === event.ownerId,
  );
}

function isAgent({ role }: Actor): boolean {
  return role === 'REP' || role === 'MANAGER';
}

/** The roles that see all imports. */
function answersForAll({ role, territory }: Actor): boolean {
  if (role === 'MANAGER') return territory === null;
  return role === 'SYSTEM' || role === 'ADMIN' || role === 'AUDITOR' || role === 'SERVICE';
}

/** The roles that see all mails and the audit trail. */
function readsTrail({ role }: Actor): boolean {
  return role === 'SYSTEM' || role === 'ADMIN' || role === 'AUDITOR';
}

const NOTHING: Prisma.DomainEventWhereInput = { id: { in: [] } };

/** `maySee` as a condition. */
export function visibleEvents(actor: Actor): Prisma.DomainEventWhereInput {
  switch (actor.role) {
    case 'SYSTEM':
    case 'ADMIN':
    case 'AUDITOR':
      return {};
    case 'SERVICE':
      return { type: { in: typesFor('LEAD', 'IMPORT', 'OPERATIONS') } };
    case 'WALLBOARD':
      return { type: { in: typesFor('LEAD', 'OPERATIONS') } };
    case 'MANAGER':
      if (actor.territory === null) {
        return { type: { in: typesFor('LEAD', 'IMPORT', 'OPERATIONS') } };
      }
      return {
        OR: [
          { type: { in: typesFor('OPERATIONS') } },
          { type: { in: typesFor('LEAD') }, territory: actor.territory },
          ...own(actor, { type: { in: typesFor('IMPORT') } }),
        ],
      };
    case 'REP':
      return {
        OR: [...own(actor, { type: { in: typesFor('LEAD', 'IMPORT') } }), ...ofHelpedLeads(actor)],
      };
  }
}

function own(
  { id }: Actor,
  condition: Prisma.DomainEventWhereInput,
): Prisma.DomainEventWhereInput[] {
  return id === null ? [NOTHING] : [{ ownerId: id, ...condition }];
}

/** One condition per owner whose leads the collaborator works on. */
function ofHelpedLeads({ id, collaborations = [] }: Actor): Prisma.DomainEventWhereInput[] {
  const owners = new Set(id === null ? [] : collaborations.map(({ ownerId }) => ownerId));
  return [...owners].map((ownerId) => ({
    ownerId,
    leadId: {
      in: collaborations.flatMap((one) => (one.ownerId === ownerId ? one.leadId : [])),
    },
    type: { in: typesFor('LEAD') },
  }));
}

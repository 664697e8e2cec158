import type { Actor } from '../../domain/actor.js';
import type { LoggedEvent } from '../../domain/events.js';
import type { Prisma } from '../db/generated/prisma/client.js';
import { type Extent, extentOf, type Noun } from '../identity/sight.js';
import { AUDIENCES, type Audience, typesFor } from './audience.js';

type Visible = Pick<LoggedEvent, 'type' | 'leadId' | 'ownerId' | 'territory'>;

/**
 * Whether the actor may see the event: an actor gets the events of exactly the objects that the queries show them.
 * Payloads hold no personal data, so a wallboard may see those of leads. The same rule for the database is
 * `visibleEvents`; a test holds the two together.
 */
export function maySee(actor: Actor, event: Visible): boolean {
  const noun = NOUNS[AUDIENCES[event.type]];
  const extent = extentOf(actor, noun);
  switch (extent.of) {
    case 'ALL':
      return true;
    case 'TERRITORY':
      return event.territory === extent.territory;
    case 'OWN':
      return event.ownerId === extent.userId || (noun === 'leads' && collaborates(actor, event));
    case 'NONE':
      return false;
  }
}

/** The objects that the events of an audience are about; actors who see the object get the events. */
const NOUNS = {
  LEAD: 'leads',
  IMPORT: 'imports',
  OPERATIONS: 'operations',
  TRAIL: 'trail',
} as const satisfies Record<Audience, Noun>;
const AUDIENCE_NAMES = Object.keys(NOUNS) as Audience[];

/** A collaborator gets the events of the lead's owner, but none from before that ownership. */
function collaborates({ id, collaborations = [] }: Actor, event: Visible): boolean {
  if (id === null) return false;
  return collaborations.some(
    ({ leadId, ownerId }) => leadId === event.leadId && ownerId === event.ownerId,
  );
}

/** `maySee` as a condition. */
export function visibleEvents(actor: Actor): Prisma.DomainEventWhereInput {
  const seen = AUDIENCE_NAMES.map((audience) => ({
    audience,
    extent: extentOf(actor, NOUNS[audience]),
  }));
  if (seen.every(({ extent }) => extent.of === 'ALL')) return {};
  const typesOf = (of: Extent['of']) => {
    const audiences = seen.filter(({ extent }) => extent.of === of);
    return audiences.length === 0
      ? []
      : [{ type: { in: typesFor(...audiences.map(({ audience }) => audience)) } }];
  };
  const conditions: Prisma.DomainEventWhereInput[] = [
    ...typesOf('ALL'),
    ...typesOf('TERRITORY').map((types) => ({ ...types, territory: actor.territory })),
    ...typesOf('OWN').map((types) => ({ ...types, ownerId: actor.id })),
    ...(extentOf(actor, 'leads').of === 'OWN' ? ofHelpedLeads(actor) : []),
  ];
  const [only, ...others] = conditions;
  if (!only) return NOTHING;
  return others.length === 0 ? only : { OR: conditions };
}

const NOTHING: Prisma.DomainEventWhereInput = { id: { in: [] } };

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

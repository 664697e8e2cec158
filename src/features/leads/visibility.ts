import type { Actor } from '../../domain/actor.js';
import { POOL_STATUSES } from '../../domain/lead-status.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import { extentOf, visibleRows } from '../../platform/identity/sight.js';

const NOTHING: Prisma.LeadWhereInput = { id: { in: [] } };

/** The leads that the actor may see. The pool, which all actors may see, is `pooledLeads`. */
export function visibleLeads(actor: Actor): Prisma.LeadWhereInput {
  const own = ownLeads(actor);
  const helped = actor.role === 'REP' ? collaborationsOf(actor) : [];
  return helped.length === 0 ? own : { OR: [own, { id: { in: helped } }] };
}

/**
 * The leads that the actor answers for: the visible ones without those they only collaborate on. A condition on the
 * owner alone reads an agent's page from the index in its order; with an OR the database would have to fetch and sort
 * all leads of theirs.
 */
export function ownLeads(actor: Actor): Prisma.LeadWhereInput {
  return visibleRows<Prisma.LeadWhereInput>(actor, 'leads', {
    territory: (territory) => ({ territory }),
    own: (ownerId) => ({ ownerId }),
  });
}

/** The leads of others that the actor works on. Only agents do: managers see theirs anyway. */
export function helpedLeads(actor: Actor): Prisma.LeadWhereInput {
  return actor.role === 'REP' ? { id: { in: collaborationsOf(actor) } } : NOTHING;
}

/** Ids of the leads of others that the actor works on. */
function collaborationsOf({ collaborations = [] }: Actor): string[] {
  return collaborations.map(({ leadId }) => leadId);
}

/**
 * `visibleLeads` about a row called `lead`, for statements that lock: an actor neither locks nor waits for leads that
 * they do not see. Collaborations are read from the database. A test holds the two together.
 */
export function visibleLeadsSql(actor: Actor): Prisma.Sql {
  const extent = extentOf(actor, 'leads');
  switch (extent.of) {
    case 'ALL':
      return Prisma.sql`true`;
    case 'TERRITORY':
      return Prisma.sql`lead.territory = ${extent.territory}`;
    case 'OWN':
      return Prisma.sql`(lead.owner_id = ${extent.userId}::uuid OR EXISTS (
        SELECT FROM lead_collaborator WHERE lead_id = lead.id AND user_id = ${extent.userId}::uuid))`;
    case 'NONE':
      return Prisma.sql`false`;
  }
}

/** The leads that wait for their next owner. */
export const pooledLeads = {
  status: { in: [...POOL_STATUSES] },
} satisfies Prisma.LeadWhereInput;

import type { Actor } from '../../domain/actor.js';
import { POOL_STATUSES } from '../../domain/lead-status.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { extentOf, seesText } from '../../platform/identity/sight.js';
import { visibleLeads } from './visibility.js';

/** Whether all actors may know of a lead of this status. */
export function isPooled(status: string): boolean {
  return POOL_STATUSES.some((pooled) => pooled === status);
}

/** The columns of a lead that decide how much of it an actor sees. */
export const ACCESS_COLUMNS = { id: true, ownerId: true, territory: true } as const;

export interface Accessible {
  readonly id: string;
  readonly ownerId: string | null;
  readonly territory: string | null;
  /** Set when the lead was read through the pool, which shows no personal data. */
  readonly pooled?: true;
}

/** The leads that an actor may know of: the visible ones, and the pool. */
export function knownLeads(actor: Actor): Prisma.LeadWhereInput {
  const visible = visibleLeads(actor);
  // Prisma leaves an empty condition out of an OR, where it would mean everything.
  if (Object.keys(visible).length === 0) return {};
  return { OR: [visible, { status: { in: [...POOL_STATUSES] } }] };
}

/** Whether the actor sees the history of a lead they know of, and not only that it exists. */
export function seesFacts(actor: Actor, lead: Accessible): boolean {
  if (lead.pooled) return false;
  const extent = extentOf(actor, 'leads');
  switch (extent.of) {
    case 'ALL':
      return true;
    case 'TERRITORY':
      return lead.territory === extent.territory;
    case 'OWN':
      return lead.ownerId === extent.userId || collaboratesOn(actor, lead);
    case 'NONE':
      return false;
  }
}

/** A lead that has passed to another owner since the actor was loaded is none of theirs any more. */
function collaboratesOn({ collaborations = [] }: Actor, lead: Accessible): boolean {
  return collaborations.some(
    ({ leadId, ownerId }) => leadId === lead.id && ownerId === lead.ownerId,
  );
}

/** Whether the actor sees names, addresses and free text. */
export function seesPersonalData(actor: Actor, lead: Accessible): boolean {
  return seesText(actor) && seesFacts(actor, lead);
}

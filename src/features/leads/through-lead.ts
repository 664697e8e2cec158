import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { visibleLeads } from './visibility.js';

/** Rows of a lead are visible to the actors who see the lead. */
export function throughLead(actor: Actor): { lead?: Prisma.LeadWhereInput } {
  const visible = visibleLeads(actor);
  // No condition at all saves the database a join.
  return Object.keys(visible).length === 0 ? {} : { lead: visible };
}

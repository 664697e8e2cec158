import type { Actor } from '../auth/actor.js';
import type { Prisma } from '../db/generated/prisma/client.js';

const NOTHING: Prisma.LeadWhereInput = { id: { in: [] } };

/** The leads that the actor may see. The pool, which everybody may see, is `pooledLeads`. */
export function visibleLeads(actor: Actor): Prisma.LeadWhereInput {
  switch (actor.role) {
    case 'REP':
      return actor.id === null ? NOTHING : { ownerId: actor.id };
    case 'MANAGER':
      return actor.territory === null ? {} : { territory: actor.territory };
    case 'ADMIN':
    case 'AUDITOR':
    case 'WALLBOARD':
    case 'SERVICE':
    case 'SYSTEM':
      return {};
  }
}

/** The leads that wait for their next owner. */
export const pooledLeads = {
  status: { in: ['EXPIRED', 'RELEASED'] },
} as const satisfies Prisma.LeadWhereInput;

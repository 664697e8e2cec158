import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';

/** Runs hold counts and instants, no personal data: all roles but agents may see them. */
export function visibleJobRuns(actor: Actor): Prisma.JobRunWhereInput {
  return actor.role === 'REP' ? { id: { in: [] } } : {};
}

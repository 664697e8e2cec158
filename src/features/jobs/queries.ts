import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { seesAll } from '../../platform/identity/sight.js';

/** Runs hold counts and instants, no personal data: all roles see them but agents. */
export function visibleJobRuns(actor: Actor): Prisma.JobRunWhereInput {
  return seesAll(actor, 'operations') ? {} : { id: { in: [] } };
}

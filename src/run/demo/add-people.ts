import { AS_SYSTEM, SYSTEM_ACTOR } from '../../domain/actor.js';
import { createUser } from '../../features/users/create-user.js';
import type { Database } from '../../platform/db/open.js';
import { PEOPLE } from './people.js';

/** Adds the people of the demo company who are not there yet. */
export async function addPeople(db: Database): Promise<void> {
  const known = await db.transaction(
    (tx) => tx.user.findMany({ select: { email: true } }),
    AS_SYSTEM,
  );
  const emails = new Set(known.map(({ email }) => email));
  for (const person of PEOPLE.filter(({ email }) => !emails.has(email))) {
    const ctx = { db, actor: SYSTEM_ACTOR, now: new Date(), requestId: null };
    await createUser(ctx, person);
  }
}

import { AS_SYSTEM, SYSTEM_ACTOR } from '../auth/actor.js';
import type { Database } from '../db/open.js';
import { createUser } from '../users/create-user.js';
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

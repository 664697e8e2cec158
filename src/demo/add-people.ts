import { SYSTEM_ACTOR } from '../auth/actor.js';
import type { Database } from '../db/open.js';
import { createUser } from '../users/create-user.js';
import { PEOPLE } from './people.js';

/** Adds the people of the demo company who are not there yet. */
export async function addPeople(db: Database): Promise<void> {
  const known = await db.prisma.user.findMany({ select: { email: true } });
  const emails = new Set(known.map(({ email }) => email));
  for (const person of PEOPLE.filter(({ email }) => !emails.has(email))) {
    const ctx = { db, actor: SYSTEM_ACTOR, now: new Date(), requestId: null };
    await createUser(ctx, person);
  }
}

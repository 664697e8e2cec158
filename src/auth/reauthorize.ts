import DataLoader from 'dataloader';
import type { Database } from '../db/open.js';
import { type Actor, AS_SYSTEM } from './actor.js';
import type { Session } from './session.js';

/**
 * Tells who a subscriber is now: null once the token has expired or was revoked, the user is gone, or the role or
 * territory is another one. All subscribers that ask at once share a statement, or two.
 */
export function createReauthorizer(
  db: Database,
  clock: () => Date,
): (session: Session) => Promise<Actor | null> {
  const users = new DataLoader<string, { role: string; territory: string | null } | null>(
    async (ids) => {
      const found = await db.transaction(
        (tx) =>
          tx.user.findMany({
            where: { id: { in: [...ids] }, active: true },
            select: { id: true, role: true, territory: true },
          }),
        AS_SYSTEM,
      );
      const byId = new Map(found.map((user) => [user.id, user]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { cache: false },
  );
  const unrevoked = new DataLoader<string, boolean>(
    async (ids) => {
      const found = await db.transaction(
        (tx) =>
          tx.apiToken.findMany({
            where: { id: { in: [...ids] }, revokedAt: null },
            select: { id: true },
          }),
        AS_SYSTEM,
      );
      const known = new Set(found.map(({ id }) => id));
      return ids.map((id) => known.has(id));
    },
    { cache: false },
  );
  return async ({ actor, expiresAt, apiTokenId }) => {
    if (actor.id === null || expiresAt <= clock()) return null;
    const [user, counts] = await Promise.all([
      users.load(actor.id),
      apiTokenId === null || unrevoked.load(apiTokenId),
    ]);
    const same = user?.role === actor.role && user.territory === actor.territory;
    return same && counts ? actor : null;
  };
}

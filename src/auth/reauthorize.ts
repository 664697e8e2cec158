import DataLoader from 'dataloader';
import type { Database } from '../db/open.js';
import { type Actor, AS_SYSTEM, type Collaboration } from './actor.js';
import type { Session } from './session.js';

interface Known {
  readonly role: string;
  readonly territory: string | null;
  readonly collaborations: readonly Collaboration[];
}

/**
 * Tells who a subscriber is now, with the leads that they collaborate on now: null once the token has expired or was
 * revoked, the user is gone, or the role or territory is another one. All subscribers that ask at once share a
 * statement, or two.
 */
export function createReauthorizer(
  db: Database,
  clock: () => Date,
): (session: Session) => Promise<Actor | null> {
  const users = new DataLoader<string, Known | null>(
    async (ids) => {
      const found = await db.transaction(
        (tx) =>
          tx.user.findMany({
            where: { id: { in: [...ids] }, active: true },
            select: {
              id: true,
              role: true,
              territory: true,
              collaborations: { select: { leadId: true, ownerId: true } },
            },
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
    if (!counts || user?.role !== actor.role || user.territory !== actor.territory) return null;
    return { ...actor, collaborations: user.collaborations };
  };
}

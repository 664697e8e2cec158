import { type Actor, ROLES, type Role } from '../../domain/actor.js';
import type { Tx } from '../../platform/db/open.js';

/** The present actor whose sight an endpoint has; null once the user is gone. */
export async function endpointReader(tx: Tx, userId: string): Promise<Actor | null> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    include: { collaborations: { select: { leadId: true, ownerId: true } } },
  });
  if (!user?.active || !isRole(user.role)) return null;
  const { id, role, name, email, territory, collaborations } = user;
  return { id, role, name, email, territory, collaborations, scopes: null };
}

function isRole(role: string): role is Role {
  return (ROLES as readonly string[]).includes(role);
}

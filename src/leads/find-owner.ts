import { isManager } from '../auth/may.js';
import type { TxContext } from '../context.js';
import type { User } from '../db/generated/prisma/client.js';
import { ForbiddenError, ValidationError } from '../errors.js';
import { globalIdOf } from '../global-id.js';
import { keepAgent } from './lock-agent.js';

const OWNER_ROLES = ['REP', 'MANAGER', 'ADMIN'];

/** Whether leads can belong to such a user. */
export function mayOwnLeads({ role, active }: Pick<User, 'role' | 'active'>): boolean {
  return active && OWNER_ROLES.includes(role);
}

/**
 * The user who shall own a lead: the actor unless somebody else is named. Until the transaction has
 * ended nobody takes from them what owning needs.
 * @param path of the input that names them
 * @throws ForbiddenError if an agent names somebody else
 * @throws ValidationError if the named one cannot own leads, or not in the manager's territory
 */
export async function findOwner(
  ctx: TxContext,
  ownerId: string | null,
  path = 'ownerId',
): Promise<User> {
  const { actor } = ctx;
  const id = ownerId ?? actor.id;
  if (id !== actor.id && !isManager(actor) && actor.role !== 'SERVICE') {
    throw new ForbiddenError('Agents own the leads they register; naming another is for managers.');
  }
  if (id !== null) await keepAgent(ctx, id);
  const owner =
    id === null
      ? null
      : await ctx.tx.user.findFirst({ where: { id, active: true, role: { in: OWNER_ROLES } } });
  if (!owner) {
    const message = `${JSON.stringify(id && globalIdOf('User', id))} cannot own leads, allowed are active users who are ${OWNER_ROLES.join(', ')}`;
    throw new ValidationError([{ path, message }]);
  }
  if (
    actor.role === 'MANAGER' &&
    actor.territory !== null &&
    owner.id !== actor.id &&
    owner.territory !== actor.territory
  ) {
    const message = `${JSON.stringify(globalIdOf('User', owner.id))} works in ${owner.territory ?? 'no territory'}, allowed are agents in ${actor.territory}`;
    throw new ValidationError([{ path, message }]);
  }
  return owner;
}

import { ForbiddenError, ValidationError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { COLLEAGUE, type Colleague } from '../../platform/identity/colleague.js';
import { isManager } from '../../platform/identity/may.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { keepAgents } from './lock-agent.js';

const OWNER_ROLES = ['REP', 'MANAGER', 'ADMIN'];

/** Whether leads can belong to such a user. */
export function mayOwnLeads({ role, active }: Pick<Colleague, 'role' | 'active'>): boolean {
  return active && OWNER_ROLES.includes(role);
}

/**
 * The user who shall own a lead: the actor unless another one is named. Until the transaction has ended, the rights
 * that owning needs are not taken from them.
 * @param path of the input that names them
 * @throws ForbiddenError if an agent names another user
 * @throws ValidationError if the named one cannot own leads, or not in the manager's territory
 */
export async function findOwner(
  ctx: TxContext,
  ownerId: string | null,
  path = 'ownerId',
): Promise<Colleague> {
  const id = ownerId ?? ctx.actor.id;
  const [owner] = await findOwners(ctx, [id], path);
  if (!owner) throw new Error(`Neither an owner nor why ${id} cannot be one.`);
  return owner;
}

/**
 * The same for several at once, in the order in which they are named.
 * @throws ForbiddenError as `findOwner`
 * @throws ValidationError that names each of them who cannot own leads
 */
export async function findOwners(
  ctx: TxContext,
  ids: readonly (string | null)[],
  path: string,
): Promise<Colleague[]> {
  const found = await lookAtOwners(ctx, ids);
  const problems = found.flatMap((owner) => ('problem' in owner ? [owner.problem] : []));
  if (problems.length > 0) {
    throw new ValidationError([...new Set(problems)].map((message) => ({ path, message })));
  }
  return found.flatMap((owner) => ('problem' in owner ? [] : [owner]));
}

/** Each of the users, or why they cannot own leads that the actor gives them. */
export async function lookAtOwners(
  ctx: TxContext,
  ids: readonly (string | null)[],
): Promise<(Colleague | { readonly problem: string })[]> {
  const { actor } = ctx;
  if (ids.some((id) => id !== actor.id) && !isManager(actor) && actor.role !== 'SERVICE') {
    throw new ForbiddenError('Agents own the leads they register; naming another is for managers.');
  }
  const known = ids.flatMap((id) => id ?? []);
  if (known.length > 0) await keepAgents(ctx, known);
  const users =
    known.length === 0
      ? []
      : await ctx.tx.user.findMany({
          where: { id: { in: known }, active: true, role: { in: OWNER_ROLES } },
          select: COLLEAGUE,
        });
  return ids.map((id) => {
    const owner = users.find((user) => user.id === id);
    if (!owner) {
      const problem = `${JSON.stringify(id && globalIdOf('User', id))} cannot own leads, allowed are active users who are ${OWNER_ROLES.join(', ')}`;
      return { problem };
    }
    const bound = actor.role === 'MANAGER' && actor.territory !== null && owner.id !== actor.id;
    if (bound && owner.territory !== actor.territory) {
      const problem = `${JSON.stringify(globalIdOf('User', owner.id))} works in ${owner.territory ?? 'no territory'}, allowed are agents in ${actor.territory}`;
      return { problem };
    }
    return owner;
  });
}

import type { Actor } from '../../domain/actor.js';
import { ForbiddenError } from '../../domain/errors.js';
import type { Prisma, User } from '../../platform/db/generated/prisma/client.js';
import { appendEvent } from '../../platform/events/append-event.js';
import { isManager } from '../../platform/identity/may.js';
import type { TxContext } from '../../platform/verbs/context.js';

/** @throws ForbiddenError if it is another agent's absence and the actor does not answer for them */
export function requireAnswersFor(
  { actor }: Pick<TxContext, 'actor'>,
  { id, territory }: Pick<User, 'id' | 'territory'>,
): void {
  if (actor.id === id) return;
  if (answersForSome(actor) && [null, territory].includes(actor.territory)) return;
  throw new ForbiddenError(
    'Agents say when they themselves are away; for others it is for managers of their territory.',
  );
}

/** A program, such as that of a personnel department, answers for all whom it may see. */
function answersForSome(actor: Actor): boolean {
  return isManager(actor) || actor.role === 'SERVICE';
}

/** The same as a condition on users. */
export function answeredForBy({ actor }: Pick<TxContext, 'actor'>): Prisma.UserWhereInput {
  const self = actor.id === null ? [] : [{ id: actor.id }];
  if (!answersForSome(actor)) return { OR: self };
  return actor.territory === null ? {} : { OR: [...self, { territory: actor.territory }] };
}

/** Tells admins and auditors of a new or ended absence. */
export function announceAway(
  ctx: TxContext,
  { id, role, active }: Pick<User, 'id' | 'role' | 'active'>,
): Promise<void> {
  const payload = { userId: id, fields: ['absences'], role, active };
  return appendEvent(ctx, { type: 'USER_CHANGED', payload });
}

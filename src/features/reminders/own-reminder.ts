import type { Actor } from '../../domain/actor.js';
import { NotFoundError } from '../../domain/errors.js';
import type { Prisma, Reminder } from '../../platform/db/generated/prisma/client.js';
import { may } from '../../platform/identity/may.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { throughLead } from '../leads/through-lead.js';
import { visibleLeadsSql } from '../leads/visibility.js';

/**
 * A reminder that is for the actor, or for those like them, about a lead that they may still see; locked.
 * @throws NotFoundError
 */
export async function lockOwnReminder(ctx: TxContext, id: string): Promise<Reminder> {
  // Reminders of other users are neither locked nor waited for.
  await ctx.tx.$queryRaw`
    SELECT reminder.id FROM reminder JOIN lead ON lead.id = reminder.lead_id
    WHERE reminder.id = ${id}::uuid AND ${visibleLeadsSql(ctx.actor)}
      AND (recipient_id = ${ctx.actor.id}::uuid
        OR (${may(ctx.actor, 'decideExtension')} AND kind = 'EXTENSION_PENDING'
          AND lead.owner_id IS DISTINCT FROM ${ctx.actor.id}::uuid))
    FOR UPDATE OF reminder`;
  const reminder =
    ctx.actor.id === null
      ? null
      : await ctx.tx.reminder.findFirst({
          where: { id, AND: [throughLead(ctx.actor), addressedTo(ctx.actor, ctx.actor.id)] },
        });
  if (!reminder) throw new NotFoundError('Reminder', id);
  return reminder;
}

/**
 * The reminder of a waiting extension is for all managers who may decide it, not only for its recipient, and not for
 * the requester.
 */
function addressedTo(actor: Actor, actorId: string): Prisma.ReminderWhereInput {
  const own = { recipientId: actorId };
  return may(actor, 'decideExtension')
    ? { OR: [own, { kind: 'EXTENSION_PENDING', lead: { ownerId: { not: actorId } } }] }
    : own;
}

import type { TxContext } from '../context.js';
import type { Reminder } from '../db/generated/prisma/client.js';
import { NotFoundError } from '../errors.js';
import { throughLead } from '../leads/through-lead.js';

/**
 * A reminder that is for the actor, about a lead that they may still see; locked.
 * @throws NotFoundError
 */
export async function lockOwnReminder(ctx: TxContext, id: string): Promise<Reminder> {
  await ctx.tx.$queryRaw`SELECT id FROM reminder WHERE id = ${id}::uuid FOR UPDATE`;
  const reminder =
    ctx.actor.id === null
      ? null
      : await ctx.tx.reminder.findFirst({
          where: { id, recipientId: ctx.actor.id, AND: [throughLead(ctx.actor)] },
        });
  if (!reminder) throw new NotFoundError('Reminder', id);
  return reminder;
}

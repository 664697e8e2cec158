import type { Lead, Ownership } from '../../platform/db/generated/prisma/client.js';
import { newId } from '../../platform/db/ids.js';
import type { Tx } from '../../platform/db/open.js';
import { daysAfter } from '../../platform/settings/days-of-setting.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { decidingManagers } from './deciding-managers.js';

/**
 * Sets the reminder of a request that was just made, for some days later. It is addressed to one of
 * those who may decide, and any of them may acknowledge it.
 */
export async function remindOfRequest(
  ctx: TxContext,
  lead: Lead,
  ownership: Pick<Ownership, 'id' | 'ownerId'>,
): Promise<void> {
  const [recipient] = await decidingManagers(ctx.tx, lead.territory, ownership.ownerId);
  if (!recipient) return;
  const dueAt = await daysAfter(ctx.tx, ctx.now, 'extensionReminderDays');
  await ctx.tx.reminder.createMany({
    data: [
      {
        id: newId(),
        leadId: lead.id,
        ownershipId: ownership.id,
        recipientId: recipient.id,
        kind: 'EXTENSION_PENDING',
        windowStart: ctx.now,
        channel: 'IN_APP',
        dueAt,
        createdAt: ctx.now,
      },
    ],
    // Two requests in one millisecond, the first of them decided in it, share one reminder.
    skipDuplicates: true,
  });
}

/** There is nothing left to decide: the request was decided, or the ownership has ended. */
export async function settleRequestReminders(
  tx: Tx,
  ownershipIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx.reminder.updateMany({
    where: {
      ownershipId: { in: [...ownershipIds] },
      kind: 'EXTENSION_PENDING',
      acknowledgedAt: null,
    },
    data: { acknowledgedAt: now },
  });
}

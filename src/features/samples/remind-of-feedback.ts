import { newId } from '../../platform/db/ids.js';
import { daysAfter } from '../../platform/settings/days-of-setting.js';
import type { TxContext } from '../../platform/verbs/context.js';
import type { LockedSample } from './lock-sample.js';

/** Sets the owner's reminder of the feedback, for some days after the delivery; none once the lead has ended. */
export async function remindOfFeedback(
  ctx: TxContext,
  { lead }: LockedSample,
  deliveredAt: Date,
): Promise<void> {
  const ownership = await ctx.tx.ownership.findFirst({
    where: { leadId: lead.id, endedAt: null },
    select: { id: true, ownerId: true },
  });
  if (!ownership) return;
  const dueAt = await daysAfter(ctx.tx, deliveredAt, 'sampleFeedbackDueDays');
  // Two samples delivered at the same instant share one reminder.
  await ctx.tx.reminder.createMany({
    data: [
      {
        id: newId(),
        leadId: lead.id,
        ownershipId: ownership.id,
        recipientId: ownership.ownerId,
        kind: 'SAMPLE_FEEDBACK_DUE',
        windowStart: deliveredAt,
        channel: 'IN_APP',
        dueAt,
        createdAt: ctx.now,
      },
    ],
    skipDuplicates: true,
  });
}

/** The feedback is there: its reminder is settled. */
export async function settleFeedbackReminder(
  ctx: TxContext,
  { lead, sample }: LockedSample,
): Promise<void> {
  if (sample.deliveredAt === null) return;
  const others = await ctx.tx.sample.count({
    where: {
      leadId: lead.id,
      id: { not: sample.id },
      deliveredAt: sample.deliveredAt,
      status: { in: ['DELIVERED', 'TESTING'] },
    },
  });
  if (others > 0) return;
  await ctx.tx.reminder.updateMany({
    where: {
      leadId: lead.id,
      kind: 'SAMPLE_FEEDBACK_DUE',
      windowStart: sample.deliveredAt,
      acknowledgedAt: null,
    },
    data: { acknowledgedAt: ctx.now },
  });
}

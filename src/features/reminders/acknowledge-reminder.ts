import { z } from 'zod';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { lockRow } from '../leads/lock-lead.js';
import { throughLead } from '../leads/through-lead.js';
import { visibleLeadsSql } from '../leads/visibility.js';
import { lockOwnReminder } from './own-reminder.js';
import { recordDelivery } from './record-delivery.js';

export const acknowledgeReminderInput = z.object({ reminderId: idInput });

export type AcknowledgeReminderInput = z.input<typeof acknowledgeReminderInput>;

/**
 * Acknowledges a reminder, for its recipient; of a waiting extension, for any manager who may decide it. Repeating it
 * changes nothing; a reminder that was not yet due will not be delivered any more. A progress warning that was
 * acknowledged counts as delivered, with any outcome of its mail.
 */
export async function acknowledgeReminder(
  ctx: VerbContext,
  input: AcknowledgeReminderInput,
): Promise<{ reminderId: string; leadId: string }> {
  requireMay(ctx, 'acknowledgeReminder');
  const { reminderId } = parseInput(ctx, acknowledgeReminderInput, input);
  return inTransaction(ctx, async (ctx) => {
    await lockLeadOf(ctx, reminderId);
    const { leadId, acknowledgedAt } = await lockOwnReminder(ctx, reminderId);
    if (acknowledgedAt) return { reminderId, leadId };
    await ctx.tx.reminder.update({ where: { id: reminderId }, data: { acknowledgedAt: ctx.now } });
    await recordDelivery(ctx, reminderId);
    await appendAudit(ctx, {
      action: 'acknowledgeReminder',
      entity: 'Reminder',
      entityId: reminderId,
      leadId,
      after: { acknowledgedAt: ctx.now },
    });
    return { reminderId, leadId };
  });
}

/** Before the reminder, in the order of all who write both: its lead may be projected anew, and an event tells of it. */
async function lockLeadOf(ctx: TxContext, id: string): Promise<void> {
  const reminder = await ctx.tx.reminder.findFirst({
    where: { id, AND: [throughLead(ctx.actor)] },
    select: { leadId: true },
  });
  if (reminder) await lockRow(ctx, reminder.leadId, visibleLeadsSql(ctx.actor));
}

import { z } from 'zod';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { lockOwnReminder } from './own-reminder.js';
import { recordDelivery } from './record-delivery.js';
import { lockLeadOfReminder, tellOfReminder } from './reminder-events.js';

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
    await lockLeadOfReminder(ctx, reminderId);
    const { leadId, kind, acknowledgedAt } = await lockOwnReminder(ctx, reminderId);
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
    await tellOfReminder(ctx, 'REMINDER_ACKNOWLEDGED', leadId, { reminderId, kind });
    return { reminderId, leadId };
  });
}

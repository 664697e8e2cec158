import { z } from 'zod';
import { appendAudit } from '../audit/append-audit.js';
import { requireMay } from '../auth/may.js';
import { inTransaction, type VerbContext } from '../context.js';
import { idInput, parseInput } from '../parse-input.js';
import { lockOwnReminder } from './own-reminder.js';

export const acknowledgeReminderInput = z.object({ reminderId: idInput });

export type AcknowledgeReminderInput = z.input<typeof acknowledgeReminderInput>;

/**
 * Its recipient has seen the reminder; of an extension that waits, any manager who may decide it.
 * Doing it again changes nothing; one that was not yet due will not be delivered any more.
 */
export async function acknowledgeReminder(
  ctx: VerbContext,
  input: AcknowledgeReminderInput,
): Promise<{ reminderId: string; leadId: string }> {
  requireMay(ctx, 'acknowledgeReminder');
  const { reminderId } = parseInput(acknowledgeReminderInput, input);
  return inTransaction(ctx, async (tx) => {
    const { leadId, acknowledgedAt } = await lockOwnReminder(tx, reminderId);
    if (acknowledgedAt) return { reminderId, leadId };
    await tx.tx.reminder.update({ where: { id: reminderId }, data: { acknowledgedAt: tx.now } });
    await appendAudit(tx, {
      action: 'acknowledgeReminder',
      entity: 'Reminder',
      entityId: reminderId,
      leadId,
      after: { acknowledgedAt: tx.now },
    });
    return { reminderId, leadId };
  });
}

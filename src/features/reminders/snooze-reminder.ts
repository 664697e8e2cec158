import { z } from 'zod';
import { ConflictError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, instantInput, parseInput } from '../../platform/verbs/parse-input.js';
import { pastProblems } from './future-instant.js';
import { lockOwnReminder } from './own-reminder.js';
import { lockLeadOfReminder, tellOfReminder } from './reminder-events.js';

export const snoozeReminderInput = z.object({ reminderId: idInput, until: instantInput });

export type SnoozeReminderInput = z.input<typeof snoozeReminderInput>;

/**
 * Hides a reminder from its recipient until an instant.
 * @throws ConflictError if it was acknowledged
 */
export async function snoozeReminder(
  ctx: VerbContext,
  input: SnoozeReminderInput,
): Promise<{ reminderId: string; leadId: string }> {
  requireMay(ctx, 'snoozeReminder');
  const { reminderId, until } = parseInput(ctx, snoozeReminderInput, input, {
    rules: ({ until }) => pastProblems(until, ctx.now, 'until'),
  });
  return inTransaction(ctx, async (ctx) => {
    await lockLeadOfReminder(ctx, reminderId);
    const { leadId, kind, acknowledgedAt, snoozedUntil } = await lockOwnReminder(ctx, reminderId);
    if (acknowledgedAt) {
      throw new ConflictError(
        `The reminder ${globalIdOf('Reminder', reminderId)} was acknowledged at ${acknowledgedAt.toISOString()}, allowed is one that was not.`,
        'ACKNOWLEDGED',
      );
    }
    await ctx.tx.reminder.update({ where: { id: reminderId }, data: { snoozedUntil: until } });
    await appendAudit(ctx, {
      action: 'snoozeReminder',
      entity: 'Reminder',
      entityId: reminderId,
      leadId,
      before: { snoozedUntil },
      after: { snoozedUntil: until },
    });
    await tellOfReminder(ctx, 'REMINDER_SNOOZED', leadId, {
      reminderId,
      kind,
      until: until.toISOString(),
    });
    return { reminderId, leadId };
  });
}

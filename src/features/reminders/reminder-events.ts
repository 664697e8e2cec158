import type { EventPayload, EventType } from '../../domain/events.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { lockRow } from '../leads/lock-lead.js';
import { throughLead } from '../leads/through-lead.js';
import { visibleLeadsSql } from '../leads/visibility.js';

/** Before the reminder, in the order of all who write both: its lead may be projected anew, and an event tells of it. */
export async function lockLeadOfReminder(ctx: TxContext, id: string): Promise<void> {
  const reminder = await ctx.tx.reminder.findFirst({
    where: { id, AND: [throughLead(ctx.actor)] },
    select: { leadId: true },
  });
  if (reminder) await lockRow(ctx, reminder.leadId, visibleLeadsSql(ctx.actor));
}

/** Tells of a reminder to those who see its lead, which is locked. */
export async function tellOfReminder(
  ctx: TxContext,
  type: Extract<EventType, 'REMINDER_ACKNOWLEDGED' | 'REMINDER_SNOOZED'>,
  leadId: string,
  payload: EventPayload,
): Promise<void> {
  const lead = await ctx.tx.lead.findUniqueOrThrow({
    where: { id: leadId },
    select: { id: true, ownerId: true, territory: true },
  });
  await appendLeadEvent(ctx, type, lead, payload);
}

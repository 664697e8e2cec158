import { localeOf } from '../../domain/locales.js';
import { appendAudits } from '../../platform/audit/append-audit.js';
import { appendEvents } from '../../platform/events/append-event.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { enqueueEmails } from '../outbox/enqueue-email.js';

interface DueReminder {
  readonly id: string;
  readonly kind: string;
  readonly channel: string;
  readonly dueAt: Date;
  readonly note: string | null;
  readonly leadId: string;
  readonly ownerId: string | null;
  readonly territory: string | null;
  readonly companyName: string;
  readonly city: string;
  readonly recipientName: string;
  /** Null for an account that is no longer active. */
  readonly recipientEmail: string | null;
  readonly recipientLocale: string;
}

/**
 * Delivers the follow-ups whose instant has come. One that is snoozed waits, one of an ownership that has ended is
 * not delivered any more: its owner has lost the lead. Returns the number delivered; as many as `limit` means that
 * there may be more.
 */
export async function deliverFollowUps(ctx: VerbContext, limit = 100): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.now.toISOString();
    const due = await ctx.tx.$queryRaw<DueReminder[]>`
      SELECT reminder.id, reminder.kind, reminder.channel, reminder.due_at AS "dueAt", reminder.note,
        lead.id AS "leadId", lead.owner_id AS "ownerId", lead.territory,
        lead.company_name AS "companyName", lead.city, recipient.name AS "recipientName",
        CASE WHEN recipient.active THEN recipient.email END AS "recipientEmail",
        recipient.locale AS "recipientLocale"
      FROM reminder
      JOIN lead ON lead.id = reminder.lead_id
      JOIN user_account recipient ON recipient.id = reminder.recipient_id
      LEFT JOIN ownership ON ownership.id = reminder.ownership_id
      WHERE reminder.sent_at IS NULL AND reminder.due_at <= ${now}::timestamptz
        AND reminder.kind IN ('FOLLOW_UP', 'SAMPLE_FEEDBACK_DUE', 'EXTENSION_PENDING')
        AND reminder.acknowledged_at IS NULL
        AND (reminder.snoozed_until IS NULL OR reminder.snoozed_until <= ${now}::timestamptz)
        AND ownership.ended_at IS NULL AND lead.pseudonymized_at IS NULL
      ORDER BY reminder.due_at, reminder.id
      LIMIT ${limit}::int
      FOR UPDATE OF reminder, lead SKIP LOCKED`;
    if (due.length === 0) return 0;
    await ctx.tx.reminder.updateMany({
      where: { id: { in: due.map(({ id }) => id) } },
      data: { sentAt: ctx.now },
    });
    // A reminder within the application is delivered at once; a mail first has to leave.
    await ctx.tx.reminder.updateMany({
      where: { id: { in: due.map(({ id }) => id) }, channel: 'IN_APP', deliveredAt: null },
      data: { deliveredAt: ctx.now },
    });
    await appendAudits(
      ctx,
      due.map(({ id, leadId }) => ({
        action: 'deliverFollowUp',
        entity: 'Reminder',
        entityId: id,
        leadId,
        after: { sentAt: ctx.now },
      })),
    );
    await appendEvents(
      ctx.tx,
      due.map(({ id, kind, leadId, ownerId, territory }) => ({
        type: 'REMINDER_DUE',
        occurredAt: ctx.now,
        actorId: ctx.actor.id,
        lead: { id: leadId, ownerId, territory },
        payload: { reminderId: id, kind },
      })),
    );
    await enqueueEmails(
      ctx.tx,
      due.flatMap((reminder) => mailOf(reminder)),
    );
    return due.length;
  });
}

function mailOf(reminder: DueReminder) {
  const { id, channel, leadId, companyName, city, dueAt, note } = reminder;
  if (channel !== 'EMAIL' || reminder.recipientEmail === null) return [];
  return [
    {
      template: 'follow-up' as const,
      locale: localeOf(reminder.recipientLocale),
      recipient: reminder.recipientEmail,
      reference: { reminderId: id },
      dedupeKey: `follow-up:${id}`,
      reminderId: id,
      leadId,
      data: { leadId, companyName, city, recipientName: reminder.recipientName, dueAt, note },
    },
  ];
}

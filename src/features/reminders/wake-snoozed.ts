import { localeOf } from '../../domain/locales.js';
import { appendAudits } from '../../platform/audit/append-audit.js';
import { appendEvents } from '../../platform/events/append-event.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { enqueueEmails, type NewEmail } from '../outbox/enqueue-email.js';

interface SnoozedReminder {
  readonly id: string;
  readonly kind: string;
  readonly channel: string;
  readonly snoozedUntil: Date;
  readonly deliveredAt: Date | null;
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
 * Delivers once more the reminders that had been delivered when their recipients snoozed them. One of an ownership
 * that has ended stays away. Returns the number told; as many as `limit` means that there may be more.
 */
export async function wakeSnoozed(ctx: VerbContext, limit = 100): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const woken = await ctx.tx.$queryRaw<SnoozedReminder[]>`
      SELECT reminder.id, reminder.kind, reminder.channel, reminder.snoozed_until AS "snoozedUntil",
        reminder.note, reminder.delivered_at AS "deliveredAt", lead.id AS "leadId", lead.owner_id AS "ownerId", lead.territory,
        lead.company_name AS "companyName", lead.city, recipient.name AS "recipientName",
        CASE WHEN recipient.active THEN recipient.email END AS "recipientEmail",
        recipient.locale AS "recipientLocale"
      FROM reminder
      JOIN lead ON lead.id = reminder.lead_id
      JOIN user_account recipient ON recipient.id = reminder.recipient_id
      LEFT JOIN ownership ON ownership.id = reminder.ownership_id
      WHERE reminder.snoozed_until <= ${ctx.now.toISOString()}::timestamptz
        -- Put off after it was told: what was put off before is told when it is due.
        AND reminder.snoozed_until > coalesce(reminder.delivered_at, reminder.sent_at)
        AND reminder.acknowledged_at IS NULL
        AND ownership.ended_at IS NULL AND lead.pseudonymized_at IS NULL
      ORDER BY reminder.snoozed_until, reminder.id
      LIMIT ${limit}::int
      FOR UPDATE OF reminder, lead SKIP LOCKED`;
    if (woken.length === 0) return 0;
    await ctx.tx.reminder.updateMany({
      where: { id: { in: woken.map(({ id }) => id) } },
      data: { snoozedUntil: null },
    });
    await appendAudits(
      ctx,
      woken.map(({ id, leadId, snoozedUntil }) => ({
        action: 'wakeReminder',
        entity: 'Reminder',
        entityId: id,
        leadId,
        before: { snoozedUntil },
        after: { snoozedUntil: null },
      })),
    );
    await appendEvents(
      ctx.tx,
      woken.map(({ id, kind, leadId, ownerId, territory }) => ({
        type: 'REMINDER_DUE',
        occurredAt: ctx.now,
        actorId: ctx.actor.id,
        lead: { id: leadId, ownerId, territory },
        payload: { reminderId: id, kind, snoozed: true },
      })),
    );
    await enqueueEmails(
      ctx.tx,
      woken.flatMap((reminder) => mailOf(reminder)),
    );
    return woken.length;
  });
}

/** Of any kind at first, now it is a follow-up that its recipient asked for. */
function mailOf(reminder: SnoozedReminder): NewEmail[] {
  const { id, channel, leadId, companyName, city, snoozedUntil, note } = reminder;
  const { recipientName, recipientEmail, recipientLocale, deliveredAt } = reminder;
  // A mail that has not left waits itself until then.
  if (channel !== 'EMAIL' || recipientEmail === null || deliveredAt === null) return [];
  return [
    {
      template: 'follow-up',
      locale: localeOf(recipientLocale),
      recipient: recipientEmail,
      reference: { reminderId: id },
      dedupeKey: `follow-up:${id}:${snoozedUntil.toISOString()}`,
      reminderId: id,
      leadId,
      data: { leadId, companyName, city, recipientName, dueAt: snoozedUntil, note },
    },
  ];
}

import { dueSince } from '../../domain/due-since.js';
import type { EventPayload } from '../../domain/events.js';
import { appendAudits } from '../../platform/audit/append-audit.js';
import { appendEvents } from '../../platform/events/append-event.js';
import { firstSlotFrom } from '../../platform/settings/first-slot.js';
import { readSchedule } from '../../platform/settings/load-schedule.js';
import type { BatchContext } from './define-job.js';
import type { OwnedLead } from './due-leads.js';

/** A reminder about to be issued. */
export interface NewReminder {
  readonly reminderId: string;
  readonly lead: OwnedLead;
  readonly windowStart: Date;
  /** From when on it counts; null until it has been delivered. */
  readonly sentAt: Date | null;
  /** The end that it tells of; null for a warning, whose end hangs on its delivery. */
  readonly namedEnd: Date | null;
  /** Payload of the event, to which the reminder's id and kind are added. */
  readonly payload: EventPayload & { readonly expiresAt: string | null };
}

export interface ReminderKind {
  readonly kind: 'PROGRESS_WARNING' | 'BASE_PERIOD_ENDING';
  readonly eventType: 'LEAD_PROGRESS_WARNING_ISSUED' | 'LEAD_PROTECTION_REMINDER';
  readonly auditAction: string;
}

/**
 * Issues reminders and marks their leads. The unique key of the reminder decides: only for those that
 * did not exist yet is anything else written. Returns the ids of those leads.
 */
export async function issueReminders(
  ctx: BatchContext,
  { kind, eventType, auditAction }: ReminderKind,
  reminders: readonly NewReminder[],
): Promise<Set<string>> {
  const now = ctx.now.toISOString();
  const slotOf = await slotsOf(ctx);
  const input = reminders.map(({ reminderId, lead, windowStart, sentAt, namedEnd }) => ({
    reminder_id: reminderId,
    lead_id: lead.id,
    ownership_id: lead.ownershipId,
    owner_id: lead.ownerId,
    window_start: windowStart,
    due_at: slotOf(lead),
    sent_at: sentAt,
    named_end: namedEnd,
  }));
  const issued = await ctx.tx.$queryRaw<{ leadId: string }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(input)}::jsonb) AS input (
        reminder_id uuid, lead_id uuid, ownership_id uuid, owner_id uuid, window_start timestamptz,
        due_at timestamptz, sent_at timestamptz, named_end timestamptz)
    ), issued AS (
      INSERT INTO reminder (id, lead_id, ownership_id, recipient_id, kind, window_start, channel,
        due_at, sent_at, named_end, created_at)
      SELECT reminder_id, lead_id, ownership_id, owner_id, ${kind}, window_start, 'EMAIL',
        due_at, sent_at, named_end, ${now}::timestamptz
      FROM input
      ON CONFLICT (lead_id, kind, window_start) DO NOTHING
      RETURNING lead_id
    ), marked AS (
      UPDATE lead
      SET warning_issued_at = CASE ${kind}::text WHEN 'PROGRESS_WARNING' THEN ${now}::timestamptz
            ELSE warning_issued_at END,
          base_reminded_at = CASE ${kind}::text WHEN 'BASE_PERIOD_ENDING' THEN ${now}::timestamptz
            ELSE base_reminded_at END
      FROM issued
      WHERE lead.id = issued.lead_id
    )
    SELECT lead_id AS "leadId" FROM issued`;
  const leadIds = new Set(issued.map(({ leadId }) => leadId));
  const done = reminders.filter(({ lead }) => leadIds.has(lead.id));
  await appendAudits(
    ctx,
    done.map(({ reminderId, lead, windowStart, payload }) => ({
      action: auditAction,
      entity: 'Lead',
      entityId: lead.id,
      leadId: lead.id,
      before: { expiresAt: lead.expiresAt },
      after: { reminderId, windowStart, expiresAt: payload.expiresAt },
    })),
  );
  await appendEvents(
    ctx.tx,
    done.map(({ reminderId, lead, payload }) => ({
      type: eventType,
      occurredAt: ctx.now,
      actorId: ctx.actor.id,
      lead: { id: lead.id, ownerId: lead.ownerId, territory: lead.territory },
      payload: { ...payload, reminderId, kind },
    })),
  );
  return leadIds;
}

/** A reminder is due at the first slot of its job at which its recipient could be told. */
async function slotsOf(ctx: BatchContext): Promise<(lead: OwnedLead) => Date> {
  ctx.memo.schedule ??= await readSchedule(ctx.tx);
  const { cron, timeZone } = ctx.memo.schedule;
  return ({ dueAt, createdAt, policySince, holdIntervals }) => {
    const knownAt = Math.max(createdAt.getTime(), policySince?.getTime() ?? 0);
    let since = dueSince(dueAt.getTime(), knownAt, holdIntervals);
    for (;;) {
      const slot = firstSlotFrom(cron['progress-warning'], timeZone, new Date(since));
      // While a hold runs the job sends no reminder.
      const heldUntil = dueSince(slot.getTime(), knownAt, holdIntervals);
      if (heldUntil <= slot.getTime()) return slot;
      since = heldUntil;
    }
  };
}

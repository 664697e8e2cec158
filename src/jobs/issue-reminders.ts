import { appendAudits } from '../audit/append-audit.js';
import type { TxContext } from '../context.js';
import { appendEvents } from '../events/append-event.js';
import type { OwnedLead } from './due-leads.js';

/** A reminder about to be issued, with what issuing it makes of the lead. */
export interface NewReminder {
  readonly reminderId: string;
  readonly lead: OwnedLead;
  readonly windowStart: Date;
  readonly after: {
    readonly warnedAt: Date | null;
    readonly graceEndsAt: Date | null;
    readonly expiresAt: Date | null;
    readonly baseRemindedAt: Date | null;
  };
  /** Payload of the event, to which the reminder's id is added. */
  readonly payload: Record<string, string | null>;
}

export interface ReminderKind {
  readonly kind: 'PROGRESS_WARNING' | 'BASE_PERIOD_ENDING';
  readonly eventType: 'LEAD_PROGRESS_WARNING_ISSUED' | 'LEAD_PROTECTION_REMINDER';
  readonly auditAction: string;
}

/**
 * Issues reminders and moves the leads on. The unique key of the reminder decides:
 * only for those that did not exist yet is anything else written. Returns the ids of those leads.
 */
export async function issueReminders(
  ctx: TxContext,
  { kind, eventType, auditAction }: ReminderKind,
  reminders: readonly NewReminder[],
): Promise<Set<string>> {
  const now = ctx.now.toISOString();
  const input = reminders.map(({ reminderId, lead, windowStart, after }) => ({
    reminder_id: reminderId,
    lead_id: lead.id,
    ownership_id: lead.ownershipId,
    owner_id: lead.ownerId,
    window_start: windowStart,
    due_at: lead.dueAt,
    warned_at: after.warnedAt,
    grace_ends_at: after.graceEndsAt,
    expires_at: after.expiresAt,
    base_reminded_at: after.baseRemindedAt,
  }));
  const issued = await ctx.tx.$queryRaw<{ leadId: string }[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(input)}::jsonb) AS input (
        reminder_id uuid, lead_id uuid, ownership_id uuid,
        owner_id uuid, window_start timestamptz, due_at timestamptz,
        warned_at timestamptz, grace_ends_at timestamptz, expires_at timestamptz,
        base_reminded_at timestamptz)
    ), issued AS (
      INSERT INTO reminder (id, lead_id, ownership_id, recipient_id, kind, window_start, channel,
        due_at, sent_at, created_at)
      SELECT reminder_id, lead_id, ownership_id, owner_id, ${kind}, window_start, 'EMAIL',
        due_at, ${now}::timestamptz, ${now}::timestamptz
      FROM input
      ON CONFLICT (lead_id, kind, window_start) DO NOTHING
      RETURNING lead_id
    ), moved AS (
      UPDATE lead
      SET warned_at = input.warned_at, grace_ends_at = input.grace_ends_at,
          expires_at = input.expires_at, base_reminded_at = input.base_reminded_at
      FROM input JOIN issued USING (lead_id)
      WHERE lead.id = input.lead_id
    )
    SELECT lead_id AS "leadId" FROM issued`;
  const leadIds = new Set(issued.map(({ leadId }) => leadId));
  const done = reminders.filter(({ lead }) => leadIds.has(lead.id));
  await appendAudits(
    ctx,
    done.map(({ reminderId, lead, windowStart, after }) => ({
      action: auditAction,
      entity: 'Lead',
      entityId: lead.id,
      leadId: lead.id,
      before: { expiresAt: lead.expiresAt },
      after: { reminderId, windowStart, expiresAt: after.expiresAt },
    })),
  );
  await appendEvents(
    ctx.tx,
    done.map(({ reminderId, lead, payload }) => ({
      type: eventType,
      occurredAt: ctx.now,
      actorId: ctx.actor.id,
      lead: { id: lead.id, ownerId: lead.ownerId, territory: lead.territory },
      payload: { ...payload, reminderId },
    })),
  );
  return leadIds;
}

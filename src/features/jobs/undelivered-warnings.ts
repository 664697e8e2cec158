import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import { enqueueEmails } from '../outbox/enqueue-email.js';
import { alertOfWarnings, escalateWarnings } from '../reminders/alert-of-warnings.js';
import type { Selection, Sweep } from './define-job.js';
import { type DueLead, notOnHoldAt, owned, protectedAt, selectDueLeads } from './due-leads.js';
import { mailAbout } from './mail-about.js';

/**
 * The warning of the present window was issued and has not left, and none of its mails waits to be sent. `OFFSET 0` keeps
 * the condition a look-up for each lead: as a join it would read all reminders.
 */
const NOTHING_UNDER_WAY = Prisma.sql`status = 'ACTIVE' AND warning_issued_at IS NOT NULL
  AND warned_at IS NULL AND NOT EXISTS (
    SELECT FROM reminder JOIN outbox_email ON outbox_email.reminder_id = reminder.id
    WHERE reminder.lead_id = lead.id AND reminder.kind = 'PROGRESS_WARNING'
      AND reminder.window_start = lead.progress_anchor AND outbox_email.status = 'PENDING'
    OFFSET 0)`;

const OWNER_IS_ACTIVE = Prisma.sql`EXISTS (
  SELECT FROM user_account WHERE user_account.id = lead.owner_id AND user_account.active)`;

/** The address that the warning would go to now refused it for good: its managers know, and nothing else would come of it. */
function addressRefused(now: Date): Prisma.Sql {
  const at = now.toISOString();
  return Prisma.sql`EXISTS (
    SELECT FROM reminder JOIN outbox_email ON outbox_email.reminder_id = reminder.id
    WHERE reminder.lead_id = lead.id AND reminder.kind = 'PROGRESS_WARNING'
      AND reminder.window_start = lead.progress_anchor
      AND outbox_email.status = 'DEAD' AND outbox_email.death_cause = 'REJECTED'
      AND outbox_email.recipient = coalesce(
        (SELECT deputy.email FROM absence JOIN user_account deputy ON deputy.id = absence.deputy_id
         WHERE absence.user_id = lead.owner_id AND absence.cancelled_at IS NULL AND deputy.active
           AND absence.starts_at <= ${at}::timestamptz AND absence.ends_at > ${at}::timestamptz LIMIT 1),
        (SELECT email FROM user_account WHERE user_account.id = lead.owner_id))
    OFFSET 0)`;
}

/**
 * Sends a warning once more whose mail died or was never written, now that its reader has an address that has not
 * refused it: each night anew, until it leaves or the window is over.
 */
export const undeliveredWarnings: Sweep<DueLead> = {
  action: 'WARN_AGAIN',
  entity: 'Lead',
  select: (tx, selection) =>
    selectDueLeads(
      tx,
      'warning_issued_at',
      Prisma.sql`${NOTHING_UNDER_WAY} AND ${OWNER_IS_ACTIVE}
        AND NOT ${addressRefused(selection.now)} AND ${stillOpen(selection)}`,
      selection,
    ),
  async apply(ctx, rows) {
    const reminderOf = await remindersOf(ctx.tx, rows);
    const mails = rows.map(owned).flatMap((lead) => {
      const reminderId = reminderOf.get(lead.id);
      if (reminderId === undefined) return [];
      return mailAbout(lead, {
        template: 'progress-warning',
        reference: { ownershipId: lead.ownershipId, windowStart: lead.progressAnchor },
        reminderId,
        dedupeKey: `progress-warning:${lead.id}:${lead.progressAnchor.toISOString()}:${ctx.now.toISOString()}`,
        data: { progressDeadline: lead.progressDeadline, expiresAt: lead.expiresAt },
      });
    });
    return enqueueEmails(ctx.tx, mails);
  },
};

/**
 * Tells the managers of a warning that cannot be delivered, because its reader is not active or because
 * it has been under way for too long, and in that case the admins as well. Each is told once.
 */
export const undeliverableWarnings: Sweep<DueLead> = {
  action: 'ALERT',
  entity: 'Lead',
  async select(tx, selection) {
    const hours = await readSetting(tx, 'warningDeliveryHours');
    const longAgo = new Date(selection.now.getTime() - hours * 3_600_000).toISOString();
    const isLate = Prisma.sql`warning_issued_at <= ${longAgo}::timestamptz`;
    const condition = Prisma.sql`status = 'ACTIVE' AND warning_issued_at IS NOT NULL
      AND warned_at IS NULL AND ${stillOpen(selection)} AND EXISTS (
        SELECT FROM reminder
        WHERE reminder.lead_id = lead.id AND reminder.kind = 'PROGRESS_WARNING'
          AND reminder.window_start = lead.progress_anchor
          AND (alerted_at IS NULL AND (${isLate} OR NOT ${OWNER_IS_ACTIVE})
            OR escalated_at IS NULL AND ${isLate})
        OFFSET 0)`;
    return selectDueLeads(tx, 'warning_issued_at', condition, selection);
  },
  async apply(ctx, rows) {
    const reminderOf = await remindersOf(ctx.tx, rows);
    const hours = await readSetting(ctx.tx, 'warningDeliveryHours');
    const about = rows.flatMap((lead) => {
      const reminderId = reminderOf.get(lead.id);
      if (reminderId === undefined) return [];
      const cause = lead.ownerEmail === null ? ('OWNER_INACTIVE' as const) : ('LATE' as const);
      const isLate = lead.dueAt.getTime() <= ctx.now.getTime() - hours * 3_600_000;
      return [{ reminderId, cause, isLate }];
    });
    await alertOfWarnings(ctx, about);
    await escalateWarnings(
      ctx,
      about.filter(({ isLate }) => isLate),
    );
    return about.length;
  },
};

function stillOpen({ asOf, now }: Selection): Prisma.Sql {
  const at = asOf > now ? asOf : now;
  return Prisma.sql`${protectedAt(at)} AND ${notOnHoldAt(at)}`;
}

/** The warnings of the present windows, by lead. */
async function remindersOf(tx: Tx, leads: readonly DueLead[]): Promise<Map<string, string>> {
  const ids = leads.map(({ id }) => id);
  const found = await tx.$queryRaw<{ leadId: string; reminderId: string }[]>`
    SELECT lead.id AS "leadId", reminder.id AS "reminderId"
    FROM lead JOIN reminder ON reminder.lead_id = lead.id AND reminder.kind = 'PROGRESS_WARNING'
      AND reminder.window_start = lead.progress_anchor
    WHERE lead.id = ANY(${ids}::uuid[])`;
  return new Map(found.map(({ leadId, reminderId }) => [leadId, reminderId]));
}

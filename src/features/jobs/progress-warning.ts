import { type ProtectionPolicy, policyFor } from '../../domain/policy.js';
import { datesIfWarned } from '../../domain/warnings.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import { newId } from '../../platform/db/ids.js';
import type { Tx } from '../../platform/db/open.js';
import { enqueueEmails } from '../outbox/enqueue-email.js';
import { defineJob, type Selection, type Sweep } from './define-job.js';
import {
  type DueLead,
  notOnHoldAt,
  type OwnedLead,
  onCurrentPolicy,
  owned,
  protectedAt,
  selectDueLeads,
} from './due-leads.js';
import { graceReminders } from './grace-reminders.js';
import { issueReminders, type NewReminder, type ReminderKind } from './issue-reminders.js';
import { mailAbout } from './mail-about.js';
import { staleProjections } from './stale-projections.js';
import { toldProtection } from './told-protection.js';
import { undeliverableWarnings, undeliveredWarnings } from './undelivered-warnings.js';

const WARNING: ReminderKind = {
  kind: 'PROGRESS_WARNING',
  eventType: 'LEAD_PROGRESS_WARNING_ISSUED',
  auditAction: 'warnOfMissingProgress',
};

const BASE_REMINDER: ReminderKind = {
  kind: 'BASE_PERIOD_ENDING',
  eventType: 'LEAD_PROTECTION_REMINDER',
  auditAction: 'remindOfBasePeriodEnd',
};

/** Warns the owners of leads that show no progress, once in each window. */
const warnings: Sweep<DueLead> = {
  action: 'WARN',
  entity: 'Lead',
  select: selectUnwarned,
  async apply(ctx, rows) {
    const { policy, leads } = await onCurrentPolicy(ctx, rows, selectUnwarned);
    const reminders = leads.map((lead) => warn(owned(lead), policy, ctx.now));
    const warned = await issueReminders(ctx, WARNING, reminders);
    await enqueueEmails(
      ctx.tx,
      reminders
        .filter(({ lead }) => warned.has(lead.id))
        .flatMap(({ reminderId, lead, windowStart, payload }) =>
          mailAbout(lead, {
            template: 'progress-warning',
            reference: { ownershipId: lead.ownershipId, windowStart },
            reminderId,
            dedupeKey: `progress-warning:${lead.id}:${windowStart.toISOString()}`,
            data: { progressDeadline: lead.progressDeadline, expiresAt: payload.expiresAt },
          }),
        ),
    );
    return warned.size;
  },
};

/** Reminds the owners of leads whose base period is about to end. */
const baseReminders: Sweep<DueLead> = {
  action: 'REMIND_OF_BASE_END',
  entity: 'Lead',
  select: selectUnreminded,
  async apply(ctx, rows) {
    const { leads } = await onCurrentPolicy(ctx, rows, selectUnreminded);
    const reminders = leads.map((lead) => remind(owned(lead), ctx.now));
    const reminded = await issueReminders(ctx, BASE_REMINDER, reminders);
    await enqueueEmails(
      ctx.tx,
      reminders
        .filter(({ lead }) => reminded.has(lead.id))
        .flatMap(({ reminderId, lead, windowStart }) =>
          mailAbout(lead, {
            template: 'base-period-ending',
            reference: { ownershipId: lead.ownershipId, windowStart },
            reminderId,
            dedupeKey: `base-period-ending:${lead.id}:${windowStart.toISOString()}`,
            data: { baseEndsAt: lead.baseEndsAt, expiresAt: lead.expiresAt },
          }),
        ),
    );
    return reminded.size;
  },
};

export const progressWarning = defineJob({
  name: 'progress-warning',
  sweeps: [
    staleProjections,
    warnings,
    undeliveredWarnings,
    undeliverableWarnings,
    baseReminders,
    graceReminders,
  ],
});

function selectUnwarned(tx: Tx, selection: Selection): Promise<DueLead[]> {
  // A hold that began after the warning fell due has not moved it, but while it runs no owner is warned.
  const at = latest(selection);
  const condition = Prisma.sql`status = 'ACTIVE' AND warning_issued_at IS NULL
    AND ${protectedAt(at)} AND ${notOnHoldAt(at)}`;
  return selectDueLeads(tx, 'warning_due_at', condition, selection);
}

function selectUnreminded(tx: Tx, selection: Selection): Promise<DueLead[]> {
  const at = latest(selection);
  const condition = Prisma.sql`status = 'ACTIVE' AND base_reminded_at IS NULL
    AND ${protectedAt(at)} AND base_ends_at > ${at.toISOString()}::timestamptz`;
  return selectDueLeads(tx, 'base_reminder_due_at', condition, selection);
}

/** A run as of the past does not send dates that have changed since then; a dry run looks ahead. */
function latest({ asOf, now }: Selection): Date {
  return asOf > now ? asOf : now;
}

/** The mail names the dates that hold if the warning is delivered in time; later ones are told with it. */
function warn(lead: OwnedLead, whole: ProtectionPolicy, now: Date): NewReminder {
  const { progressAnchor, progressDeadline, extensionMonths, holdIntervals } = lead;
  const window = {
    assignedAt: lead.assignedAt.getTime(),
    extensionMonths,
    progressAnchor: progressAnchor.getTime(),
    holds: holdIntervals,
  };
  const dates = datesIfWarned(window, policyFor(whole, lead.businessType), now.getTime());
  return {
    reminderId: newId(),
    lead,
    windowStart: progressAnchor,
    sentAt: null,
    namedEnd: null,
    payload: {
      windowStart: progressAnchor.toISOString(),
      progressDeadline: progressDeadline?.toISOString() ?? null,
      graceEndsAt: isoOf(dates.graceEndsAt),
      expiresAt: isoOf(dates.expiresAt),
    },
  };
}

/** Reminded of once from the assignment on, and once more from each extension or moved end on. */
function remind(lead: OwnedLead, now: Date): NewReminder {
  const { assignedAt, extendedAt, baseToldAt, baseEndsAt, expiresAt } = lead;
  const windowStart = [extendedAt, baseToldAt].reduce<Date>(
    (start, next) => (next !== null && next > start ? next : start),
    assignedAt,
  );
  return {
    reminderId: newId(),
    lead,
    windowStart,
    sentAt: now,
    namedEnd: baseEndsAt,
    payload: {
      ...toldProtection(lead, { endsAt: expiresAt, now }),
      reason: 'BASE_PERIOD_ENDED',
      windowStart: windowStart.toISOString(),
      baseEndsAt: baseEndsAt?.toISOString() ?? null,
      expiresAt: expiresAt?.toISOString() ?? null,
    },
  };
}

function isoOf(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}

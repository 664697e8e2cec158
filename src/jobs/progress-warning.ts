import { Prisma } from '../db/generated/prisma/client.js';
import { newId } from '../db/ids.js';
import type { Tx } from '../db/open.js';
import { project } from '../domain/clock.js';
import { type ProtectionPolicy, policyFor } from '../domain/policy.js';
import { enqueueEmails } from '../outbox/enqueue-email.js';
import { defineJob, type Selection, type Sweep } from './define-job.js';
import {
  type DueLead,
  notOnHoldAt,
  type OwnedLead,
  onCurrentPolicy,
  owned,
  selectDueLeads,
} from './due-leads.js';
import { issueReminders, type NewReminder, type ReminderKind } from './issue-reminders.js';
import { mailAbout } from './mail-about.js';
import { staleProjections } from './stale-projections.js';

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
        .flatMap(({ lead, windowStart, after }) =>
          mailAbout(lead, {
            template: 'progress-warning',
            dedupeKey: `progress-warning:${lead.id}:${windowStart.toISOString()}`,
            data: { progressDeadline: lead.progressDeadline, graceEndsAt: after.graceEndsAt },
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
        .flatMap(({ lead, windowStart }) =>
          mailAbout(lead, {
            template: 'base-period-ending',
            dedupeKey: `base-period-ending:${lead.id}:${windowStart.toISOString()}`,
            data: { baseEndsAt: lead.baseEndsAt },
          }),
        ),
    );
    return reminded.size;
  },
};

export const progressWarning = defineJob({
  name: 'progress-warning',
  sweeps: [staleProjections, warnings, baseReminders],
});

function selectUnwarned(tx: Tx, selection: Selection): Promise<DueLead[]> {
  // A hold that began after the warning fell due has not moved it, but while it runs nobody is warned.
  const at = new Date(Math.max(selection.asOf.getTime(), selection.now.getTime()));
  const condition = Prisma.sql`status = 'ACTIVE' AND warned_at IS NULL AND ${notOnHoldAt(at)}`;
  return selectDueLeads(tx, 'warning_due_at', condition, selection);
}

function selectUnreminded(tx: Tx, selection: Selection): Promise<DueLead[]> {
  const condition = Prisma.sql`status = 'ACTIVE' AND base_reminded_at IS NULL`;
  return selectDueLeads(tx, 'base_reminder_due_at', condition, selection);
}

/**
 * What the warning makes of the lead's dates. The projected anchor and holds stand for the facts
 * they were projected from: nothing else of them bears on the grace that begins now.
 */
function warn(lead: OwnedLead, whole: ProtectionPolicy, now: Date): NewReminder {
  const policy = policyFor(whole, lead.businessType);
  const anchor = lead.progressAnchor.getTime();
  const [kind] = policy.qualifyingKinds;
  const { graceEndsAt, expiresAt } = project(
    {
      assignedAt: lead.assignedAt.getTime(),
      activities: kind === undefined ? [] : [{ kind, performedAt: anchor }],
      holds: lead.holdIntervals.map(([startAt, endAt]) => ({ startAt, endAt })),
      extensionMonths: lead.extensionMonths,
      warnings: [{ windowStart: anchor, sentAt: now.getTime() }],
    },
    policy,
    now.getTime(),
  );
  const after = {
    warnedAt: now,
    graceEndsAt: dateOf(graceEndsAt),
    expiresAt: dateOf(expiresAt),
    baseRemindedAt: lead.baseRemindedAt,
  };
  return {
    reminderId: newId(),
    lead,
    windowStart: lead.progressAnchor,
    after,
    payload: {
      windowStart: lead.progressAnchor.toISOString(),
      progressDeadline: lead.progressDeadline?.toISOString() ?? null,
      graceEndsAt: after.graceEndsAt?.toISOString() ?? null,
    },
  };
}

/** Reminded of once from the assignment on, and once more from each extension on. */
function remind(lead: OwnedLead, now: Date): NewReminder {
  const { warnedAt, graceEndsAt, expiresAt, baseEndsAt } = lead;
  const windowStart = lead.extendedAt ?? lead.assignedAt;
  return {
    reminderId: newId(),
    lead,
    windowStart,
    after: { warnedAt, graceEndsAt, expiresAt, baseRemindedAt: now },
    payload: {
      windowStart: windowStart.toISOString(),
      baseEndsAt: baseEndsAt?.toISOString() ?? null,
    },
  };
}

function dateOf(epochMs: number | null): Date | null {
  return epochMs === null ? null : new Date(epochMs);
}

import { addDays } from '../../domain/calendar.js';
import { localeOf } from '../../domain/locales.js';
import { appendAudits } from '../../platform/audit/append-audit.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import { newId } from '../../platform/db/ids.js';
import type { Tx } from '../../platform/db/open.js';
import { appendEvents } from '../../platform/events/append-event.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import { decidingManagers } from '../extensions/deciding-managers.js';
import { enqueueEmails, type NewEmail } from '../outbox/enqueue-email.js';
import type { DueContext, Selection, Sweep } from './define-job.js';
import {
  type DueLead,
  notOnHoldAt,
  type OwnedLead,
  onCurrentPolicy,
  owned,
  selectDueLeads,
} from './due-leads.js';
import { toldProtection } from './told-protection.js';

/**
 * Reminds once more of an end for lack of progress, some days before it, with the managers in copy. An end that moves is
 * another one, of which there is another reminder.
 */
export const graceReminders = {
  action: 'REMIND_OF_GRACE_END',
  entity: 'Lead',
  select: selectEnding,
  async apply(ctx: DueContext, rows: readonly DueLead[]) {
    const { leads } = await onCurrentPolicy(ctx, rows, selectEnding);
    const reminders = leads.flatMap((due) => {
      const lead = owned(due);
      return lead.expiresAt ? [{ id: newId(), lead, endsAt: lead.expiresAt }] : [];
    });
    const issued = await ctx.tx.reminder.createManyAndReturn({
      data: reminders.map(({ id, lead, endsAt }) => ({
        id,
        leadId: lead.id,
        ownershipId: lead.ownershipId,
        recipientId: lead.ownerId,
        kind: 'GRACE_ENDING',
        windowStart: endsAt,
        dueAt: ctx.asOf,
        sentAt: ctx.now,
        createdAt: ctx.now,
      })),
      select: { id: true },
      skipDuplicates: true,
    });
    const ids = new Set(issued.map(({ id }) => id));
    const done = reminders.filter(({ id }) => ids.has(id));
    await tell(ctx, done);
    return done.length;
  },
} as const satisfies Sweep<DueLead>;

interface GraceReminder {
  readonly id: string;
  readonly lead: OwnedLead;
  readonly endsAt: Date;
}

/** Of a warning that came no earlier than this reminder would, there is no second one. */
async function selectEnding(tx: Tx, selection: Selection): Promise<DueLead[]> {
  const days = await readSetting(tx, 'graceReminderDays');
  if (days === null) return [];
  const { timeZone } = await loadPolicy(tx);
  const { asOf, now } = selection;
  const at = asOf > now ? asOf : now;
  const horizon = addDays(asOf, days, timeZone);
  const condition = Prisma.sql`status = 'ACTIVE' AND warned_at IS NOT NULL
    AND expires_at = grace_ends_at AND expires_at > ${at.toISOString()}::timestamptz
    AND expires_at > warned_at + make_interval(days => ${days}::int) AND ${notOnHoldAt(at)}
    AND NOT EXISTS (
      SELECT FROM reminder WHERE reminder.lead_id = lead.id AND reminder.kind = 'GRACE_ENDING'
        AND reminder.window_start = lead.expires_at OFFSET 0)`;
  return selectDueLeads(tx, 'expires_at', condition, { ...selection, asOf: horizon });
}

async function tell(ctx: DueContext, reminders: readonly GraceReminder[]): Promise<void> {
  await appendAudits(
    ctx,
    reminders.map(({ id, lead, endsAt }) => ({
      action: 'remindOfGraceEnd',
      entity: 'Lead',
      entityId: lead.id,
      leadId: lead.id,
      after: { reminderId: id, expiresAt: endsAt },
    })),
  );
  await appendEvents(
    ctx.tx,
    reminders.map(({ id, lead, endsAt }) => ({
      type: 'LEAD_PROTECTION_REMINDER',
      occurredAt: ctx.now,
      actorId: ctx.actor.id,
      lead: { id: lead.id, ownerId: lead.ownerId, territory: lead.territory },
      payload: {
        ...toldProtection(lead, { endsAt, now: ctx.now }),
        reminderId: id,
        kind: 'GRACE_ENDING',
        reason: 'NO_PROGRESS',
        expiresAt: endsAt.toISOString(),
      },
    })),
  );
  const toManagers = await readSetting(ctx.tx, 'graceReminderToManagers');
  const mails: NewEmail[] = [];
  for (const reminder of reminders) {
    const { ownerId, ownerName, ownerEmail, ownerLocale, territory } = reminder.lead;
    if (ownerEmail !== null) {
      const owner = { id: ownerId, name: ownerName, email: ownerEmail, locale: ownerLocale };
      mails.push(mailTo(owner, reminder));
    }
    if (!toManagers) continue;
    const managers = await decidingManagers(ctx.tx, territory, ownerId);
    mails.push(...managers.map((manager) => mailTo(manager, reminder)));
  }
  await enqueueEmails(ctx.tx, mails);
}

interface Reader {
  readonly id: string;
  readonly name: string | null;
  readonly email: string;
  readonly locale: string | null;
}

function mailTo({ id, name, email, locale }: Reader, { lead, endsAt }: GraceReminder): NewEmail {
  return {
    template: 'grace-ending',
    locale: localeOf(locale),
    recipient: email,
    dedupeKey: `grace-ending:${lead.id}:${endsAt.toISOString()}:${id}`,
    leadId: lead.id,
    reference: { ownershipId: lead.ownershipId, recipientId: id, endsAt },
    data: {
      recipientName: name,
      companyName: lead.companyName,
      city: lead.city,
      ownerName: id === lead.ownerId ? null : lead.ownerName,
      expiresAt: endsAt,
    },
  };
}

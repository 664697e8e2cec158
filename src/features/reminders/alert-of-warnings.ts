import { localeOf } from '../../domain/locales.js';
import type { UndeliverableCause } from '../../domain/undeliverable-causes.js';
import { appendEvents } from '../../platform/events/append-event.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { enqueueEmails, type NewEmail } from '../outbox/enqueue-email.js';

export interface UndeliverableWarning {
  readonly reminderId: string;
  readonly cause: UndeliverableCause;
}

interface AlertedWarning {
  readonly reminderId: string;
  readonly windowStart: Date;
  readonly leadId: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly territory: string | null;
  readonly companyName: string;
  readonly city: string;
}

interface Responsible {
  readonly id: string;
  readonly role: 'MANAGER' | 'ADMIN';
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly territory: string | null;
}

/**
 * Reports progress warnings that cannot be delivered: by an event, and by mail to the managers who answer for the
 * territory, or to the admins if there is none. Each warning is reported once.
 */
export async function alertOfWarnings(
  ctx: TxContext,
  warnings: readonly UndeliverableWarning[],
): Promise<void> {
  const causes = new Map(warnings.map(({ reminderId, cause }) => [reminderId, cause]));
  const alerted = await mark(ctx, 'alerted_at', [...causes.keys()]);
  if (alerted.length === 0) return;
  await appendEvents(
    ctx.tx,
    alerted.map(({ reminderId, windowStart, leadId, ownerId, territory }) => ({
      type: 'WARNING_UNDELIVERABLE',
      occurredAt: ctx.now,
      actorId: ctx.actor.id,
      lead: { id: leadId, ownerId, territory },
      payload: {
        reminderId,
        windowStart: windowStart.toISOString(),
        cause: causes.get(reminderId),
      },
    })),
  );
  const people = await responsible(ctx);
  const managersOf = (territory: string | null) =>
    people.filter((one) => one.role === 'MANAGER' && [null, territory].includes(one.territory));
  await enqueueEmails(
    ctx.tx,
    alerted.flatMap((warning) =>
      managersOf(warning.territory).map((manager) => mailTo(manager, warning, causes)),
    ),
  );
  const orphaned = alerted.filter(({ territory }) => managersOf(territory).length === 0);
  await escalateWarnings(
    ctx,
    orphaned.map(({ reminderId }) => ({
      reminderId,
      cause: causes.get(reminderId) ?? 'LATE',
    })),
  );
}

/** Reports warnings that still cannot be delivered to the admins, each once. */
export async function escalateWarnings(
  ctx: TxContext,
  warnings: readonly UndeliverableWarning[],
): Promise<void> {
  const causes = new Map(warnings.map(({ reminderId, cause }) => [reminderId, cause]));
  const escalated = await mark(ctx, 'escalated_at', [...causes.keys()]);
  if (escalated.length === 0) return;
  const admins = (await responsible(ctx)).filter(({ role }) => role === 'ADMIN');
  await enqueueEmails(
    ctx.tx,
    escalated.flatMap((warning) => admins.map((admin) => mailTo(admin, warning, causes))),
  );
}

/** Those of the warnings that were not marked so yet, and have not been delivered. */
async function mark(
  ctx: TxContext,
  column: 'alerted_at' | 'escalated_at',
  reminderIds: readonly string[],
): Promise<AlertedWarning[]> {
  if (reminderIds.length === 0) return [];
  const where = { id: { in: [...reminderIds] }, kind: 'PROGRESS_WARNING', deliveredAt: null };
  const marked =
    column === 'alerted_at'
      ? await ctx.tx.reminder.updateManyAndReturn({
          where: { ...where, alertedAt: null },
          data: { alertedAt: ctx.now },
          select: { id: true },
        })
      : await ctx.tx.reminder.updateManyAndReturn({
          where: { ...where, escalatedAt: null },
          data: { escalatedAt: ctx.now },
          select: { id: true },
        });
  const ids = marked.map(({ id }) => id);
  return ctx.tx.$queryRaw<AlertedWarning[]>`
    SELECT reminder.id AS "reminderId", reminder.window_start AS "windowStart", lead.id AS "leadId",
      lead.owner_id AS "ownerId", owner.name AS "ownerName", lead.territory,
      lead.company_name AS "companyName", lead.city
    FROM reminder
    JOIN lead ON lead.id = reminder.lead_id
    LEFT JOIN user_account owner ON owner.id = lead.owner_id
    WHERE reminder.id = ANY(${ids}::uuid[]) AND lead.status = 'ACTIVE'
    ORDER BY reminder.id`;
}

function responsible(ctx: TxContext): Promise<Responsible[]> {
  return ctx.tx.$queryRaw<Responsible[]>`
    SELECT id, role, name, email, locale, territory FROM user_account
    WHERE role IN ('MANAGER', 'ADMIN') AND active ORDER BY id`;
}

function mailTo(
  { id, name, email, locale }: Responsible,
  { reminderId, leadId, ownerName, companyName, city }: AlertedWarning,
  causes: ReadonlyMap<string, UndeliverableCause>,
): NewEmail {
  return {
    template: 'warning-undeliverable',
    locale: localeOf(locale),
    recipient: email,
    reference: { reminderId, recipientId: id },
    dedupeKey: `warning-undeliverable:${reminderId}:${id}`,
    leadId,
    data: { recipientName: name, companyName, city, ownerName, cause: causes.get(reminderId) },
  };
}

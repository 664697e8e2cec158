import { localeOf } from '../../domain/locales.js';
import { appendAudits } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { appendEvents } from '../../platform/events/append-event.js';
import { daysAfter } from '../../platform/settings/days-of-setting.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { enqueueEmails, type NewEmail } from '../outbox/enqueue-email.js';
import { nextDigest } from '../outbox/next-digest.js';

interface EndingHold {
  readonly id: string;
  readonly reason: string;
  readonly startAt: Date;
  readonly endsBy: Date;
  readonly ownershipId: string;
  readonly leadId: string;
  readonly companyName: string;
  readonly city: string;
  readonly territory: string | null;
  readonly expiresAt: Date | null;
  readonly ownerId: string;
  readonly ownerName: string;
}

interface Reader {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly territory: string | null;
}

/**
 * Tells the owner and the managers of a lead, some days before, that an open-ended hold is about to end
 * by itself: a manager may confirm it. Returns the number of holds; as many as `limit` means that there
 * may be more.
 */
export async function announceHoldEnds(ctx: VerbContext, limit = 100): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const until = await daysAfter(ctx.tx, ctx.now, 'holdEndNoticeDays');
    const holds = await ctx.tx.$queryRaw<EndingHold[]>`
      SELECT hold.id, hold.reason, hold.start_at AS "startAt", hold.ends_by AS "endsBy",
        hold.ownership_id AS "ownershipId", lead.id AS "leadId", lead.company_name AS "companyName", lead.city, lead.territory,
        lead.expires_at AS "expiresAt", owner.id AS "ownerId", owner.name AS "ownerName"
      FROM hold
      JOIN ownership ON ownership.id = hold.ownership_id AND ownership.ended_at IS NULL
      JOIN lead ON lead.id = hold.lead_id AND lead.status = 'ACTIVE'
      JOIN user_account owner ON owner.id = ownership.owner_id
      WHERE hold.end_at IS NULL AND hold.voided_at IS NULL AND hold.end_announced_at IS NULL
        AND hold.ends_by > ${ctx.now.toISOString()}::timestamptz
        AND hold.ends_by <= ${until.toISOString()}::timestamptz
      ORDER BY hold.ends_by, hold.id
      LIMIT ${limit}::int
      FOR UPDATE OF hold, lead SKIP LOCKED`;
    if (holds.length === 0) return 0;
    await ctx.tx.hold.updateMany({
      where: { id: { in: holds.map(({ id }) => id) } },
      data: { endAnnouncedAt: ctx.now },
    });
    await appendAudits(
      ctx,
      holds.map(({ id, leadId, endsBy }) => ({
        action: 'announceHoldEnd',
        entity: 'Hold',
        entityId: id,
        leadId,
        after: { endsBy },
      })),
    );
    await appendEvents(
      ctx.tx,
      holds.map(({ id, reason, startAt, endsBy, leadId, ownerId, territory }) => ({
        type: 'HOLD_ENDING',
        occurredAt: ctx.now,
        actorId: ctx.actor.id,
        lead: { id: leadId, ownerId, territory },
        payload: {
          holdId: id,
          reason,
          startAt: startAt.toISOString(),
          endsBy: endsBy.toISOString(),
        },
      })),
    );
    const reminders = await remind(ctx, holds);
    const readers = await readersOf(ctx, holds);
    const notBefore = await nextDigest(ctx);
    const mails = holds.flatMap((hold) => mailsAbout(hold, readers, reminders.get(hold.id)));
    await enqueueEmails(
      ctx.tx,
      mails.map((mail) => ({ ...mail, notBefore })),
    );
    return holds.length;
  });
}

/** The reminder of the owner, which the application shows and their mail delivers; by the id of its hold. */
async function remind(ctx: TxContext, holds: readonly EndingHold[]): Promise<Map<string, string>> {
  const reminders = new Map(holds.map(({ id }) => [id, newId()]));
  const made = await ctx.tx.reminder.createManyAndReturn({
    data: holds.map(({ id, leadId, ownershipId, ownerId, startAt }) => ({
      id: reminders.get(id) ?? newId(),
      leadId,
      ownershipId,
      recipientId: ownerId,
      kind: 'HOLD_ENDING',
      windowStart: startAt,
      dueAt: ctx.now,
      sentAt: ctx.now,
      createdAt: ctx.now,
    })),
    select: { id: true },
    // Of two holds that began in one millisecond the owner is reminded once.
    skipDuplicates: true,
  });
  const ids = new Set(made.map(({ id }) => id));
  return new Map([...reminders].filter(([, reminderId]) => ids.has(reminderId)));
}

function readersOf(ctx: TxContext, holds: readonly EndingHold[]): Promise<Reader[]> {
  const owners = holds.map(({ ownerId }) => ownerId);
  return ctx.tx.$queryRaw<Reader[]>`
    SELECT id, role, name, email, locale, territory FROM user_account
    WHERE active AND (role = 'MANAGER' OR id = ANY(${owners}::uuid[])) ORDER BY id`;
}

function mailsAbout(
  hold: EndingHold,
  readers: readonly Reader[],
  reminderId: string | undefined,
): NewEmail[] {
  const { id, leadId, companyName, city, ownerName, endsBy, expiresAt } = hold;
  const isConcerned = (reader: Reader) =>
    reader.id === hold.ownerId ||
    (reader.role === 'MANAGER' && [null, hold.territory].includes(reader.territory));
  return readers.filter(isConcerned).map((reader) => ({
    template: 'hold-ending',
    locale: localeOf(reader.locale),
    recipient: reader.email,
    reference: { holdId: id, recipientId: reader.id },
    dedupeKey: `hold-ending:${id}:${reader.id}`,
    leadId,
    ...(reminderId !== undefined && reader.id === hold.ownerId ? { reminderId } : {}),
    data: { recipientName: reader.name, companyName, city, ownerName, endsBy, expiresAt },
  }));
}

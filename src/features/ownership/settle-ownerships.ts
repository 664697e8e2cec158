import type { OwnershipEnd } from '../../domain/lead-status.js';
import { appendAudits, type NewAuditEntry } from '../../platform/audit/append-audit.js';
import type { Lead, Ownership } from '../../platform/db/generated/prisma/client.js';
import { appendEvents, type EventRow } from '../../platform/events/append-event.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { projectLeads } from '../protection/project-leads.js';
import { settleHolds } from '../protection/turn-holds.js';

/**
 * The dependent rows of an ownership, and their fate at each kind of end. Holds, open extension requests and
 * collaborations always end: the next protection has its own. Open tasks with the customer pass on to the next owner;
 * without one they are settled. A box that has not left yet is not sent to a company without an owner.
 */
const RULE = {
  NO_PROGRESS: { remindersPassOn: false, cancelsUnsent: true },
  BASE_PERIOD_ENDED: { remindersPassOn: false, cancelsUnsent: true },
  RELEASED: { remindersPassOn: false, cancelsUnsent: true },
  REASSIGNED: { remindersPassOn: true, cancelsUnsent: false },
  CONVERTED: { remindersPassOn: false, cancelsUnsent: false },
  LOST: { remindersPassOn: false, cancelsUnsent: true },
  MERGED: { remindersPassOn: false, cancelsUnsent: false },
} as const satisfies Record<OwnershipEnd, object>;

/** An ownership that ends in this transaction, of a locked lead that is still its. */
export interface EndingOwnership {
  readonly lead: Pick<Lead, 'id' | 'territory' | 'onHold' | 'holdChangesAt' | 'holdIntervals'> & {
    readonly ownerId: string;
  };
  readonly ownership: Pick<Ownership, 'id'>;
  readonly reason: OwnershipEnd;
  /** The next owner of the lead; only with REASSIGNED. */
  readonly successorId?: string;
}

/**
 * Ends the dependent rows of ownerships before the ownerships themselves; rows that pass on are left for
 * `passRemindersOn`.
 */
export async function settleOwnerships(
  ctx: TxContext,
  ending: readonly EndingOwnership[],
): Promise<void> {
  if (ending.length === 0) return;
  await settleHolds(
    ctx,
    ending.map(({ lead }) => lead),
  );
  const told = createTold(ctx, ending);
  await endHolds(ctx, ending, told);
  await lapseRequests(ctx, ending, told);
  await endCollaborations(ctx, ending, told);
  await cancelUnsent(ctx, ending, told);
  await settleReminders(ctx, ending);
  await appendEvents(ctx.tx, told.events);
  await appendAudits(ctx, told.audits);
  // Last: in the stream of those who work on a lead it is told as long as they do.
  await ctx.tx.leadCollaborator.deleteMany({ where: ofLeads(ending) });
}

/** The reminders of what is to be done with the customer become those of the next owner, as they are. */
export async function passRemindersOn(
  { tx }: TxContext,
  from: { readonly id: string },
  to: Pick<Ownership, 'id' | 'ownerId'>,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE reminder SET ownership_id = ${to.id}::uuid, recipient_id = ${to.ownerId}::uuid
    WHERE ownership_id = ${from.id}::uuid AND kind IN ('FOLLOW_UP', 'SAMPLE_FEEDBACK_DUE')
      AND acknowledged_at IS NULL AND (sent_at IS NULL OR snoozed_until IS NOT NULL)`;
}

/** The changes of settling, to be audited and sent as events together. */
function createTold({ now, actor }: TxContext, ending: readonly EndingOwnership[]) {
  const byLead = new Map(ending.map((one) => [one.lead.id, one]));
  const events: EventRow[] = [];
  const audits: NewAuditEntry[] = [];
  return {
    events,
    audits,
    /** @param to who is told as if the lead was theirs; its owner if left out */
    event(leadId: string, type: EventRow['type'], payload: EventRow['payload'], to?: string): void {
      const lead = byLead.get(leadId)?.lead;
      if (!lead) throw new Error(`Lead ${leadId} is not one of those whose ownerships end.`);
      const { territory, ownerId } = lead;
      events.push({
        type,
        occurredAt: now,
        actorId: actor.id,
        lead: { id: leadId, ownerId: to ?? ownerId, territory },
        payload,
      });
    },
    audit(entry: NewAuditEntry): void {
      audits.push(entry);
    },
  };
}

type Told = ReturnType<typeof createTold>;

const ofLeads = (ending: readonly EndingOwnership[]) => ({
  leadId: { in: ending.map(({ lead }) => lead.id) },
});

const idsOf = (ending: readonly EndingOwnership[]) => ending.map(({ ownership }) => ownership.id);

interface EndedHold {
  readonly id: string;
  readonly leadId: string;
  readonly reason: string;
  readonly startAt: Date;
  readonly endAt: Date | null;
  readonly voided: boolean;
}

/** A hold that runs ends now; one that has not begun will never have been. */
async function endHolds(
  ctx: TxContext,
  ending: readonly EndingOwnership[],
  told: Told,
): Promise<void> {
  const now = ctx.now.toISOString();
  const holds = await ctx.tx.$queryRaw<EndedHold[]>`
    UPDATE hold SET
      end_at = CASE WHEN start_at < ${now}::timestamptz THEN ${now}::timestamptz ELSE end_at END,
      voided_at = CASE WHEN start_at < ${now}::timestamptz THEN NULL ELSE ${now}::timestamptz END,
      void_reason = CASE WHEN start_at < ${now}::timestamptz THEN NULL ELSE 'Its ownership ended before it began.' END
    WHERE ownership_id = ANY(${idsOf(ending)}::uuid[]) AND voided_at IS NULL
      AND (end_at IS NULL OR end_at > ${now}::timestamptz)
    RETURNING id, lead_id AS "leadId", reason, start_at AS "startAt", end_at AS "endAt",
      voided_at IS NOT NULL AS voided`;
  if (holds.length === 0) return;
  for (const { id, leadId, reason, startAt, endAt, voided } of holds) {
    const payload = { holdId: id, reason };
    if (voided) told.event(leadId, 'HOLD_VOIDED', { ...payload, endsProtectionAt: null });
    else {
      const span = { startAt: startAt.toISOString(), endAt: endAt?.toISOString() ?? null };
      told.event(leadId, 'HOLD_ENDED', { ...payload, ...span, cause: 'OWNERSHIP_ENDED' });
    }
    const after = voided ? { voidedAt: ctx.now } : { endAt };
    told.audit({ action: 'endWithOwnership', entity: 'Hold', entityId: id, leadId, after });
  }
  await projectLeads(ctx, [...new Set(holds.map(({ leadId }) => leadId))]);
}

/** Undecided requests lapse: the months would be for a protection that is over. */
async function lapseRequests(
  ctx: TxContext,
  ending: readonly EndingOwnership[],
  told: Told,
): Promise<void> {
  const requests = await ctx.tx.$queryRaw<{ id: string; leadId: string; months: number }[]>`
    UPDATE extension_request SET status = 'LAPSED', decided_at = ${ctx.now.toISOString()}::timestamptz
    WHERE ownership_id = ANY(${idsOf(ending)}::uuid[]) AND status = 'OPEN'
    RETURNING id, lead_id AS "leadId", months`;
  for (const { id, leadId, months } of requests) {
    told.event(leadId, 'EXTENSION_DECIDED', { requestId: id, status: 'LAPSED', months });
    told.audit({
      action: 'endWithOwnership',
      entity: 'ExtensionRequest',
      entityId: id,
      leadId,
      before: { status: 'OPEN' },
      after: { status: 'LAPSED' },
    });
  }
}

/** The next owner chooses anew; each of those who worked on the lead is told that they see it no more. */
async function endCollaborations(
  ctx: TxContext,
  ending: readonly EndingOwnership[],
  told: Told,
): Promise<void> {
  const ended = await ctx.tx.leadCollaborator.findMany({
    where: ofLeads(ending),
    orderBy: { id: 'asc' },
  });
  for (const { id, leadId, userId, role } of ended) {
    told.event(leadId, 'COLLABORATOR_REMOVED', { userId, role });
    told.event(leadId, 'LEAD_ACCESS_ENDED', { reason: 'COLLABORATION_ENDED' }, userId);
    told.audit({
      action: 'endWithOwnership',
      entity: 'LeadCollaborator',
      entityId: id,
      leadId,
      before: { userId, role },
    });
  }
}

async function cancelUnsent(
  ctx: TxContext,
  ending: readonly EndingOwnership[],
  told: Told,
): Promise<void> {
  const leadIds = ending.flatMap(({ lead, reason }) =>
    RULE[reason].cancelsUnsent ? [lead.id] : [],
  );
  if (leadIds.length === 0) return;
  const open = await ctx.tx.sample.findMany({
    where: { leadId: { in: leadIds }, status: { in: ['REQUESTED', 'APPROVED'] } },
    select: { id: true, leadId: true, status: true },
    orderBy: { id: 'asc' },
  });
  if (open.length === 0) return;
  await ctx.tx.sample.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { status: 'CANCELLED', version: { increment: 1 }, updatedAt: ctx.now },
  });
  for (const { id, leadId, status: from } of open) {
    told.event(leadId, 'SAMPLE_CHANGED', { sampleId: id, from, to: 'CANCELLED' });
    told.audit({
      action: 'endWithOwnership',
      entity: 'Sample',
      entityId: id,
      leadId,
      before: { status: from },
      after: { status: 'CANCELLED' },
    });
  }
}

/** Reminders of tasks that do not pass on are settled; collaborators' own reminders never pass on. */
async function settleReminders(ctx: TxContext, ending: readonly EndingOwnership[]): Promise<void> {
  const input = ending.map(({ ownership, lead, reason, successorId }) => ({
    ownership_id: ownership.id,
    pass_on: RULE[reason].remindersPassOn ? [lead.ownerId, successorId] : [],
  }));
  await ctx.tx.$executeRaw`
    UPDATE reminder SET acknowledged_at = ${ctx.now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(input)}::jsonb) AS ending (ownership_id uuid, pass_on uuid[])
    WHERE reminder.ownership_id = ending.ownership_id AND reminder.acknowledged_at IS NULL
      AND (reminder.kind IN ('EXTENSION_PENDING', 'HOLD_ENDING')
        OR (reminder.kind IN ('FOLLOW_UP', 'SAMPLE_FEEDBACK_DUE')
          AND (reminder.sent_at IS NULL OR reminder.snoozed_until IS NOT NULL)
          AND reminder.recipient_id <> ALL(ending.pass_on)))`;
}

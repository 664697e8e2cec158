import type { Interval } from '../../domain/intervals.js';
import { appendAudits } from '../../platform/audit/append-audit.js';
import type { Lead } from '../../platform/db/generated/prisma/client.js';
import { appendEvents } from '../../platform/events/append-event.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { projectLeads } from './project-leads.js';

type TurningLead = Pick<
  Lead,
  'id' | 'ownerId' | 'territory' | 'onHold' | 'holdChangesAt' | 'holdIntervals'
>;

interface Turn {
  readonly type: 'HOLD_STARTED' | 'HOLD_ENDED';
  readonly leadId: string;
  readonly holdId: string;
  readonly reason: string;
  readonly startAt: Date;
  readonly endAt: Date | null;
  readonly byItself: boolean;
}

/**
 * Appends events for the dated holds that began or ended by themselves, and projects their leads anew. Locked leads
 * are left for the next time. Returns the number of leads; as many as `limit` means that there may be more.
 */
export async function turnHolds(ctx: VerbContext, limit = 100): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const leads = await ctx.tx.$queryRaw<TurningLead[]>`
      SELECT id, owner_id AS "ownerId", territory, on_hold AS "onHold",
        hold_changes_at AS "holdChangesAt", hold_intervals AS "holdIntervals"
      FROM lead
      WHERE status = 'ACTIVE' AND hold_changes_at <= ${ctx.now.toISOString()}::timestamptz
      ORDER BY hold_changes_at, id
      LIMIT ${limit}::int
      FOR UPDATE SKIP LOCKED`;
    await settleHolds(ctx, leads);
    await projectLeads(
      ctx,
      leads.map(({ id }) => id),
    );
    return leads.length;
  });
}

/**
 * Appends events for the holds that began or ended by themselves since the leads were projected. Must be called
 * before a new projection, with the lead as it was when it was locked: the new projection no longer shows that a hold
 * has turned. `except` is a hold that the caller tells about.
 */
export async function settleHolds(
  ctx: TxContext,
  leads: readonly TurningLead[],
  except?: string,
): Promise<void> {
  await noteEnds(ctx, leads);
  const due = leads.flatMap((lead) => {
    const from = turnedFrom(lead, ctx.now);
    return from === null ? [] : [{ lead_id: lead.id, since: new Date(from) }];
  });
  if (due.length === 0) return;
  const now = ctx.now.toISOString();
  const turns = await ctx.tx.$queryRaw<Turn[]>`
    SELECT turn.type, hold.lead_id AS "leadId", hold.id AS "holdId", hold.reason,
      hold.start_at AS "startAt", hold.end_at AS "endAt", hold.ends_by IS NOT NULL AND hold.end_at = hold.ends_by AS "byItself"
    FROM jsonb_to_recordset(${JSON.stringify(due)}::jsonb) AS due (lead_id uuid, since timestamptz)
    JOIN ownership ON ownership.lead_id = due.lead_id AND ownership.ended_at IS NULL
    JOIN hold ON hold.ownership_id = ownership.id AND hold.voided_at IS NULL
    CROSS JOIN LATERAL (
      VALUES ('HOLD_STARTED', hold.start_at, 0), ('HOLD_ENDED', hold.end_at, 1)
    ) AS turn (type, at, nth)
    WHERE turn.at BETWEEN due.since AND ${now}::timestamptz
      -- Before that, what was told is no longer in the log.
      AND turn.at > coalesce((SELECT kept_since FROM event_log), '-infinity')
      AND hold.id IS DISTINCT FROM ${except ?? null}::uuid
      AND NOT EXISTS (
        SELECT FROM domain_event event
        WHERE event.lead_id = hold.lead_id AND event.type = turn.type
          AND event.payload ->> 'holdId' = hold.id::text)
    ORDER BY turn.at, turn.nth, hold.id`;
  const byId = new Map(leads.map((lead) => [lead.id, lead]));
  await appendEvents(
    ctx.tx,
    turns.map(({ type, leadId, holdId, reason, startAt, endAt, byItself }) => ({
      type,
      occurredAt: ctx.now,
      actorId: null,
      lead: {
        id: leadId,
        ownerId: byId.get(leadId)?.ownerId ?? null,
        territory: byId.get(leadId)?.territory ?? null,
      },
      payload: {
        holdId,
        reason,
        startAt: startAt.toISOString(),
        endAt: endAt?.toISOString() ?? null,
        ...(type === 'HOLD_ENDED' ? { cause: byItself ? 'BY_ITSELF' : 'AS_SET' } : {}),
      },
    })),
  );
}

/** Writes the ends of the holds that ended by themselves, which the clock has known all along. */
async function noteEnds(ctx: TxContext, leads: readonly TurningLead[]): Promise<void> {
  const held = leads.filter(({ holdIntervals }) => (holdIntervals as unknown[]).length > 0);
  if (held.length === 0) return;
  const ids = held.map(({ id }) => id);
  const ended = await ctx.tx.$queryRaw<{ id: string; leadId: string; endAt: Date }[]>`
    UPDATE hold SET end_at = ends_by
    FROM ownership
    WHERE ownership.id = hold.ownership_id AND ownership.ended_at IS NULL
      AND hold.lead_id = ANY(${ids}::uuid[]) AND hold.voided_at IS NULL AND hold.end_at IS NULL
      AND hold.ends_by <= ${ctx.now.toISOString()}::timestamptz
    RETURNING hold.id, hold.lead_id AS "leadId", hold.end_at AS "endAt"`;
  if (ended.length === 0) return;
  await settleHoldReminders(
    ctx,
    ended.map(({ id }) => id),
  );
  await appendAudits(
    ctx,
    ended.map(({ id, leadId, endAt }) => ({
      action: 'endHoldByItself',
      entity: 'Hold',
      entityId: id,
      leadId,
      before: { endAt: null },
      after: { endAt },
    })),
  );
}

/** There is nothing left to decide about the end of these holds: they have ended, were confirmed or declared void. */
export async function settleHoldReminders(
  { tx, now }: TxContext,
  holdIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE reminder SET acknowledged_at = ${now.toISOString()}::timestamptz
    FROM hold
    WHERE hold.id = ANY(${[...holdIds]}::uuid[]) AND reminder.ownership_id = hold.ownership_id
      AND reminder.kind = 'HOLD_ENDING' AND reminder.acknowledged_at IS NULL
      AND reminder.window_start = hold.start_at`;
}

/**
 * The instant since which holds of the lead may have turned unnoticed. While overlapping holds run, one may end
 * without the clock running again: then it is the start of their union. `null`: none has.
 */
function turnedFrom(lead: TurningLead, now: Date): number | null {
  const changesAt = lead.holdChangesAt?.getTime();
  const intervals = lead.holdIntervals as unknown as readonly Interval[];
  const running = lead.onHold
    ? intervals.find(
        ([start, end]) =>
          start < (changesAt ?? now.getTime()) && (end === null || end === changesAt),
      )
    : undefined;
  if (changesAt === undefined || changesAt > now.getTime()) return running ? running[0] : null;
  return running ? running[0] : changesAt;
}

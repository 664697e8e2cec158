import { endWithoutManager } from '../../domain/hold-ends.js';
import { appendAudits } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { appendEvents } from '../../platform/events/append-event.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { projectLeads } from '../protection/project-leads.js';
import { settleHolds } from '../protection/turn-holds.js';

const BATCH_SIZE = 100;

interface LateSample {
  id: string;
  leadId: string;
  ownerId: string;
  territory: string | null;
  ownershipId: string;
  requestedById: string;
  startAt: Date;
}

/**
 * Where the setting says so, stops the clock of leads whose samples are late: since the instant at
 * which they should have been on their way, as long as a hold may last without a manager. Each sample opens at most one hold, which shipping it
 * closes. Works in batches, each in a transaction of its own; returns how many holds it opened.
 */
export async function openDelayHolds(ctx: VerbContext): Promise<number> {
  for (let opened = 0; ; ) {
    const count = await inTransaction(ctx, openBatch);
    opened += count;
    if (count < BATCH_SIZE) return opened;
  }
}

async function openBatch(ctx: TxContext): Promise<number> {
  if (!(await readSetting(ctx.tx, 'sampleDelayHold'))) return 0;
  const now = ctx.now.toISOString();
  // A sample that an earlier owner asked for holds nothing up for the later one, and a protection
  // that had ended before the sample was late stays ended.
  const late = await ctx.tx.$queryRaw<LateSample[]>`
    SELECT sample.id, lead.id AS "leadId", lead.owner_id AS "ownerId", lead.territory,
      ownership.id AS "ownershipId", sample.requested_by_id AS "requestedById",
      sample.expected_ship_at AS "startAt"
    FROM sample
    JOIN lead ON lead.id = sample.lead_id AND lead.status = 'ACTIVE'
    JOIN ownership ON ownership.lead_id = lead.id AND ownership.ended_at IS NULL
      AND ownership.assigned_at <= sample.created_at
    WHERE sample.status IN ('REQUESTED', 'APPROVED') AND sample.delay_hold_id IS NULL
      AND sample.expected_ship_at <= ${now}::timestamptz
      AND (lead.expires_at IS NULL OR lead.expires_at > ${now}::timestamptz
        OR sample.expected_ship_at < lead.expires_at)
    ORDER BY sample.expected_ship_at, sample.id
    LIMIT ${BATCH_SIZE}::int
    FOR UPDATE OF lead, sample SKIP LOCKED`;
  if (late.length === 0) return 0;
  const maxHoldDays = await readSetting(ctx.tx, 'maxHoldDays');
  const { timeZone } = await loadPolicy(ctx.tx);
  const holds = late.map((sample) => ({
    ...sample,
    holdId: newId(),
    endsBy: endWithoutManager(sample.startAt, maxHoldDays, timeZone),
  }));
  const leadIds = [...new Set(holds.map(({ leadId }) => leadId))];
  await settleHolds(ctx, await ctx.tx.lead.findMany({ where: { id: { in: leadIds } } }));
  await ctx.tx.hold.createMany({
    data: holds.map(({ holdId, leadId, ownershipId, requestedById, startAt, endsBy }) => ({
      id: holdId,
      leadId,
      ownershipId,
      startedById: requestedById,
      reason: 'SAMPLE_DELAY',
      startAt,
      endsBy,
      createdAt: ctx.now,
    })),
  });
  await ctx.tx.$executeRaw`
    UPDATE sample SET delay_hold_id = opened.hold_id
    FROM jsonb_to_recordset(${JSON.stringify(
      holds.map(({ id, holdId }) => ({ id, hold_id: holdId })),
    )}::jsonb) AS opened (id uuid, hold_id uuid)
    WHERE sample.id = opened.id`;
  await projectLeads(ctx, leadIds, { touch: true });
  await appendAudits(
    ctx,
    holds.map(({ id, holdId, leadId, startAt }) => ({
      action: 'openDelayHold',
      entity: 'Hold',
      entityId: holdId,
      leadId,
      after: { reason: 'SAMPLE_DELAY', sampleId: id, startAt },
    })),
  );
  await appendEvents(
    ctx.tx,
    holds.map(({ id, holdId, leadId, ownerId, territory, startAt }) => ({
      type: 'HOLD_STARTED',
      occurredAt: ctx.now,
      actorId: ctx.actor.id,
      lead: { id: leadId, ownerId, territory },
      payload: {
        holdId,
        reason: 'SAMPLE_DELAY',
        startAt: startAt.toISOString(),
        endAt: null,
        sampleId: id,
      },
    })),
  );
  return holds.length;
}

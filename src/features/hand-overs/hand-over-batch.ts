import { type Actor, AS_SYSTEM, type Role, SYSTEM_ACTOR } from '../../domain/actor.js';
import { LeadwardenError } from '../../domain/errors.js';
import type { HandOver } from '../../platform/db/generated/prisma/client.js';
import type { Database, Tx } from '../../platform/db/open.js';
import { appendEvent } from '../../platform/events/append-event.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { reassignLead } from '../ownership/reassign-lead.js';
import { finishHandOver } from './finish-hand-over.js';

/** The outcome of the leads of one batch. */
interface Outcome {
  readonly leadId: string;
  readonly fromId: string | null;
  readonly outcome: 'REASSIGNED' | 'SKIPPED';
  readonly problem: string | null;
}

/**
 * Hands over the next leads of the oldest hand-over, in the name of the user who started it and within their present
 * rights. Leads that cannot be handed over any more are skipped, with the reason. Several processes may do so at
 * once: each has a hand-over of its own.
 * @returns false if there is nothing to do
 */
export async function handOverBatch(db: Database, now: Date, limit = 25): Promise<boolean> {
  return db.transaction(async (tx) => {
    const handOver = await lockNext(tx);
    if (!handOver) return false;
    const ctx: TxContext = { db, tx, now, requestId: null, actor: await requesterOf(tx, handOver) };
    const waiting = await waitingLeads(tx, handOver.id, limit);
    const outcomes: Outcome[] = [];
    for (const lead of waiting) outcomes.push(await handOn(ctx, handOver, lead));
    await book(ctx, handOver, outcomes);
    return true;
  }, AS_SYSTEM);
}

/** Skips the next lead, which fails in a way that is not foreseen, so that it does not stop those behind it. */
export async function skipNext(db: Database, now: Date): Promise<{ leadId: string } | null> {
  return db.transaction(async (tx) => {
    const handOver = await lockNext(tx);
    const [lead] = handOver ? await waitingLeads(tx, handOver.id, 1) : [];
    if (!handOver || !lead) return null;
    const ctx: TxContext = { db, tx, now, requestId: null, actor: await requesterOf(tx, handOver) };
    const problem = 'It failed unexpectedly; the log of the server tells why.';
    const { leadId, ownerId: fromId } = lead;
    await book(ctx, handOver, [{ leadId, fromId, outcome: 'SKIPPED', problem }]);
    return { leadId };
  }, AS_SYSTEM);
}

async function lockNext(tx: Tx): Promise<HandOver | null> {
  const [next] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM hand_over WHERE finished_at IS NULL ORDER BY created_at, id LIMIT 1
    FOR UPDATE SKIP LOCKED`;
  return next ? tx.handOver.findUniqueOrThrow({ where: { id: next.id } }) : null;
}

async function requesterOf(tx: Tx, { requestedById }: HandOver): Promise<Actor> {
  if (requestedById === null) return SYSTEM_ACTOR;
  const user = await tx.user.findUniqueOrThrow({ where: { id: requestedById } });
  const { id, name, email, territory, active } = user;
  // A user who was deactivated meanwhile may do nothing any more.
  const role = active ? (user.role as Role) : 'WALLBOARD';
  return { id, role, name, email, territory, scopes: null };
}

function waitingLeads(
  tx: Tx,
  handOverId: string,
  limit: number,
): Promise<{ leadId: string; ownerId: string | null }[]> {
  return tx.$queryRaw`
    SELECT hand_over_lead.lead_id AS "leadId", lead.owner_id AS "ownerId"
    FROM hand_over_lead JOIN lead ON lead.id = hand_over_lead.lead_id
    WHERE hand_over_id = ${handOverId}::uuid AND outcome IS NULL
    ORDER BY hand_over_lead.lead_id LIMIT ${limit}::int`;
}

async function handOn(
  ctx: TxContext,
  { toId, reason }: HandOver,
  { leadId, ownerId: fromId }: { leadId: string; ownerId: string | null },
): Promise<Outcome> {
  try {
    await reassignLead(ctx, { leadId, ownerId: toId, reason }, { tellsByMail: false });
    return { leadId, fromId, outcome: 'REASSIGNED', problem: null };
  } catch (error) {
    // These are thrown before anything is written.
    if (!(error instanceof LeadwardenError) || error.code === 'UNAVAILABLE') throw error;
    return { leadId, fromId, outcome: 'SKIPPED', problem: error.message };
  }
}

async function book(
  ctx: TxContext,
  handOver: HandOver,
  outcomes: readonly Outcome[],
): Promise<void> {
  const rows = outcomes.map(({ leadId, fromId, outcome, problem }) => ({
    lead_id: leadId,
    from_id: fromId,
    outcome,
    problem,
  }));
  await ctx.tx.$executeRaw`
    UPDATE hand_over_lead SET from_id = row.from_id, outcome = row.outcome, problem = row.problem
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (
      lead_id uuid, from_id uuid, outcome text, problem text)
    WHERE hand_over_lead.hand_over_id = ${handOver.id}::uuid AND hand_over_lead.lead_id = row.lead_id`;
  const count = (wanted: Outcome['outcome']) =>
    outcomes.filter(({ outcome }) => outcome === wanted).length;
  const { total, ...counts } = await ctx.tx.handOver.update({
    where: { id: handOver.id },
    data: {
      reassigned: { increment: count('REASSIGNED') },
      skipped: { increment: count('SKIPPED') },
    },
  });
  const { reassigned, skipped } = counts;
  const finished = reassigned + skipped === total;
  if (finished) await finishHandOver(ctx, handOver);
  await appendEvent(ctx, {
    type: 'HAND_OVER_PROGRESSED',
    payload: {
      handOverId: handOver.id,
      status: finished ? 'FINISHED' : 'RUNNING',
      total,
      reassigned,
      skipped,
    },
  });
}

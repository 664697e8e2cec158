import { z } from 'zod';
import { LEAD_STAGES, type LeadStage } from '../../domain/lead-stages.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { newId } from '../../platform/db/ids.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, optionalText, parseInput } from '../../platform/verbs/parse-input.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { endOwnership } from '../ownership/change-ownership.js';
import { endsByChange } from '../protection/ends-by-change.js';
import { projectLeads } from '../protection/project-leads.js';
import { settleHolds } from '../protection/turn-holds.js';
import { lockPair, type Pair, type Side } from './lock-pair.js';
import {
  forward,
  JOINED_TABLES,
  joinRows,
  MOVED_TABLES,
  moveRows,
  type PassedRows,
} from './move-rows.js';

export const mergeLeadsInput = z.object({
  leadId: idInput,
  otherLeadId: idInput,
  reason: optionalText(1_000),
  confirmEnd: z.boolean().nullish(),
});

export type MergeLeadsInput = z.input<typeof mergeLeadsInput>;

export interface Merged {
  readonly mergeId: string;
  readonly leadId: string;
  readonly mergedLeadId: string;
}

/**
 * Makes one lead of two that are one company: the earlier registration is kept, everything of the later one passes to it, and
 * the later one leads on to it. `MERGE_RULES` says what becomes of the protections; `undoMerge` takes it back.
 * @throws ForbiddenError if they are of two agents, and the actor is one of those
 * @throws ConflictError if one was merged before, is a customer or its protection is over, or the protection would be over
 * by it without `confirmEnd`
 */
export async function mergeLeads(ctx: VerbContext, input: MergeLeadsInput): Promise<Merged> {
  requireMay(ctx, 'mergeLeads');
  const { reason, confirmEnd, ...wanted } = parseInput(ctx, mergeLeadsInput, input);
  return inTransaction(ctx, async (ctx) => {
    const pair = await lockPair(ctx, wanted, 'mergeLeads');
    const { kept, merged, rule } = pair;
    await settleHolds(ctx, [kept.lead, merged.lead]);
    const passed = await pass(ctx, pair);
    await close(ctx, pair);
    const projections = await projectLeads(ctx, [kept.lead.id], { touch: true });
    const confirmed = confirmEnd ?? false;
    if (rule === 'JOINED') {
      endsByChange(ctx, kept.lead, projections.get(kept.lead.id), confirmed);
    }
    const mergeId = newId();
    await ctx.tx.leadMerge.createMany({
      data: [
        {
          id: mergeId,
          leadId: kept.lead.id,
          mergedLeadId: merged.lead.id,
          mergedById: ctx.actor.id,
          rule,
          passed: passed as unknown as Prisma.InputJsonValue,
          mergedAt: ctx.now,
        },
      ],
    });
    await tell(ctx, pair, { mergeId, reason });
    return { mergeId, leadId: kept.lead.id, mergedLeadId: merged.lead.id };
  });
}

/** Lets everything of the merged lead pass to the kept one. */
async function pass(ctx: TxContext, { kept, merged, rule }: Pair): Promise<PassedRows> {
  const way = { from: merged.lead.id, to: kept.lead.id };
  const lapsedRequests = await settle(ctx, { kept, merged, rule });
  const hasPrimary = await ctx.tx.contact.count({ where: { leadId: way.to, primary: true } });
  const primary = await ctx.tx.contact.findMany({
    where: { leadId: way.from, primary: true },
    select: { id: true },
  });
  const primaryContacts = hasPrimary > 0 ? primary.map(({ id }) => id) : [];
  await ctx.tx.contact.updateMany({
    where: { id: { in: primaryContacts } },
    data: { primary: false },
  });
  const rows: PassedRows['rows'] = {};
  for (const table of MOVED_TABLES) rows[table] = await moveRows(ctx, table, way);
  const joined: PassedRows['joined'] = {};
  if (rule === 'JOINED' && kept.ownership && merged.ownership) {
    const ownership = { from: merged.ownership.id, to: kept.ownership.id };
    for (const table of JOINED_TABLES) {
      joined[table] = await joinRows(ctx, table, { ...ownership, only: rows[table] ?? [] });
    }
    const assignedAt =
      merged.ownership.assignedAt < kept.ownership.assignedAt
        ? merged.ownership.assignedAt
        : kept.ownership.assignedAt;
    await ctx.tx.ownership.update({ where: { id: kept.ownership.id }, data: { assignedAt } });
  }
  const ownerships = await moveRows(ctx, 'ownership', way);
  const forwarded = await forward(ctx, way);
  const { lead, ownership } = kept;
  return {
    rows,
    joined,
    ownerships,
    forwarded,
    ownershipId: merged.ownership?.id ?? null,
    primaryContacts,
    lapsedRequests,
    kept: {
      status: lead.status,
      ownerId: lead.ownerId,
      territory: lead.territory,
      endedAt: lead.endedAt?.toISOString() ?? null,
      endReason: lead.endReason,
      stage: lead.stage,
      ownershipId: ownership?.id ?? null,
      assignedAt: ownership?.assignedAt.toISOString() ?? null,
    },
    merged: {
      status: merged.lead.status,
      ownerId: merged.lead.ownerId,
      endedAt: merged.lead.endedAt?.toISOString() ?? null,
      endReason: merged.lead.endReason,
    },
    ownershipAfter: (ownership ?? merged.ownership)?.id ?? null,
  };
}

/** Ends the ownership of the merged lead, unless it goes on. Returns the open requests that lapsed by it, if it is joined. */
async function settle(ctx: TxContext, { kept, merged, rule }: Pair): Promise<string[]> {
  const { lead, ownership } = merged;
  if (!ownership || rule === 'TAKEN_OVER') return [];
  if (rule === 'KEPT') {
    await endOwnership(ctx, { ...lead, ownerId: ownership.ownerId, ownership }, 'MERGED');
    return [];
  }
  const endedAt = ownership.assignedAt > ctx.now ? ownership.assignedAt : ctx.now;
  await ctx.tx.ownership.update({
    where: { id: ownership.id },
    data: { endedAt, endReason: 'MERGED' },
  });
  await ctx.tx.leadCollaborator.deleteMany({ where: { leadId: lead.id } });
  // Of one agent's two open requests for the same company, the one for the kept lead waits on.
  const open = { status: 'OPEN' } as const;
  const waiting = await ctx.tx.extensionRequest.count({ where: { leadId: kept.lead.id, ...open } });
  if (waiting === 0) return [];
  const others = await ctx.tx.extensionRequest.findMany({
    where: { leadId: lead.id, ...open },
    select: { id: true },
  });
  const lapsed = others.map(({ id }) => id);
  await ctx.tx.extensionRequest.updateMany({
    where: { id: { in: lapsed } },
    data: { status: 'LAPSED', decidedAt: ctx.now },
  });
  return lapsed;
}

/** Writes the leads: the merged one leads on, and the kept one is as far and as protected as either was. */
async function close(ctx: TxContext, { kept, merged, rule }: Pair): Promise<void> {
  await ctx.tx.lead.update({
    where: { id: merged.lead.id },
    data: {
      status: 'LOST',
      endReason: 'LOST',
      endedAt: ctx.now,
      mergedIntoId: kept.lead.id,
      updatedAt: ctx.now,
      version: { increment: 1 },
    },
  });
  await ctx.tx.lead.update({
    where: { id: kept.lead.id },
    data: {
      stage: furtherStage(kept, merged),
      version: { increment: 1 },
      ...(rule === 'TAKEN_OVER'
        ? {
            status: 'ACTIVE',
            ownerId: merged.lead.ownerId,
            territory: merged.lead.territory,
            endedAt: null,
            endReason: null,
            pseudonymizedAt: null,
          }
        : {}),
    },
  });
}

function furtherStage(kept: Side, merged: Side): string {
  const rank = ({ lead }: Side) => LEAD_STAGES.indexOf(lead.stage as LeadStage);
  return rank(kept) < rank(merged) ? merged.lead.stage : kept.lead.stage;
}

async function tell(
  ctx: TxContext,
  { kept, merged, rule }: Pair,
  { mergeId, reason }: { mergeId: string; reason: string | null },
): Promise<void> {
  const payload = { keptLeadId: kept.lead.id, mergedLeadId: merged.lead.id };
  const entry = {
    action: 'mergeLeads',
    entity: 'Lead',
    before: { status: merged.lead.status, ownerId: merged.lead.ownerId },
  };
  for (const { lead } of [kept, merged]) {
    const after = { ...payload, mergeId, rule, reason };
    await appendAudit(ctx, { ...entry, entityId: lead.id, leadId: lead.id, after });
  }
  await appendLeadEvent(ctx, 'LEAD_MERGED', merged.lead, payload);
  const { id } = kept.lead;
  const { ownerId, territory } = rule === 'TAKEN_OVER' ? merged.lead : kept.lead;
  await appendLeadEvent(ctx, 'LEAD_MERGED', { id, ownerId, territory }, payload);
}

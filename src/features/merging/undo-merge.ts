import { z } from 'zod';
import { addPeriod } from '../../domain/calendar.js';
import { ConflictError, NotFoundError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import type { Lead, LeadMerge } from '../../platform/db/generated/prisma/client.js';
import { requireMay } from '../../platform/identity/may.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { lockLead } from '../leads/lock-lead.js';
import { throughLead } from '../leads/through-lead.js';
import { projectLeads } from '../protection/project-leads.js';
import { settleHolds } from '../protection/turn-holds.js';
import {
  forward,
  JOINED_TABLES,
  joinRows,
  MOVED_TABLES,
  moveRows,
  type PassedRows,
  passedRows,
} from './move-rows.js';

/** Days for which a merge can be undone. */
export const UNDO_DAYS = 30;

export const undoMergeInput = z.object({ mergeId: idInput });

export type UndoMergeInput = z.input<typeof undoMergeInput>;

/**
 * Makes two leads of one again: what passed goes back, what came since stays with the kept one. Holds, requests and
 * collaborations that ended with another agent's protection do not come back.
 * @throws ConflictError if it is too late, was undone, or the kept lead is no longer as protected as it was after the merge
 */
export async function undoMerge(
  ctx: VerbContext,
  input: UndoMergeInput,
): Promise<{ mergeId: string }> {
  requireMay(ctx, 'undoMerge');
  const { mergeId } = parseInput(ctx, undoMergeInput, input);
  return inTransaction(ctx, async (ctx) => {
    const where = { id: mergeId, AND: [throughLead(ctx.actor)] };
    const found = await ctx.tx.leadMerge.findFirst({ where });
    if (!found) throw new NotFoundError('LeadMerge', mergeId);
    const leads = new Map<string, Lead>();
    for (const id of [found.leadId, found.mergedLeadId].sort()) {
      leads.set(id, await lockLead(ctx, id, 'undoMerge'));
    }
    const merge = await ctx.tx.leadMerge.findUniqueOrThrow({ where: { id: mergeId } });
    const [kept, merged] = [leads.get(merge.leadId), leads.get(merge.mergedLeadId)];
    if (!kept || !merged) throw new Error('Two leads were merged.');
    const passed = passedRows.parse(merge.passed);
    await requireUndoable(ctx, merge, kept, merged, passed);
    await settleHolds(ctx, [kept]);
    await giveBack(ctx, merge, passed);
    await reopen(ctx, merge, passed);
    await projectLeads(ctx, [kept.id, merged.id], { touch: true });
    await ctx.tx.leadMerge.update({
      where: { id: mergeId },
      data: { undoneAt: ctx.now, undoneById: ctx.actor.id },
    });
    await tell(ctx, merge);
    return { mergeId };
  });
}

async function requireUndoable(
  ctx: TxContext,
  merge: LeadMerge,
  kept: Lead,
  merged: Lead,
  passed: PassedRows,
): Promise<void> {
  const id = globalIdOf('LeadMerge', merge.id);
  if (merge.undoneAt) {
    const at = merge.undoneAt.toISOString();
    throw new ConflictError(`The merge ${id} was undone at ${at} already.`, 'MERGED');
  }
  const { timeZone } = await loadPolicy(ctx.tx);
  const until = addPeriod(merge.mergedAt.getTime(), { months: 0, days: UNDO_DAYS }, timeZone);
  if (ctx.now.getTime() >= until) {
    throw new ConflictError(
      `The merge ${id} could be undone until ${new Date(until).toISOString()}.`,
      'MERGE_SETTLED',
    );
  }
  const isErased = ({ pseudonymizedAt }: Lead) =>
    pseudonymizedAt !== null && pseudonymizedAt >= merge.mergedAt;
  if (isErased(kept) || isErased(merged)) {
    throw new ConflictError(
      'The personal data of one of the leads was replaced since; allowed is only before that.',
      'LEAD_PSEUDONYMIZED',
    );
  }
  const present = await ctx.tx.ownership.findFirst({ where: { leadId: kept.id, endedAt: null } });
  const isAsBefore = (present?.id ?? null) === passed.ownershipAfter && kept.mergedIntoId === null;
  if (!isAsBefore) {
    throw new ConflictError(
      `The lead ${globalIdOf('Lead', kept.id)} has changed hands, ended or been merged since; allowed is only before that.`,
      'MERGE_SETTLED',
    );
  }
}

/** The rows that passed go back; of those that were removed since there is nothing to give back. */
async function giveBack(ctx: TxContext, merge: LeadMerge, passed: PassedRows): Promise<void> {
  const way = { from: merge.leadId, to: merge.mergedLeadId };
  const { ownershipId, kept } = passed;
  await moveRows(ctx, 'ownership', { ...way, only: passed.ownerships });
  await forward(ctx, { ...way, only: passed.forwarded });
  if (ownershipId !== null && kept.ownershipId !== null) {
    for (const table of JOINED_TABLES) {
      const only = passed.joined[table] ?? [];
      await joinRows(ctx, table, { from: kept.ownershipId, to: ownershipId, only });
    }
  }
  for (const table of MOVED_TABLES) {
    await moveRows(ctx, table, { ...way, only: passed.rows[table] ?? [] });
  }
  await ctx.tx.contact.updateMany({
    where: { id: { in: passed.primaryContacts }, leadId: way.to },
    data: { primary: true },
  });
  await ctx.tx.extensionRequest.updateMany({
    where: { id: { in: passed.lapsedRequests }, status: 'LAPSED' },
    data: { status: 'OPEN', decidedAt: null },
  });
}

async function reopen(ctx: TxContext, merge: LeadMerge, passed: PassedRows): Promise<void> {
  const { kept, merged, ownershipId } = passed;
  const dateOf = (text: string | null) => (text === null ? null : new Date(text));
  if (kept.ownershipId !== null && kept.assignedAt !== null) {
    await ctx.tx.ownership.update({
      where: { id: kept.ownershipId },
      data: { assignedAt: new Date(kept.assignedAt) },
    });
  }
  await ctx.tx.lead.update({
    where: { id: merge.leadId },
    data: {
      status: kept.status,
      ownerId: kept.ownerId,
      territory: kept.territory,
      endedAt: dateOf(kept.endedAt),
      endReason: kept.endReason,
      updatedAt: ctx.now,
      version: { increment: 1 },
    },
  });
  await ctx.tx.lead.update({
    where: { id: merge.mergedLeadId },
    data: {
      status: merged.status,
      ownerId: merged.ownerId,
      endedAt: dateOf(merged.endedAt),
      endReason: merged.endReason,
      mergedIntoId: null,
      updatedAt: ctx.now,
      version: { increment: 1 },
    },
  });
  if (ownershipId === null) return;
  await ctx.tx.ownership.updateMany({
    where: { id: ownershipId, endReason: 'MERGED' },
    data: { endedAt: null, endReason: null },
  });
}

async function tell(ctx: TxContext, merge: LeadMerge): Promise<void> {
  const payload = { keptLeadId: merge.leadId, mergedLeadId: merge.mergedLeadId };
  for (const id of [merge.leadId, merge.mergedLeadId]) {
    const lead = await ctx.tx.lead.findUniqueOrThrow({ where: { id } });
    await appendAudit(ctx, {
      action: 'undoMerge',
      entity: 'Lead',
      entityId: id,
      leadId: id,
      after: { ...payload, mergeId: merge.id, status: lead.status, ownerId: lead.ownerId },
    });
    await appendLeadEvent(ctx, 'LEAD_MERGE_UNDONE', lead, payload);
  }
}

import { z } from 'zod';
import { ConflictError, ForbiddenError, NotFoundError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import type { Conflict } from '../../platform/db/generated/prisma/client.js';
import { lookUp } from '../../platform/db/look-up.js';
import { isImpartial, requireMay } from '../../platform/identity/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, optionalText, parseInput } from '../../platform/verbs/parse-input.js';
import { visibleConflicts } from '../conflicts/visible-conflicts.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { isPooled } from '../leads/lead-access.js';
import { visibleLeads } from '../leads/visibility.js';
import { releaseLead } from '../ownership/release-lead.js';

export const decideOverrideInput = z.object({
  conflictId: idInput,
  confirm: z.boolean(),
  note: optionalText(1_000),
});

export type DecideOverrideInput = z.input<typeof decideOverrideInput>;

/** The verbs by which a lead came under protection: what they overrode can be undone by releasing the lead. */
const GAINING: ReadonlySet<string> = new Set([
  'registerLead',
  'importLeads',
  'claimLead',
  'reopenLead',
]);

/**
 * A manager confirms that a lead is another company than the one it resembles, or undoes the override: then the lead goes
 * back to the pool, where the gate keeps it from agents as long as the other one is protected.
 * @throws ForbiddenError if it is their own request or lead, or they do not see the lead that is to be released
 * @throws ConflictError if it was decided already, or cannot be undone
 */
export async function decideOverride(
  ctx: VerbContext,
  input: DecideOverrideInput,
): Promise<{ conflictId: string }> {
  requireMay(ctx, 'decideOverride');
  const { conflictId, confirm, note } = parseInput(ctx, decideOverrideInput, input);
  return inTransaction(ctx, async (ctx) => {
    const conflict = await ctx.tx.conflict.findFirst({
      where: { id: conflictId, AND: [visibleConflicts(ctx.actor)] },
      include: { lead: { select: { ownerId: true } } },
    });
    if (!conflict) throw new NotFoundError('Conflict', conflictId);
    if (!isImpartial(ctx.actor, conflict.askedById, conflict.lead.ownerId)) {
      throw new ForbiddenError(
        'An override of one’s own, or against a lead of one’s own, is decided by another manager.',
      );
    }
    const status = confirm ? 'CONFIRMED' : 'UNDONE';
    const { count } = await ctx.tx.conflict.updateMany({
      where: { id: conflictId, status: 'OPEN' },
      data: { status, note, decidedAt: ctx.now, decidedById: ctx.actor.id },
    });
    if (count === 0 || conflict.newLeadId === null) {
      const what = conflict.kind === 'REFUSED' ? 'is a refusal' : 'was decided already';
      throw new ConflictError(
        `The record ${globalIdOf('Conflict', conflictId)} ${what}, allowed is an override that waits for a decision.`,
        'OVERRIDE_DECIDED',
      );
    }
    if (!confirm) await undo(ctx, conflict, conflict.newLeadId, note);
    await appendAudit(ctx, {
      action: 'decideOverride',
      entity: 'Conflict',
      entityId: conflictId,
      leadId: conflict.leadId,
      before: { status: 'OPEN' },
      after: { status, note },
    });
    await tell(ctx, conflict.newLeadId, { conflictId, status });
    return { conflictId };
  });
}

async function undo(
  ctx: TxContext,
  { verb }: Pick<Conflict, 'verb'>,
  leadId: string,
  note: string | null,
): Promise<void> {
  const lead = await ctx.tx.lead.findFirst({
    where: { id: leadId, AND: [visibleLeads(ctx.actor)] },
  });
  if (!lead) {
    throw new ForbiddenError(
      'The lead that would be released is not yours to see, allowed is a manager of both territories.',
    );
  }
  if (!isImpartial(ctx.actor, lead.ownerId)) {
    throw new ForbiddenError('An override for a lead of one’s own is decided by another manager.');
  }
  if (!GAINING.has(verb)) {
    throw new ConflictError(
      `The override was given for ${verb}, allowed is to undo one by which a lead came under protection; correct the lead and confirm.`,
      'OVERRIDE_OF_CHANGE',
    );
  }
  // In the pool there is no protection to end.
  if (isPooled(lead.status)) return;
  await releaseLead(ctx, { leadId, reason: note });
}

/** The owner of the lead, or its last one, is told what became of their override; the manager may not see the lead. */
async function tell(
  ctx: TxContext,
  leadId: string,
  payload: { readonly conflictId: string; readonly status: string },
): Promise<void> {
  const { territory, ownerId } = await lookUp(ctx.tx, async () => {
    const lead = await ctx.tx.lead.findUniqueOrThrow({
      where: { id: leadId },
      select: { territory: true },
    });
    const last = await ctx.tx.ownership.findFirst({
      where: { leadId },
      orderBy: { assignedAt: 'desc' },
      select: { ownerId: true },
    });
    return { territory: lead.territory, ownerId: last?.ownerId ?? null };
  });
  await appendLeadEvent(ctx, 'CONFLICT_DECIDED', { id: leadId, ownerId, territory }, payload);
}

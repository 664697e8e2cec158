import { z } from 'zod';
import { ConflictError, ForbiddenError, NotFoundError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { lockActiveLead } from '../leads/lock-lead.js';

export const removeCollaboratorInput = z.object({ leadId: idInput, userId: idInput });

export type RemoveCollaboratorInput = z.input<typeof removeCollaboratorInput>;

/**
 * Removes a collaborator from a lead: the owner and managers any of them, collaborators themselves. Their activities
 * stay.
 * @throws ForbiddenError if a collaborator removes another one
 * @throws NotFoundError if the user does not collaborate
 * @throws ConflictError if the lead is not ACTIVE, or the user is the deputy of its owner
 */
export async function removeCollaborator(
  ctx: VerbContext,
  input: RemoveCollaboratorInput,
): Promise<{ leadId: string }> {
  requireMay(ctx, 'removeCollaborator');
  const { leadId, userId } = parseInput(ctx, removeCollaboratorInput, input);
  return inTransaction(ctx, async (ctx) => {
    const lead = await lockActiveLead(ctx, leadId, 'removeCollaborator');
    const { role, id: actorId } = ctx.actor;
    if (role === 'REP' && lead.ownerId !== actorId && userId !== actorId) {
      throw new ForbiddenError(
        'Collaborators remove only themselves; others are for the owner and managers.',
      );
    }
    const key = { leadId_userId: { leadId, userId } };
    const collaborator = await ctx.tx.leadCollaborator.findUnique({ where: key });
    if (!collaborator) throw new NotFoundError('collaborator', globalIdOf('User', userId));
    if (collaborator.absenceId !== null) {
      throw new ConflictError(
        'The collaborator is the deputy of the owner, who is away: calling the absence off ends it.',
        'DEPUTY',
      );
    }
    await forgetFollowUps(ctx, leadId, userId);
    await appendAudit(ctx, {
      action: 'removeCollaborator',
      entity: 'LeadCollaborator',
      entityId: collaborator.id,
      leadId,
      before: { userId, role: collaborator.role },
    });
    await appendLeadEvent(ctx, 'COLLABORATOR_REMOVED', lead, { userId, role: collaborator.role });
    const theirs = { id: leadId, ownerId: userId, territory: lead.territory };
    await appendLeadEvent(ctx, 'LEAD_ACCESS_ENDED', theirs, { reason: 'COLLABORATION_ENDED' });
    // Last: an agent writes nothing about a lead that they do not see any more.
    await ctx.tx.leadCollaborator.delete({ where: key });
    return { leadId };
  });
}

/** They may no longer see the leads of their reminders. */
async function forgetFollowUps(ctx: TxContext, leadId: string, userId: string): Promise<void> {
  await ctx.tx.reminder.updateMany({
    where: { leadId, recipientId: userId, kind: 'FOLLOW_UP', sentAt: null, acknowledgedAt: null },
    data: { acknowledgedAt: ctx.now },
  });
}

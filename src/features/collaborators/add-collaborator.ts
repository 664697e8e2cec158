import { z } from 'zod';
import { COLLABORATOR_ROLES } from '../../domain/actor.js';
import { ValidationError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { requireMay } from '../../platform/identity/may.js';
import { oneOf } from '../../platform/input/one-of.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { lockActiveLead, type OwnedLead } from '../leads/lock-lead.js';

export const addCollaboratorInput = z.object({
  leadId: idInput,
  userId: idInput,
  role: oneOf(COLLABORATOR_ROLES),
});

export type AddCollaboratorInput = z.input<typeof addCollaboratorInput>;

/**
 * Lets another agent work on a lead, for as long as its present owner has it. Adding a collaborator again changes
 * their role. The owner of the protection stays.
 * @throws ValidationError if the user is no active agent, or owns the lead
 * @throws ConflictError if the lead is not ACTIVE
 */
export async function addCollaborator(
  ctx: VerbContext,
  input: AddCollaboratorInput,
): Promise<{ leadId: string }> {
  requireMay(ctx, 'addCollaborator');
  const { leadId, userId, role } = parseInput(ctx, addCollaboratorInput, input);
  return inTransaction(ctx, async (ctx) => {
    const lead = await lockActiveLead(ctx, leadId, 'addCollaborator');
    await requireHelper(ctx, lead, userId);
    const key = { leadId_userId: { leadId, userId } };
    const before = await ctx.tx.leadCollaborator.findUnique({ where: key });
    // A deputy has the rights of deputies; an earlier role of the collaborator comes back when the owner is back.
    const stands = before?.absenceId ? before.roleBefore : before?.role;
    if (stands === role) return { leadId };
    const { id } = await ctx.tx.leadCollaborator.upsert({
      where: key,
      create: {
        id: newId(),
        leadId,
        userId,
        ownerId: lead.ownerId,
        role,
        addedById: ctx.actor.id,
        createdAt: ctx.now,
      },
      update: before?.absenceId ? { roleBefore: role } : { role },
    });
    await appendAudit(ctx, {
      action: 'addCollaborator',
      entity: 'LeadCollaborator',
      entityId: id,
      leadId,
      ...(stands ? { before: { userId, role: stands } } : {}),
      after: { userId, role },
    });
    const now = before?.absenceId ? before.role : role;
    await appendLeadEvent(ctx, 'COLLABORATOR_ADDED', lead, { userId, role: now });
    return { leadId };
  });
}

/** Managers see their leads anyway, and users who only read, and programs, do not work on leads. */
async function requireHelper(ctx: TxContext, lead: OwnedLead, userId: string): Promise<void> {
  const agent =
    userId === lead.ownerId
      ? null
      : await ctx.tx.user.findFirst({
          where: { id: userId, active: true, role: 'REP' },
          select: { id: true },
        });
  if (agent) return;
  const message = `${JSON.stringify(globalIdOf('User', userId))} cannot collaborate, allowed are active users who are REP and do not own the lead`;
  throw new ValidationError([{ path: 'userId', message }]);
}

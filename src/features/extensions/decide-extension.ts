import { z } from 'zod';
import { ConflictError, ForbiddenError, NotFoundError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { localeOf } from '../../domain/locales.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import type { ExtensionRequest, Lead } from '../../platform/db/generated/prisma/client.js';
import { COLLEAGUE } from '../../platform/identity/colleague.js';
import { isImpartial, requireMay } from '../../platform/identity/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, optionalText, parseInput } from '../../platform/verbs/parse-input.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { lockLead } from '../leads/lock-lead.js';
import { refusePseudonymized } from '../leads/refuse-pseudonymized.js';
import { requireProtected } from '../leads/require-protected.js';
import { throughLead } from '../leads/through-lead.js';
import { enqueueEmails } from '../outbox/enqueue-email.js';
import { projectLeads } from '../protection/project-leads.js';
import { settleHolds } from '../protection/turn-holds.js';
import { settleRequestReminders } from './remind-of-request.js';

export const decideExtensionInput = z.object({
  requestId: idInput,
  approve: z.boolean(),
  note: optionalText(1000),
});

export type DecideExtensionInput = z.input<typeof decideExtensionInput>;

/**
 * A manager approves or rejects a request; the agent who asked is told by mail.
 * @throws ForbiddenError if they approve what they asked for themselves
 * @throws ConflictError if it was decided already, what it asks for is over, or a note is given on
 * a lead whose personal data was replaced
 */
export async function decideExtension(
  ctx: VerbContext,
  input: DecideExtensionInput,
): Promise<{ requestId: string; leadId: string }> {
  requireMay(ctx, 'decideExtension');
  const { requestId, approve, note } = parseInput(ctx, decideExtensionInput, input);
  return inTransaction(ctx, async (ctx) => {
    const where = { id: requestId, AND: [throughLead(ctx.actor)] };
    const request = await ctx.tx.extensionRequest.findFirst({ where });
    if (!request) throw new NotFoundError('ExtensionRequest', requestId);
    const lead = await lockLead(ctx, request.leadId, 'decideExtension');
    if (approve) await requireApprovable(ctx, request, lead);
    // A request for a lead that has ended can still be closed, but without a mail.
    if (note !== null) refusePseudonymized(lead);
    const status = approve ? 'APPROVED' : 'REJECTED';
    const { count } = await ctx.tx.extensionRequest.updateMany({
      where: { id: requestId, status: 'OPEN' },
      data: { status, decidedById: ctx.actor.id, decidedAt: ctx.now, note },
    });
    if (count === 0) {
      throw new ConflictError(
        `The request ${globalIdOf('ExtensionRequest', requestId)} was decided already.`,
        'REQUEST_DECIDED',
      );
    }
    await settleRequestReminders(ctx.tx, [request.ownershipId], ctx.now);
    if (approve) {
      await settleHolds(ctx, [lead]);
      await projectLeads(ctx, [lead.id], { touch: true });
    }
    await mailRequester(ctx, request, { approved: approve, note });
    await appendAudit(ctx, {
      action: 'decideExtension',
      entity: 'ExtensionRequest',
      entityId: requestId,
      leadId: lead.id,
      before: { status: 'OPEN' },
      after: { status, months: request.months, note },
    });
    await appendLeadEvent(ctx, 'EXTENSION_DECIDED', lead, {
      requestId,
      status,
      months: request.months,
    });
    return { requestId, leadId: lead.id };
  });
}

async function requireApprovable(
  ctx: TxContext,
  { id, ownershipId, requestedById, enteredById }: ExtensionRequest,
  lead: Lead,
): Promise<void> {
  if (!isImpartial(ctx.actor, requestedById, enteredById, lead.ownerId)) {
    throw new ForbiddenError(
      `The request ${id} is your own; allowed is to reject it, approving it is for another manager.`,
    );
  }
  const { endedAt } = await ctx.tx.ownership.findUniqueOrThrow({ where: { id: ownershipId } });
  if (endedAt) {
    throw new ConflictError(
      `The request ${globalIdOf('ExtensionRequest', id)} is for an ownership that ended at ${endedAt.toISOString()}, allowed is only to reject it.`,
      'OWNERSHIP_ENDED',
    );
  }
  requireProtected(lead, ctx.now);
}

async function mailRequester(
  ctx: TxContext,
  { id, leadId, requestedById, months }: ExtensionRequest,
  decision: { approved: boolean; note: string | null },
): Promise<void> {
  // An agent who lost the lead meanwhile learns nothing more about it.
  const lead = await ctx.tx.lead.findUniqueOrThrow({
    where: { id: leadId },
    include: { owner: { select: COLLEAGUE } },
  });
  const { owner } = lead;
  if (!owner?.active || owner.id !== requestedById) return;
  await enqueueEmails(ctx.tx, [
    {
      template: 'extension-decided',
      locale: localeOf(owner.locale),
      recipient: owner.email,
      reference: { requestId: id },
      dedupeKey: `extension-decided:${id}`,
      leadId,
      data: {
        leadId,
        companyName: lead.companyName,
        city: lead.city,
        recipientName: owner.name,
        months,
        baseEndsAt: lead.baseEndsAt,
        expiresAt: lead.expiresAt,
        ...decision,
      },
    },
  ]);
}

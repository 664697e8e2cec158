import { z } from 'zod';
import { ConflictError } from '../../domain/errors.js';
import { localeOf } from '../../domain/locales.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import type { Lead } from '../../platform/db/generated/prisma/client.js';
import { newId } from '../../platform/db/ids.js';
import type { TxContext, VerbContext } from '../../platform/verbs/context.js';
import { idempotencyKeyInput, idInput, requiredText } from '../../platform/verbs/parse-input.js';
import { performOnce } from '../../platform/verbs/perform-once.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { currentOwnership } from '../leads/current-ownership.js';
import { lockLead } from '../leads/lock-lead.js';
import { requireVisible } from '../leads/require-visible.js';
import { enqueueEmails } from '../outbox/enqueue-email.js';
import { decidingManagers } from './deciding-managers.js';
import { remindOfRequest } from './remind-of-request.js';

const monthsAllowed = 'allowed are 1 to 12 whole months';

export const requestExtensionInput = z.object({
  leadId: idInput,
  months: z.number().refine((months) => Number.isInteger(months) && months >= 1 && months <= 12, {
    error: ({ input }) => `${String(input)} given, ${monthsAllowed}`,
  }),
  reason: requiredText(1000),
  idempotencyKey: idempotencyKeyInput,
});

export type RequestExtensionInput = z.input<typeof requestExtensionInput>;

/**
 * The owner asks for a longer base period; the managers who may decide are told by mail, and reminded if none
 * decides.
 * @throws ForbiddenError if the actor does not own the lead
 * @throws ConflictError if a request is open, the lead has no owner, or its protection is over
 */
export async function requestExtension(
  ctx: VerbContext,
  input: RequestExtensionInput,
): Promise<{ requestId: string; leadId: string }> {
  const { id, parsed } = await performOnce(ctx, 'requestExtension', input, {
    schema: requestExtensionInput,
    run: insertRequest,
    mayKnow: (ctx, { leadId }) => requireVisible(ctx, leadId),
  });
  return { requestId: id, leadId: parsed.leadId };
}

async function insertRequest(
  ctx: TxContext,
  { leadId, months, reason }: z.output<typeof requestExtensionInput>,
): Promise<{ id: string }> {
  const lead = await lockLead(ctx, leadId, 'requestExtension');
  const ownership = await currentOwnership(ctx, lead);
  const id = newId();
  const { count } = await ctx.tx.extensionRequest.createMany({
    data: [
      {
        id,
        leadId,
        ownershipId: ownership.id,
        requestedById: ownership.ownerId,
        enteredById: ctx.actor.id === ownership.ownerId ? null : ctx.actor.id,
        months,
        reason,
        createdAt: ctx.now,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) throw requestOpen();
  await mailManagers(ctx, lead, { id, months, reason, requestedById: ownership.ownerId });
  await remindOfRequest(ctx, lead, ownership);
  await appendAudit(ctx, {
    action: 'requestExtension',
    entity: 'ExtensionRequest',
    entityId: id,
    leadId,
    after: { months, reason },
  });
  await appendLeadEvent(ctx, 'EXTENSION_REQUESTED', lead, { requestId: id, months });
  return { id };
}

function requestOpen(): ConflictError {
  return new ConflictError(
    'An extension request of the lead is still open, allowed is one at a time.',
    'REQUEST_OPEN',
  );
}

async function mailManagers(
  ctx: TxContext,
  lead: Lead,
  {
    id,
    months,
    reason,
    requestedById,
  }: { id: string; months: number; reason: string; requestedById: string },
): Promise<void> {
  const managers = await decidingManagers(ctx.tx, lead.territory, requestedById);
  await enqueueEmails(
    ctx.tx,
    managers.map((manager) => ({
      template: 'extension-requested',
      locale: localeOf(manager.locale),
      recipient: manager.email,
      reference: { requestId: id, recipientId: manager.id },
      dedupeKey: `extension-requested:${id}:${manager.id}`,
      leadId: lead.id,
      data: {
        leadId: lead.id,
        companyName: lead.companyName,
        city: lead.city,
        recipientName: manager.name,
        requestedBy: ctx.actor.name,
        months,
        reason,
        baseEndsAt: lead.baseEndsAt,
        expiresAt: lead.expiresAt,
      },
    })),
  );
}

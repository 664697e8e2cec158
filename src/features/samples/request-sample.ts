import { z } from 'zod';
import { ValidationError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import type { TxContext, VerbContext } from '../../platform/verbs/context.js';
import {
  idempotencyKeyInput,
  idInput,
  instantInput,
  problemsIn,
  requiredLine,
} from '../../platform/verbs/parse-input.js';
import { performOnce } from '../../platform/verbs/perform-once.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { currentOwnership } from '../leads/current-ownership.js';
import { lockLead } from '../leads/lock-lead.js';
import { requireVisible } from '../leads/require-visible.js';

const MAX_QUANTITY = 10_000;

const itemInput = z.object({
  sku: requiredLine(200),
  name: requiredLine(200),
  quantity: z
    .number()
    .refine((value) => Number.isInteger(value) && value >= 1 && value <= MAX_QUANTITY, {
      error: ({ input }) =>
        `${String(input)} given, allowed are whole numbers from 1 to ${MAX_QUANTITY}`,
    }),
});

export const requestSampleInput = z.object({
  leadId: idInput,
  /** The products in the box. */
  items: z
    .array(itemInput)
    .min(1, 'is empty, allowed are 1 to 50 products')
    .max(50, 'is too long, allowed are 1 to 50 products'),
  /** Deadline for the shipment; later the sample is overdue. */
  expectedShipAt: instantInput.nullish().transform((at) => at ?? null),
  idempotencyKey: idempotencyKeyInput,
});

export type RequestSampleInput = z.input<typeof requestSampleInput>;

/**
 * Requests a box of products for a lead.
 * @throws ConflictError if the lead has no owner, or its protection is over
 */
export async function requestSample(
  ctx: VerbContext,
  input: RequestSampleInput,
): Promise<{ sampleId: string; leadId: string; replayed: boolean }> {
  const { id, replayed, parsed } = await performOnce(ctx, 'requestSample', input, {
    schema: requestSampleInput,
    laterRules: ({ expectedShipAt }) =>
      problemsIn(() => assertAhead(expectedShipAt ?? null, ctx.now)),
    run: insertSample,
    mayKnow: (ctx, { leadId }) => requireVisible(ctx, leadId),
  });
  return { sampleId: id, leadId: parsed.leadId, replayed };
}

async function insertSample(
  ctx: TxContext,
  { leadId, items, expectedShipAt }: z.output<typeof requestSampleInput>,
): Promise<{ id: string }> {
  const lead = await lockLead(ctx, leadId, 'requestSample');
  const { ownerId } = await currentOwnership(ctx, lead);
  const requestedById = ctx.actor.id ?? ownerId;
  assertAhead(expectedShipAt, ctx.now);
  const id = newId();
  await ctx.tx.sample.create({
    data: {
      id,
      leadId,
      requestedById,
      expectedShipAt,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      items: { create: items.map((item, position) => ({ id: newId(), ...item, position })) },
    },
  });
  await appendAudit(ctx, {
    action: 'requestSample',
    entity: 'Sample',
    entityId: id,
    leadId,
    after: { items: items.map(({ sku, quantity }) => ({ sku, quantity })), expectedShipAt },
  });
  await appendLeadEvent(ctx, 'SAMPLE_CHANGED', lead, {
    sampleId: id,
    from: null,
    to: 'REQUESTED',
  });
  return { id };
}

/** Judged only when the sample is made: a repeated request may come after that instant. */
function assertAhead(expectedShipAt: Date | null, now: Date): void {
  if (expectedShipAt === null || expectedShipAt > now) return;
  const message = `${expectedShipAt.toISOString()} has passed, allowed is later than ${now.toISOString()}`;
  throw new ValidationError([{ path: 'expectedShipAt', message }]);
}

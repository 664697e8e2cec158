import { appendAudit } from '../audit/append-audit.js';
import { requireMay } from '../auth/may.js';
import { inTransaction, type TxContext, type VerbContext } from '../context.js';
import { newId } from '../db/ids.js';
import { ConflictError, type FieldProblem, ValidationError } from '../errors.js';
import { appendEvent } from '../events/append-event.js';
import { once } from '../idempotency/once.js';
import { lockLead } from '../leads/lock-lead.js';

export interface RequestSampleInput {
  leadId: string;
  /** What is in the box: 1 to 50 products. */
  items: readonly { sku: string; name: string; quantity: number }[];
  /** By when it should be on its way; after that it is late. */
  expectedShipAt?: Date | null;
  idempotencyKey?: string | null;
}

const MAX_ITEMS = 50;
const MAX_QUANTITY = 10_000;
const MAX_LENGTH = 200;

/** Asks for a box of products to be sent to a lead. */
export function requestSample(
  ctx: VerbContext,
  input: RequestSampleInput,
): Promise<{ sampleId: string; replayed: boolean }> {
  requireMay(ctx, 'requestSample');
  const problems = problemsOf(input, ctx.now);
  if (problems.length > 0) throw new ValidationError(problems);
  return inTransaction(ctx, async (ctx) => {
    const { id, replayed } = await once(ctx, 'requestSample', input.idempotencyKey, input, (ctx) =>
      create(ctx, input),
    );
    return { sampleId: id, replayed };
  });
}

async function create(ctx: TxContext, input: RequestSampleInput): Promise<{ id: string }> {
  const lead = await lockLead(ctx, input.leadId);
  const requestedById = ctx.actor.id ?? lead.ownerId;
  if (lead.status !== 'ACTIVE' || requestedById === null) {
    throw new ConflictError(`The lead is ${lead.status}; samples are sent to ACTIVE ones only.`);
  }
  const id = newId();
  await ctx.tx.sample.create({
    data: {
      id,
      leadId: lead.id,
      requestedById,
      expectedShipAt: input.expectedShipAt ?? null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      items: {
        create: input.items.map(({ sku, name, quantity }, position) => ({
          id: newId(),
          sku: sku.trim(),
          name: name.trim(),
          quantity,
          position,
        })),
      },
    },
  });
  await appendAudit(ctx, {
    action: 'requestSample',
    entity: 'Sample',
    entityId: id,
    leadId: lead.id,
    after: {
      items: input.items.map(({ sku, quantity }) => ({ sku, quantity })),
      expectedShipAt: input.expectedShipAt ?? null,
    },
  });
  await appendEvent(ctx, {
    type: 'SAMPLE_CHANGED',
    lead: { id: lead.id, ownerId: lead.ownerId, territory: lead.territory },
    payload: { sampleId: id, from: null, to: 'REQUESTED' },
  });
  return { id };
}

function problemsOf({ items, expectedShipAt }: RequestSampleInput, now: Date): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const refuse = (path: string, message: string) => problems.push({ path, message });
  if (items.length < 1 || items.length > MAX_ITEMS) {
    refuse('items', `${items.length} given, allowed are 1 to ${MAX_ITEMS}`);
  }
  items.forEach((item, index) => {
    for (const field of ['sku', 'name'] as const) {
      const { length } = item[field].trim();
      if (length >= 1 && length <= MAX_LENGTH) continue;
      refuse(
        `items.${index}.${field}`,
        `${length} characters given, allowed are 1 to ${MAX_LENGTH}`,
      );
    }
    if (!Number.isInteger(item.quantity) || item.quantity < 1 || item.quantity > MAX_QUANTITY) {
      const allowed = `allowed are whole numbers from 1 to ${MAX_QUANTITY}`;
      refuse(`items.${index}.quantity`, `${item.quantity} given, ${allowed}`);
    }
  });
  if (expectedShipAt && expectedShipAt <= now) {
    const given = expectedShipAt.toISOString();
    refuse('expectedShipAt', `${given} has passed, allowed is later than ${now.toISOString()}`);
  }
  return problems;
}

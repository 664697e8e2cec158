import { ConflictError } from '../../domain/errors.js';
import { canTransition, type SampleStatus } from '../../domain/sample-transitions.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import type { LockedSample } from './lock-sample.js';

/**
 * Moves a sample one step on and returns it as it is then.
 * @throws ConflictError if the step is not allowed
 */
export async function moveSample(
  ctx: TxContext,
  { lead, sample }: LockedSample,
  to: SampleStatus,
  columns: Prisma.SampleUncheckedUpdateManyInput = {},
): Promise<LockedSample> {
  const from = sample.status as SampleStatus;
  const step = canTransition(from, to);
  if (!step.ok) throw new ConflictError(step.message, 'SAMPLE_STATUS');
  const moved = await ctx.tx.sample.update({
    where: { id: sample.id },
    data: { ...columns, status: to, version: { increment: 1 }, updatedAt: ctx.now },
    include: { items: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
  });
  const { shippedAt, deliveredAt, trackingCode } = moved;
  await appendAudit(ctx, {
    action: 'transitionSample',
    entity: 'Sample',
    entityId: sample.id,
    leadId: lead.id,
    before: { status: from },
    after: {
      status: to,
      ...('shippedAt' in columns ? { shippedAt, trackingCode } : {}),
      ...('deliveredAt' in columns ? { deliveredAt } : {}),
    },
  });
  await appendLeadEvent(ctx, 'SAMPLE_CHANGED', lead, { sampleId: sample.id, from, to });
  return { lead, sample: moved };
}

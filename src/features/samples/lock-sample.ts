import { validate as isUuid } from 'uuid';
import { ConflictError, NotFoundError } from '../../domain/errors.js';
import type { Lead, Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Verb } from '../../platform/identity/may.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { lockLead } from '../leads/lock-lead.js';
import { refusePseudonymized } from '../leads/refuse-pseudonymized.js';
import { throughLead } from '../leads/through-lead.js';

export type SampleWithItems = Prisma.SampleGetPayload<{ include: { items: true } }>;

export interface LockedSample {
  lead: Lead;
  sample: SampleWithItems;
}

/**
 * The sample with its lead, whose row is locked until the end of the transaction.
 * @throws NotFoundError if there is none, or the actor may not see its lead
 * @throws ForbiddenError if the actor's standing on the lead does not suffice for the verb
 * @throws ConflictError if it is no longer at the version that the actor saw, or its lead ended and was pseudonymised
 */
export async function lockSample(
  ctx: TxContext,
  sampleId: string,
  verb: Verb,
  version?: number | null,
): Promise<LockedSample> {
  const known = isUuid(sampleId)
    ? await ctx.tx.sample.findFirst({
        where: { id: sampleId, AND: [throughLead(ctx.actor)] },
        select: { leadId: true },
      })
    : null;
  if (!known) throw new NotFoundError('Sample', sampleId);
  const lead = await lockLead(ctx, known.leadId, verb);
  refusePseudonymized(lead);
  const sample = await ctx.tx.sample.findUniqueOrThrow({
    where: { id: sampleId },
    include: { items: { orderBy: [{ position: 'asc' }, { id: 'asc' }] } },
  });
  if (version != null && version !== sample.version) {
    throw new ConflictError(
      `The sample was changed meanwhile: version ${version} given, it is at ${sample.version}.`,
      'STALE_VERSION',
    );
  }
  return { lead, sample };
}

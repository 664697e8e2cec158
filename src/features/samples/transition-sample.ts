import { z } from 'zod';
import { type FieldProblem, ForbiddenError, ValidationError } from '../../domain/errors.js';
import { assertNotFuture } from '../../domain/facts.js';
import { SAMPLE_STATUSES } from '../../domain/sample-transitions.js';
import type { Prisma, Sample } from '../../platform/db/generated/prisma/client.js';
import { isImpartial, isManager, requireMay } from '../../platform/identity/may.js';
import { oneOf } from '../../platform/input/one-of.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import {
  idInput,
  instantInput,
  optionalLine,
  parseInput,
  problemsIn,
} from '../../platform/verbs/parse-input.js';
import { closeDelayHold } from './close-delay-hold.js';
import { type LockedSample, lockSample } from './lock-sample.js';
import { moveSample } from './move-sample.js';
import { remindOfFeedback } from './remind-of-feedback.js';

export const transitionSampleInput = z.object({
  sampleId: idInput,
  /** FEEDBACK_RECEIVED is reached by giving the feedback. */
  to: oneOf(SAMPLE_STATUSES),
  /** When it was shipped or delivered; now unless told. Never in the future. */
  at: instantInput.nullish(),
  /** Only with SHIPPED. */
  trackingCode: optionalLine(100),
  /** Of the sample as the actor saw it. */
  version: z.number().int().nullish(),
});

export type TransitionSampleInput = z.input<typeof transitionSampleInput>;

/**
 * Moves a sample one step on. Shipping or ending it closes the hold that its delay opened; delivery sets the reminder
 * of the feedback.
 * @throws ForbiddenError if the actor approves their own request, or is no manager
 * @throws ConflictError if the step is not allowed, or the sample was changed meanwhile
 */
export async function transitionSample(
  ctx: VerbContext,
  input: TransitionSampleInput,
): Promise<Sample> {
  requireMay(ctx, 'transitionSample');
  const now = ctx.now.getTime();
  const parsed = parseInput(ctx, transitionSampleInput, input, {
    rules: (given) => [
      ...stepProblems(given),
      ...problemsIn(() => assertNotFuture(given.at?.getTime() ?? now, now, 'at')),
    ],
  });
  const { sampleId, to, version } = parsed;
  // One within the skew of clocks is now.
  const at = new Date(Math.min(parsed.at?.getTime() ?? now, now));
  return inTransaction(ctx, async (tx) => {
    const before = await lockSample(tx, sampleId, 'transitionSample', version);
    if (to === 'APPROVED') requireMayApprove(tx, before);
    const after = await moveSample(tx, before, to, columnsOf(parsed, at, before.sample));
    if (to === 'SHIPPED' || to === 'CANCELLED' || to === 'LOST') await closeDelayHold(tx, after);
    if (to === 'DELIVERED') await remindOfFeedback(tx, after, at);
    return after.sample;
  });
}

/** A box costs money, so its requester does not decide about it. */
function requireMayApprove({ actor }: TxContext, { lead, sample }: LockedSample): void {
  if (!isManager(actor) && actor.role !== 'SERVICE') {
    throw new ForbiddenError(
      `${actor.role} may not approve a sample, allowed are managers and programs.`,
    );
  }
  if (isImpartial(actor, sample.requestedById, lead.ownerId)) return;
  throw new ForbiddenError(
    'The sample was asked for by you or for a lead of yours; approving it is for another manager.',
  );
}

function columnsOf(
  { to, trackingCode }: z.output<typeof transitionSampleInput>,
  at: Date,
  sample: Sample,
): Prisma.SampleUncheckedUpdateManyInput {
  switch (to) {
    case 'SHIPPED':
      return { shippedAt: at, trackingCode };
    case 'DELIVERED':
      if (sample.shippedAt && at < sample.shippedAt) {
        const shipped = sample.shippedAt.toISOString();
        throw refusal('at', `${at.toISOString()} is before it was shipped, at ${shipped}`);
      }
      return { deliveredAt: at };
    case 'CANCELLED':
    case 'LOST':
      return { feedbackTokenHash: null, feedbackTokenExpiresAt: null };
    default:
      return {};
  }
}

function stepProblems({
  to,
  trackingCode,
}: Partial<z.output<typeof transitionSampleInput>>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (to === 'FEEDBACK_RECEIVED') {
    const message = 'FEEDBACK_RECEIVED given, allowed is to submit the feedback instead';
    problems.push({ path: 'to', message });
  }
  if (to && trackingCode != null && to !== 'SHIPPED') {
    const message = `given with ${to}, allowed is only with SHIPPED`;
    problems.push({ path: 'trackingCode', message });
  }
  return problems;
}

function refusal(path: string, message: string): ValidationError {
  return new ValidationError([{ path, message }]);
}

import { requireMay } from '../auth/may.js';
import { inTransaction, type VerbContext } from '../context.js';
import type { Prisma, Sample } from '../db/generated/prisma/client.js';
import { assertNotFuture } from '../domain/facts.js';
import type { SampleStatus } from '../domain/sample-transitions.js';
import { ValidationError } from '../errors.js';
import { closeDelayHold } from './close-delay-hold.js';
import { lockSample } from './lock-sample.js';
import { moveSample } from './move-sample.js';
import { remindOfFeedback } from './remind-of-feedback.js';

export interface TransitionSampleInput {
  sampleId: string;
  /** FEEDBACK_RECEIVED is reached by giving the feedback. */
  to: SampleStatus;
  /** When it was shipped or delivered; now unless told. Never in the future. */
  at?: Date | null;
  /** Only with SHIPPED. */
  trackingCode?: string | null;
  /** Of the sample as the actor saw it. */
  version?: number | null;
}

/**
 * Moves a sample one step on. Shipping or ending it closes the hold that its delay opened; delivery
 * sets the reminder of the feedback.
 * @throws ConflictError if the step is not allowed, or the sample was changed meanwhile
 */
export function transitionSample(ctx: VerbContext, input: TransitionSampleInput): Promise<Sample> {
  requireMay(ctx, 'transitionSample');
  const { sampleId, to, version } = input;
  if (to === 'FEEDBACK_RECEIVED') {
    throw refusal('to', 'FEEDBACK_RECEIVED given, allowed is to submit the feedback instead');
  }
  const at = new Date(
    assertNotFuture(input.at?.getTime() ?? ctx.now.getTime(), ctx.now.getTime(), 'at'),
  );
  return inTransaction(ctx, async (ctx) => {
    const before = await lockSample(ctx, sampleId, version);
    const after = await moveSample(ctx, before, to, columnsOf(input, at, before.sample));
    if (to === 'SHIPPED' || to === 'CANCELLED' || to === 'LOST') await closeDelayHold(ctx, after);
    if (to === 'DELIVERED') await remindOfFeedback(ctx, after, at);
    return after.sample;
  });
}

function columnsOf(
  { to, trackingCode }: TransitionSampleInput,
  at: Date,
  sample: Sample,
): Prisma.SampleUncheckedUpdateManyInput {
  if (trackingCode && (to !== 'SHIPPED' || trackingCode.trim().length > 100)) {
    throw refusal('trackingCode', 'allowed are up to 100 characters, with SHIPPED only');
  }
  switch (to) {
    case 'SHIPPED':
      return { shippedAt: at, trackingCode: trackingCode?.trim() || null };
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

function refusal(path: string, message: string): ValidationError {
  return new ValidationError([{ path, message }]);
}

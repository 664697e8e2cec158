import { z } from 'zod';
import type { Sample } from '../../platform/db/generated/prisma/client.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { idInput, parseInput } from '../../platform/verbs/parse-input.js';
import { feedbackInput, giveFeedback } from './give-feedback.js';
import { lockSample } from './lock-sample.js';

export const recordSampleFeedbackInput = feedbackInput.extend({
  sampleId: idInput,
  /** Of the sample as the actor saw it. */
  version: z.number().int().nullish(),
});

export type RecordSampleFeedbackInput = z.input<typeof recordSampleFeedbackInput>;

/**
 * Records the feedback that a customer gave to the agent.
 * @throws ConflictError if the sample is not with the customer, or was changed meanwhile
 */
export async function recordSampleFeedback(
  ctx: VerbContext,
  input: RecordSampleFeedbackInput,
): Promise<Sample> {
  requireMay(ctx, 'recordSampleFeedback');
  const { sampleId, version, ...feedback } = parseInput(ctx, recordSampleFeedbackInput, input);
  return inTransaction(ctx, async (tx) => {
    const locked = await lockSample(tx, sampleId, 'recordSampleFeedback', version);
    const { sample } = await giveFeedback(tx, locked, feedback);
    return sample;
  });
}

import { requireMay } from '../auth/may.js';
import { inTransaction, type VerbContext } from '../context.js';
import type { Sample } from '../db/generated/prisma/client.js';
import { assertFeedback, type Feedback, giveFeedback } from './give-feedback.js';
import { lockSample } from './lock-sample.js';

export interface RecordSampleFeedbackInput extends Feedback {
  sampleId: string;
  /** Of the sample as the actor saw it. */
  version?: number | null;
}

/** Records what a customer told the agent about a sample. */
export function recordSampleFeedback(
  ctx: VerbContext,
  input: RecordSampleFeedbackInput,
): Promise<Sample> {
  requireMay(ctx, 'submitSampleFeedback');
  assertFeedback(input);
  return inTransaction(ctx, async (ctx) => {
    const locked = await lockSample(ctx, input.sampleId, input.version);
    const { sample } = await giveFeedback(ctx, locked, input);
    return sample;
  });
}

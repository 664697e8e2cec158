import { z } from 'zod';
import { SYSTEM_ACTOR } from '../../domain/actor.js';
import { NotFoundError } from '../../domain/errors.js';
import { secretHash } from '../../platform/keys/secret.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { parseInput } from '../../platform/verbs/parse-input.js';
import { feedbackReceiptHash } from './feedback-token.js';
import { feedbackInput, giveFeedback } from './give-feedback.js';
import { lockSample } from './lock-sample.js';

export const submitSampleFeedbackInput = feedbackInput.extend({ token: z.string() });

export type SubmitSampleFeedbackInput = z.input<typeof submitSampleFeedbackInput>;

/**
 * Takes the feedback of a customer by the link, without sign-in. The link works once. `browser` is a secret by which
 * the browser that answered is recognised.
 * @throws NotFoundError if the link is unknown, used or expired: the answer is the same
 */
export async function submitSampleFeedback(
  ctx: VerbContext,
  input: SubmitSampleFeedbackInput,
  browser: string | null = null,
): Promise<{ sampleId: string }> {
  const { token, ...feedback } = parseInput(ctx, submitSampleFeedbackInput, input);
  const hash = secretHash(token);
  return inTransaction({ ...ctx, actor: SYSTEM_ACTOR }, async (ctx) => {
    const known = await ctx.tx.sample.findUnique({
      where: { feedbackTokenHash: hash },
      select: { id: true },
    });
    if (!known) throw unknownLink();
    const locked = await lockSample(ctx, known.id, 'submitSampleFeedback');
    const { feedbackTokenHash: open, feedbackTokenExpiresAt: until } = locked.sample;
    // Judged under the lock: of two that come at once, one finds the link used.
    if (open !== hash || until === null || until <= ctx.now) throw unknownLink();
    await giveFeedback(ctx, locked, feedback);
    if (browser !== null) {
      await ctx.tx.sample.update({
        where: { id: known.id },
        data: { feedbackReceiptHash: feedbackReceiptHash(token, browser) },
      });
    }
    return { sampleId: known.id };
  });
}

/** Without the token: errors are logged, and it might be a good one mistyped. */
function unknownLink(): NotFoundError {
  return new NotFoundError('feedback link', '…');
}

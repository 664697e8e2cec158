import { SYSTEM_ACTOR } from '../auth/actor.js';
import { inTransaction, type VerbContext } from '../context.js';
import { NotFoundError } from '../errors.js';
import { feedbackTokenHash } from './feedback-token.js';
import { assertFeedback, type Feedback, giveFeedback } from './give-feedback.js';
import { lockSample } from './lock-sample.js';

export interface SubmitSampleFeedbackInput extends Feedback {
  token: string;
}

/**
 * Takes the feedback of whoever has the link; nobody is signed in. The link works once.
 * @throws NotFoundError if the link is unknown, used or expired: the answer is the same
 */
export function submitSampleFeedback(
  ctx: VerbContext,
  { token, ...feedback }: SubmitSampleFeedbackInput,
): Promise<{ sampleId: string }> {
  assertFeedback(feedback);
  const hash = feedbackTokenHash(token);
  return inTransaction({ ...ctx, actor: SYSTEM_ACTOR }, async (ctx) => {
    const known = await ctx.tx.sample.findUnique({
      where: { feedbackTokenHash: hash },
      select: { id: true },
    });
    if (!known) throw unknownLink();
    const locked = await lockSample(ctx, known.id);
    const { feedbackTokenHash: open, feedbackTokenExpiresAt: until } = locked.sample;
    // Judged under the lock: of two that come at once, one finds the link used.
    if (open !== hash || until === null || until <= ctx.now) throw unknownLink();
    await giveFeedback(ctx, locked, feedback);
    return { sampleId: known.id };
  });
}

/** Without the token: errors are logged, and it might be a good one mistyped. */
function unknownLink(): NotFoundError {
  return new NotFoundError('feedback link', '…');
}

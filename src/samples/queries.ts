import { SYSTEM_ACTOR } from '../auth/actor.js';
import { inTransaction, type VerbContext } from '../context.js';
import { feedbackTokenHash } from './feedback-token.js';

/** What the public feedback page shows: the products, and nothing of the lead or its agent. */
export interface FeedbackForm {
  items: { id: string; name: string; quantity: number }[];
  expiresAt: Date;
}

/** The form behind a feedback link; `null` if the link is unknown, used or expired. */
export async function findFeedbackForm(
  ctx: VerbContext,
  token: string,
): Promise<FeedbackForm | null> {
  // Whoever has the link is nobody's user.
  const sample = await inTransaction({ ...ctx, actor: SYSTEM_ACTOR }, ({ tx }) =>
    tx.sample.findFirst({
      where: {
        feedbackTokenHash: feedbackTokenHash(token),
        feedbackTokenExpiresAt: { gt: ctx.now },
        status: { in: ['SHIPPED', 'DELIVERED', 'TESTING'] },
      },
      select: {
        feedbackTokenExpiresAt: true,
        items: {
          select: { id: true, name: true, quantity: true },
          orderBy: [{ position: 'asc' }, { id: 'asc' }],
        },
      },
    }),
  );
  if (!sample?.feedbackTokenExpiresAt) return null;
  return { items: sample.items, expiresAt: sample.feedbackTokenExpiresAt };
}

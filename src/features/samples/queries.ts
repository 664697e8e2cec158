import { randomUUID } from 'node:crypto';
import { SYSTEM_ACTOR } from '../../domain/actor.js';
import { secretHash } from '../../platform/keys/secret.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { feedbackReceiptHash } from './feedback-token.js';

/** The content of the public feedback page: the products, and nothing of the lead or its agent. */
export interface FeedbackForm {
  kind: 'open';
  items: { id: string; name: string; quantity: number }[];
  expiresAt: Date;
}

/**
 * The form behind a feedback link; `answered` for the browser that has used it, `null` if the link is unknown, used
 * or expired. One statement, for any outcome.
 */
export async function findFeedbackForm(
  ctx: VerbContext,
  token: string,
  browser: string | null = null,
): Promise<FeedbackForm | { kind: 'answered' } | null> {
  const receipt = feedbackReceiptHash(token, browser ?? randomUUID());
  // The holder of the link has no account.
  const sample = await inTransaction({ ...ctx, actor: SYSTEM_ACTOR }, ({ tx }) =>
    tx.sample.findFirst({
      where: {
        OR: [
          {
            feedbackTokenHash: secretHash(token),
            feedbackTokenExpiresAt: { gt: ctx.now },
            status: { in: ['SHIPPED', 'DELIVERED', 'TESTING'] },
          },
          { feedbackReceiptHash: receipt },
        ],
      },
      select: {
        feedbackReceiptHash: true,
        feedbackTokenExpiresAt: true,
        items: {
          select: { id: true, name: true, quantity: true },
          orderBy: [{ position: 'asc' }, { id: 'asc' }],
        },
      },
    }),
  );
  if (sample?.feedbackReceiptHash === receipt) return { kind: 'answered' };
  if (!sample?.feedbackTokenExpiresAt) return null;
  return { kind: 'open', items: sample.items, expiresAt: sample.feedbackTokenExpiresAt };
}

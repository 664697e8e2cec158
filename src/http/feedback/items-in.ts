import type { FeedbackInput } from '../../features/samples/give-feedback.js';
import type { FeedbackForm } from '../../features/samples/queries.js';

/** The feedback on the products in the box; those without a verdict are left open. */
export function itemsIn(sent: URLSearchParams, { items }: FeedbackForm): FeedbackInput['items'] {
  return items.flatMap(({ id }) => {
    const outcome = sent.get(`outcome-${id}`);
    if (!outcome) return [];
    const rating = sent.get(`rating-${id}`);
    return {
      itemId: id,
      // What is none, the verb says.
      outcome: outcome as FeedbackInput['items'][number]['outcome'],
      rating: rating ? Number(rating) : null,
      // Browsers send a line break as two characters, and count it as one.
      comment: sent.get(`comment-${id}`)?.replace(/\r\n?/g, '\n') ?? null,
    };
  });
}

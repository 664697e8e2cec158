import { logActivity } from '../activities/log-activity.js';
import type { TxContext } from '../context.js';
import type { SampleItem } from '../db/generated/prisma/client.js';
import { type SampleStatus, stepsBetween } from '../domain/sample-transitions.js';
import { ConflictError, type FieldProblem, ValidationError } from '../errors.js';
import { appendEvent } from '../events/append-event.js';
import type { LockedSample } from './lock-sample.js';
import { moveSample } from './move-sample.js';
import { settleFeedbackReminder } from './remind-of-feedback.js';

export const SAMPLE_OUTCOMES = ['SUCCESS', 'MIXED', 'FAIL'] as const;
export type SampleOutcome = (typeof SAMPLE_OUTCOMES)[number];

export interface ItemFeedback {
  itemId: string;
  outcome: SampleOutcome;
  /** From 1 to 5. */
  rating?: number | null;
  /** Up to 2000 characters. */
  comment?: string | null;
}

export interface Feedback {
  /** For one product at least; the others stay open. */
  items: readonly ItemFeedback[];
  /** Who gave it. */
  feedbackName?: string | null;
}

const MAX_COMMENT = 2000;
const MAX_NAME = 200;

/**
 * What is wrong with a feedback, whichever sample it is for.
 * @throws ValidationError
 */
export function assertFeedback({ items, feedbackName }: Feedback): void {
  const problems: FieldProblem[] = [];
  const refuse = (path: string, message: string) => problems.push({ path, message });
  if (items.length === 0) refuse('items', 'none given, allowed is one or more');
  const seen = new Set<string>();
  items.forEach(({ itemId, outcome, rating, comment }, index) => {
    const path = `items.${index}`;
    if (seen.has(itemId)) refuse(`${path}.itemId`, `${JSON.stringify(itemId)} is given twice`);
    seen.add(itemId);
    if (!SAMPLE_OUTCOMES.includes(outcome)) {
      const allowed = SAMPLE_OUTCOMES.join(', ');
      refuse(`${path}.outcome`, `${JSON.stringify(outcome)} given, allowed is ${allowed}`);
    }
    if (rating != null && !(Number.isInteger(rating) && rating >= 1 && rating <= 5)) {
      refuse(`${path}.rating`, `${rating} given, allowed are whole numbers from 1 to 5`);
    }
    if (comment && comment.trim().length > MAX_COMMENT) {
      const { length } = comment.trim();
      refuse(`${path}.comment`, `${length} characters given, allowed are up to ${MAX_COMMENT}`);
    }
  });
  if (feedbackName && feedbackName.trim().length > MAX_NAME) {
    const { length } = feedbackName.trim();
    refuse('feedbackName', `${length} characters given, allowed are up to ${MAX_NAME}`);
  }
  if (problems.length > 0) throw new ValidationError(problems);
}

/**
 * Writes down what the customer thought of the sample, walks it to FEEDBACK_RECEIVED and logs the
 * feedback as an activity of the lead's current owner. A link that was open is used up.
 * @throws ValidationError if a product is not in this box
 * @throws ConflictError if the sample is not with the customer
 */
export async function giveFeedback(
  ctx: TxContext,
  locked: LockedSample,
  feedback: Feedback,
): Promise<LockedSample> {
  assertItems(locked.sample.items, feedback.items);
  const given = await walkToFeedback(ctx, locked, feedback);
  const rows = feedback.items.map(({ itemId, outcome, rating, comment }) => ({
    id: itemId,
    outcome,
    rating: rating ?? null,
    comment: comment?.trim() || null,
  }));
  await ctx.tx.$executeRaw`
    UPDATE sample_item SET outcome = given.outcome, rating = given.rating, comment = given.comment
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (
      id uuid, outcome text, rating int, comment text)
    WHERE sample_item.id = given.id`;
  await settleFeedbackReminder(ctx, given);
  const { lead, sample } = given;
  const count = (wanted: SampleOutcome) =>
    feedback.items.filter(({ outcome }) => outcome === wanted).length;
  await appendEvent(ctx, {
    type: 'FEEDBACK_RECEIVED',
    lead: { id: lead.id, ownerId: lead.ownerId, territory: lead.territory },
    payload: {
      sampleId: sample.id,
      success: count('SUCCESS'),
      mixed: count('MIXED'),
      fail: count('FAIL'),
    },
  });
  // A lead in the pool makes no progress; what the customer said is kept all the same.
  if (lead.status === 'ACTIVE') {
    await logActivity(ctx, { leadId: lead.id, kind: 'SAMPLE_FEEDBACK', performedAt: ctx.now });
  }
  return given;
}

/** Feedback may come for a sample that nobody has marked as delivered or being tested. */
async function walkToFeedback(
  ctx: TxContext,
  locked: LockedSample,
  { feedbackName }: Feedback,
): Promise<LockedSample> {
  const from = locked.sample.status as SampleStatus;
  const withCustomer = from === 'SHIPPED' || from === 'DELIVERED' || from === 'TESTING';
  const steps = withCustomer ? stepsBetween(from, 'FEEDBACK_RECEIVED') : null;
  if (!steps) {
    throw new ConflictError(
      `The sample is ${from}; feedback is given while it is SHIPPED, DELIVERED or TESTING.`,
    );
  }
  let at = locked;
  for (const step of steps) {
    at = await moveSample(ctx, at, step, {
      ...(step === 'DELIVERED' ? { deliveredAt: ctx.now } : {}),
      ...(step === 'FEEDBACK_RECEIVED'
        ? {
            feedbackAt: ctx.now,
            feedbackName: feedbackName?.trim() || null,
            feedbackTokenHash: null,
            feedbackTokenExpiresAt: null,
          }
        : {}),
    });
  }
  return at;
}

function assertItems(known: readonly SampleItem[], given: readonly ItemFeedback[]): void {
  const ids = new Set(known.map(({ id }) => id));
  const problems = given.flatMap(({ itemId }, index) =>
    ids.has(itemId)
      ? []
      : [
          {
            path: `items.${index}.itemId`,
            message: `${JSON.stringify(itemId)} is not in this box, allowed is ${[...ids].join(', ')}`,
          },
        ],
  );
  if (problems.length > 0) throw new ValidationError(problems);
}

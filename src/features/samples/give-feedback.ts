import { z } from 'zod';
import { ConflictError, ValidationError } from '../../domain/errors.js';
import { type SampleStatus, stepsBetween } from '../../domain/sample-transitions.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import type { SampleItem } from '../../platform/db/generated/prisma/client.js';
import { oneOf } from '../../platform/input/one-of.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { idInput, optionalLine, optionalText } from '../../platform/verbs/parse-input.js';
import { logActivity } from '../activities/log-activity.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { isOver } from '../leads/require-protected.js';
import type { LockedSample } from './lock-sample.js';
import { moveSample } from './move-sample.js';
import { settleFeedbackReminder } from './remind-of-feedback.js';

export const SAMPLE_OUTCOMES = ['SUCCESS', 'MIXED', 'FAIL'] as const;
export type SampleOutcome = (typeof SAMPLE_OUTCOMES)[number];

/** Feedback of the customer: on one product at least, the others stay open. */
export const feedbackInput = z.object({
  items: z
    .array(
      z.object({
        itemId: idInput,
        outcome: oneOf(SAMPLE_OUTCOMES),
        rating: z
          .number()
          .refine((value) => Number.isInteger(value) && value >= 1 && value <= 5, {
            error: ({ input }) => `${String(input)} given, allowed are whole numbers from 1 to 5`,
          })
          .nullish()
          .transform((rating) => rating ?? null),
        comment: optionalText(2000),
      }),
    )
    .min(1, 'is empty, allowed is one product or more')
    .refine((items) => new Set(items.map(({ itemId }) => itemId)).size === items.length, {
      error: 'names a product twice, allowed is once',
    }),
  /** Name of the person who gave it. */
  feedbackName: optionalLine(200),
});

export type FeedbackInput = z.input<typeof feedbackInput>;
export type Feedback = z.output<typeof feedbackInput>;

/**
 * Records the feedback of the customer, walks the sample to FEEDBACK_RECEIVED and logs the feedback as an activity of
 * the lead's current owner. A link that was open is used up.
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
  const rows = feedback.items.map(({ itemId: id, ...said }) => ({ id, ...said }));
  await ctx.tx.$executeRaw`
    UPDATE sample_item SET outcome = given.outcome, rating = given.rating, comment = given.comment
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (
      id uuid, outcome text, rating int, comment text)
    WHERE sample_item.id = given.id`;
  await settleFeedbackReminder(ctx, given);
  const { lead, sample } = given;
  await appendAudit(ctx, {
    action: 'giveSampleFeedback',
    entity: 'Sample',
    entityId: sample.id,
    leadId: lead.id,
    after: { ...feedback, items: feedback.items.map((item) => ({ ...item })) },
  });
  const count = (wanted: SampleOutcome) =>
    feedback.items.filter(({ outcome }) => outcome === wanted).length;
  await appendLeadEvent(ctx, 'FEEDBACK_RECEIVED', lead, {
    sampleId: sample.id,
    success: count('SUCCESS'),
    mixed: count('MIXED'),
    fail: count('FAIL'),
  });
  // Protection that is over makes no progress; the feedback is kept nevertheless.
  if (lead.status === 'ACTIVE' && !isOver(lead, ctx.now)) {
    await logActivity(ctx, { leadId: lead.id, kind: 'SAMPLE_FEEDBACK', performedAt: ctx.now });
  }
  return given;
}

/** Feedback may come for a sample that was not marked as delivered or being tested. */
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
      'SAMPLE_STATUS',
    );
  }
  let at = locked;
  for (const step of steps) {
    at = await moveSample(ctx, at, step, {
      ...(step === 'DELIVERED' ? { deliveredAt: ctx.now } : {}),
      ...(step === 'FEEDBACK_RECEIVED'
        ? {
            feedbackAt: ctx.now,
            feedbackName,
            feedbackTokenHash: null,
            feedbackTokenExpiresAt: null,
          }
        : {}),
    });
  }
  return at;
}

function assertItems(known: readonly SampleItem[], given: Feedback['items']): void {
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

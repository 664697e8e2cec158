import { correctActivity } from '../../features/activities/correct-activity.js';
import { logActivity } from '../../features/activities/log-activity.js';
import { voidActivity } from '../../features/activities/void-activity.js';
import { confirmEnd, idempotencyKey, rowField } from '../kit/verb-fields.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { LeadType } from '../leads/types.js';
import { ActivityKindType, ActivityType } from './types.js';

const activityField = rowField(ActivityType, 'The activity as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.activity.findUniqueOrThrow(query)),
);

verbMutation('logActivity', {
  description:
    'Logs an activity with the customer. An activity that counts as progress begins a new window, also in the grace days.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Global id of the lead.' }),
    kind: t.field({ type: ActivityKindType, required: true, description: 'Kind of the activity.' }),
    performedAt: t.field({
      type: 'DateTime',
      description:
        'When the activity took place; now if left out. Neither in the future nor before the lead was assigned.',
    }),
    note: t.string({ maxLength: 10_000, description: 'Free text.' }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { leadId, performedAt, ...input }) => {
    const { activityId } = await logActivity(ctx, {
      ...input,
      leadId: leadId.id,
      ...(performedAt && { performedAt }),
    });
    return { id: activityId };
  },
  payload: (t) => ({ activity: activityField(t) }),
});

verbMutation('correctActivity', {
  description: 'Corrects an activity and recomputes the dates of the lead.',
  input: (t) => ({
    activityId: t.globalID({
      for: ActivityType,
      required: true,
      description: 'Global id of the activity.',
    }),
    kind: t.field({
      type: ActivityKindType,
      description: 'The kind of activity; unchanged if left out.',
    }),
    performedAt: t.field({
      type: 'DateTime',
      description: 'When the activity took place; unchanged if left out.',
    }),
    note: t.string({
      maxLength: 10_000,
      description: 'Free text; unchanged if left out, emptied if null.',
    }),
    expectedVersion: t.int({
      required: true,
      description:
        'Version of the activity as the client read it; the correction is refused if the activity has another one.',
    }),
    confirmEnd: confirmEnd(t),
  }),
  run: async (ctx, { activityId, ...input }) => {
    const corrected = await correctActivity(ctx, { ...input, activityId: activityId.id });
    return { id: corrected.activityId };
  },
  payload: (t) => ({ activity: activityField(t) }),
});

verbMutation('voidActivity', {
  description: 'Declares an activity void: it stays on record but no longer counts.',
  input: (t) => ({
    activityId: t.globalID({
      for: ActivityType,
      required: true,
      description: 'Global id of the activity.',
    }),
    reason: t.string({ required: true, description: 'Reason.' }),
    confirmEnd: confirmEnd(t),
  }),
  run: async (ctx, { activityId, ...input }) => {
    const voided = await voidActivity(ctx, { ...input, activityId: activityId.id });
    return { id: voided.activityId };
  },
  payload: (t) => ({ activity: activityField(t) }),
});

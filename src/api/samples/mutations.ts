import { SYSTEM_ACTOR } from '../../domain/actor.js';
import type { Feedback } from '../../features/samples/give-feedback.js';
import { issueFeedbackLink } from '../../features/samples/issue-feedback-link.js';
import { recordSampleFeedback } from '../../features/samples/record-sample-feedback.js';
import { requestSample } from '../../features/samples/request-sample.js';
import { submitSampleFeedback } from '../../features/samples/submit-sample-feedback.js';
import { transitionSample } from '../../features/samples/transition-sample.js';
import { builder } from '../kit/builder.js';
import { LANGUAGE_OF, LocaleType } from '../kit/locale.js';
import { idempotencyKey, replayedField, rowField } from '../kit/verb-fields.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { ContactType, LeadType } from '../leads/types.js';
import { SampleOutcomeType, SampleStatusType, SampleType } from './types.js';

const sampleField = rowField(SampleType, 'The sample as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.sample.findUniqueOrThrow(query)),
);

const SampleItemInput = builder.inputType('SampleItemInput', {
  description: 'One product in a sample box.',
  fields: (t) => ({
    sku: t.string({ required: true, description: 'Number of the product.' }),
    name: t.string({ required: true, description: 'Name of the product.' }),
    quantity: t.int({ required: true, description: 'How many, at least 1.' }),
  }),
});

verbMutation('requestSample', {
  description: 'Asks for a box of products to be sent to a lead.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'To which lead.' }),
    items: t.field({
      type: [SampleItemInput],
      required: true,
      description: 'What is in the box: 1 to 50 products.',
    }),
    expectedShipAt: t.field({
      type: 'DateTime',
      description: 'By when it should be on its way; after that it is late.',
    }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { leadId, items, expectedShipAt = null, idempotencyKey: key = null }) => {
    const input = { leadId: leadId.id, items, expectedShipAt, idempotencyKey: key };
    const { sampleId, replayed } = await requestSample(ctx, input);
    return { id: sampleId, replayed };
  },
  payload: (t) => ({
    sample: sampleField(t),
    replayed: replayedField(t),
  }),
});

verbMutation('transitionSample', {
  description: 'Moves a sample one step on.',
  input: (t) => ({
    sampleId: t.globalID({ for: SampleType, required: true, description: 'Which sample.' }),
    to: t.field({
      type: SampleStatusType,
      required: true,
      description: 'Where to. FEEDBACK_RECEIVED is reached by giving the feedback.',
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When it was shipped or delivered; now if left out.',
    }),
    trackingCode: t.string({ description: 'Number of the parcel; only with SHIPPED.' }),
    version: t.int({ description: 'Version of the sample as it was seen.' }),
  }),
  run: async (ctx, { sampleId, to, at = null, trackingCode = null, version = null }) => {
    const input = { sampleId: sampleId.id, to, at, trackingCode, version };
    const { id } = await transitionSample(ctx, input);
    return { id };
  },
  payload: (t) => ({ sample: sampleField(t) }),
});

const FeedbackItemInput = builder.inputType('SampleFeedbackItemInput', {
  description: 'What the customer thought of one product.',
  fields: (t) => ({
    itemId: t.id({ required: true, description: 'Id of the item, as the sample gives it.' }),
    outcome: t.field({
      type: SampleOutcomeType,
      required: true,
      description: 'What they thought.',
    }),
    rating: t.int({ description: 'From 1 to 5.' }),
    comment: t.string({ description: 'What they said.' }),
  }),
});

interface FeedbackInput {
  items: readonly (typeof FeedbackItemInput)['$inferInput'][];
  name?: string | null | undefined;
}

function feedbackOf({ items, name = null }: FeedbackInput): Feedback {
  return {
    feedbackName: name,
    items: items.map(({ rating = null, comment = null, ...item }) => ({
      ...item,
      rating,
      comment,
    })),
  };
}

verbMutation('recordSampleFeedback', {
  description: 'Records what a customer told the agent about a sample.',
  input: (t) => ({
    sampleId: t.globalID({ for: SampleType, required: true, description: 'Which sample.' }),
    items: t.field({
      type: [FeedbackItemInput],
      required: true,
      description: 'Product by product.',
    }),
    name: t.string({ description: 'Who said it.' }),
    version: t.int({ description: 'Version of the sample as it was seen.' }),
  }),
  run: async (ctx, { sampleId, version = null, ...feedback }) => {
    const input = { sampleId: sampleId.id, version, ...feedbackOf(feedback) };
    const { id } = await recordSampleFeedback(ctx, input);
    return { id };
  },
  payload: (t) => ({ sample: sampleField(t) }),
});

verbMutation('submitSampleFeedback', {
  description:
    'Takes the feedback of whoever has the link. Nobody is signed in; the link works once.',
  input: (t) => ({
    token: t.string({ required: true, description: 'The secret of the link.' }),
    items: t.field({
      type: [FeedbackItemInput],
      required: true,
      description: 'Product by product.',
    }),
    name: t.string({ description: 'Who says it.' }),
  }),
  run: async ({ db, now, requestId, inputProblems = [] }, { token, ...feedback }) => {
    // There is no actor in the context: whoever has the link need not be signed in.
    const ctx = { db, now, requestId, inputProblems, actor: SYSTEM_ACTOR };
    await submitSampleFeedback(ctx, { token, ...feedbackOf(feedback) });
    return { accepted: true };
  },
  payload: (t) => ({
    accepted: t.exposeBoolean('accepted', { description: 'Always true: thank you.' }),
  }),
});

const FeedbackMailInput = builder.inputType('FeedbackMailInput', {
  description: 'To whom the link is sent.',
  fields: (t) => ({
    contactId: t.globalID({ for: ContactType, required: true, description: 'Which contact.' }),
    locale: t.field({ type: LocaleType, required: true, description: 'In which language.' }),
  }),
});

verbMutation('issueFeedbackLink', {
  description:
    'Makes the secret link to the feedback page of a sample. An earlier link stops working.',
  input: (t) => ({
    sampleId: t.globalID({ for: SampleType, required: true, description: 'Which sample.' }),
    mail: t.field({
      type: FeedbackMailInput,
      description: 'Sends the link to a contact; without it, whoever asked passes it on.',
    }),
  }),
  run: async (ctx, { sampleId, mail }) => {
    const publicUrl = ctx.services.publicUrl ?? '';
    const link = await issueFeedbackLink(ctx, {
      sampleId: sampleId.id,
      mail: mail
        ? { contactId: mail.contactId.id, locale: LANGUAGE_OF[mail.locale], publicUrl }
        : null,
    });
    return { id: link.sampleId, ...link, url: `${publicUrl}${link.path}` };
  },
  payload: (t) => ({
    sample: sampleField(t),
    token: t.exposeString('token', { description: 'The secret; it is told only this once.' }),
    url: t.exposeString('url', { description: 'Address of the feedback page.' }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'Until when the link works.',
      resolve: ({ expiresAt }) => expiresAt,
    }),
  }),
});

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
    quantity: t.int({ required: true, description: 'Quantity, at least 1.' }),
  }),
});

verbMutation('requestSample', {
  description: 'Requests a box of products for a lead.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Global id of the lead.' }),
    items: t.field({
      type: [SampleItemInput],
      required: true,
      description: 'The products in the box, 1 to 50.',
    }),
    expectedShipAt: t.field({
      type: 'DateTime',
      description: 'Deadline for the shipment; later the sample is overdue.',
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
  description: 'Moves a sample on by one step.',
  input: (t) => ({
    sampleId: t.globalID({
      for: SampleType,
      required: true,
      description: 'Global id of the sample.',
    }),
    to: t.field({
      type: SampleStatusType,
      required: true,
      description:
        'The next status. FEEDBACK_RECEIVED is reached by `recordSampleFeedback` or `submitSampleFeedback` only.',
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When the sample was shipped or delivered; now if left out.',
    }),
    trackingCode: t.string({ description: 'Number of the parcel; only with SHIPPED.' }),
    version: t.int({
      description:
        'Version of the sample as the client read it; the change is refused if the sample has another one.',
    }),
  }),
  run: async (ctx, { sampleId, to, at = null, trackingCode = null, version = null }) => {
    const input = { sampleId: sampleId.id, to, at, trackingCode, version };
    const { id } = await transitionSample(ctx, input);
    return { id };
  },
  payload: (t) => ({ sample: sampleField(t) }),
});

const FeedbackItemInput = builder.inputType('SampleFeedbackItemInput', {
  description: 'Feedback of the customer on one product.',
  fields: (t) => ({
    itemId: t.id({ required: true, description: 'Id of the item, from `Sample.items`.' }),
    outcome: t.field({
      type: SampleOutcomeType,
      required: true,
      description: 'Verdict of the customer.',
    }),
    rating: t.int({ description: 'Rating from 1 to 5.' }),
    comment: t.string({ description: 'Comment of the customer.' }),
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
  description: 'Records the feedback that a customer gave to the agent.',
  input: (t) => ({
    sampleId: t.globalID({
      for: SampleType,
      required: true,
      description: 'Global id of the sample.',
    }),
    items: t.field({
      type: [FeedbackItemInput],
      required: true,
      description: 'Feedback on each product.',
    }),
    name: t.string({ description: 'Name of the person who gave the feedback.' }),
    version: t.int({
      description:
        'Version of the sample as the client read it; the change is refused if the sample has another one.',
    }),
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
    'Submits the feedback of a customer by the secret of a link, without sign-in. The link works once.',
  input: (t) => ({
    token: t.string({ required: true, description: 'The secret of the link.' }),
    items: t.field({
      type: [FeedbackItemInput],
      required: true,
      description: 'Feedback on each product.',
    }),
    name: t.string({ description: 'Name of the person who gives the feedback.' }),
  }),
  run: async ({ db, now, requestId, inputProblems = [] }, { token, ...feedback }) => {
    // There is no actor in the context: the holder of the link need not be signed in.
    const ctx = { db, now, requestId, inputProblems, actor: SYSTEM_ACTOR };
    await submitSampleFeedback(ctx, { token, ...feedbackOf(feedback) });
    return { accepted: true };
  },
  payload: (t) => ({
    accepted: t.exposeBoolean('accepted', { description: 'Always true.' }),
  }),
});

const FeedbackMailInput = builder.inputType('FeedbackMailInput', {
  description: 'The contact that the link is sent to.',
  fields: (t) => ({
    contactId: t.globalID({
      for: ContactType,
      required: true,
      description: 'Global id of the contact.',
    }),
    locale: t.field({ type: LocaleType, required: true, description: 'Language of the texts.' }),
  }),
});

verbMutation('issueFeedbackLink', {
  description:
    'Issues a secret link to the feedback page of a sample. An earlier link stops working.',
  input: (t) => ({
    sampleId: t.globalID({
      for: SampleType,
      required: true,
      description: 'Global id of the sample.',
    }),
    mail: t.field({
      type: FeedbackMailInput,
      description:
        'The contact to send the link to by mail; if left out, the caller passes the link on.',
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
    token: t.exposeString('token', { description: 'Secret of the link; returned this once only.' }),
    url: t.exposeString('url', { description: 'Address of the feedback page.' }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When the link expires.',
      resolve: ({ expiresAt }) => expiresAt,
    }),
  }),
});

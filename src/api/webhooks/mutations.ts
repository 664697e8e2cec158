import { type CreatedWebhook, createWebhook } from '../../features/webhooks/create-webhook.js';
import { deleteWebhook } from '../../features/webhooks/delete-webhook.js';
import { pauseWebhook } from '../../features/webhooks/pause-webhook.js';
import { replayWebhook } from '../../features/webhooks/replay-webhook.js';
import { resumeWebhook } from '../../features/webhooks/resume-webhook.js';
import { retryWebhookDelivery } from '../../features/webhooks/retry-webhook-delivery.js';
import { rotateWebhookSecret } from '../../features/webhooks/rotate-webhook-secret.js';
import { testWebhook } from '../../features/webhooks/test-webhook.js';
import { updateWebhook } from '../../features/webhooks/update-webhook.js';
import { EventTypeType } from '../events/types.js';
import type { GraphQLContext } from '../kit/context.js';
import { idempotencyKey, replayedField, rowField } from '../kit/verb-fields.js';
import { type InputBuilder, verbMutation } from '../kit/verb-mutation.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';
import { WebhookDeliveryType } from './deliveries.js';
import { WebhookType } from './types.js';

const webhookIdField = (t: InputBuilder) =>
  t.globalID({ for: WebhookType, required: true, description: 'Which endpoint.' });

const urlDescription =
  'Where events are sent: an https address in the internet, on port 443, 80, or 1024 and above, without a user name. Others only if WEBHOOK_ALLOWED_NETWORKS has them.';

const webhookField = rowField(WebhookType, 'The endpoint as it is now.', (ctx, query) =>
  ctx.reads.read((tx) => tx.webhook.findUniqueOrThrow(query)),
);

const deliveryField = rowField(WebhookDeliveryType, 'The delivery as it is now.', (ctx, query) =>
  ctx.reads.read((tx) => tx.webhookDelivery.findUniqueOrThrow(query)),
);

/** There may be something to send now. */
async function thenKick<T>(ctx: GraphQLContext, done: Promise<T>): Promise<T> {
  const result = await done;
  ctx.services.kickWebhooks();
  return result;
}

verbMutation('createWebhook', {
  description:
    'Makes an endpoint that is sent what its user may see, signed by Standard Webhooks; docs/webhooks.md tells how to receive it.',
  input: (t) => ({
    userId: t.globalID({
      for: UserType,
      required: true,
      description:
        'Whose eyes it sees with: it is sent exactly what a subscription of theirs is told.',
    }),
    name: t.string({ required: true, maxLength: 100, description: 'What it is for.' }),
    url: t.string({ required: true, maxLength: 2_000, description: urlDescription }),
    types: t.field({
      type: [EventTypeType],
      description: 'Only these types of events; all if left out.',
    }),
    leadId: t.globalID({ for: LeadType, description: 'Only what is about this lead.' }),
    after: t.field({
      type: 'Cursor',
      description: 'Begin behind this cursor; with what happens from now on, if left out.',
    }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: (ctx, { userId, leadId, ...input }): Promise<CreatedWebhook> =>
    thenKick(
      ctx,
      createWebhook(ctx, { ...input, userId: userId.id, leadId: leadId?.id ?? null }, ctx.services),
    ),
  payload: (t) => ({
    secret: t.exposeString('secret', {
      nullable: true,
      description:
        'What deliveries are signed with, `whsec_…`. It is told this once; null when the idempotency key was known.',
    }),
    webhook: webhookField(t),
    replayed: replayedField(t),
  }),
});

verbMutation('updateWebhook', {
  description: 'Changes an endpoint. What it was not sent yet goes by what is new.',
  input: (t) => ({
    webhookId: webhookIdField(t),
    expectedVersion: t.int({ description: 'Refuse if it has another version by now.' }),
    name: t.string({ maxLength: 100, description: 'What it is for.' }),
    url: t.string({ maxLength: 2_000, description: urlDescription }),
    types: t.field({
      type: [EventTypeType],
      description: 'Only these types of events; null for all.',
    }),
    leadId: t.globalID({
      for: LeadType,
      description: 'Only what is about this lead; null for any.',
    }),
  }),
  run: (ctx, { webhookId, leadId, ...input }) =>
    updateWebhook(
      ctx,
      {
        ...input,
        webhookId: webhookId.id,
        ...(leadId === undefined ? {} : { leadId: leadId?.id ?? null }),
      },
      ctx.services,
    ),
  payload: (t) => ({ webhook: webhookField(t) }),
});

verbMutation('rotateWebhookSecret', {
  description:
    'Gives an endpoint a new secret. Until the overlap is over, each delivery carries a signature by the old one too.',
  input: (t) => ({
    webhookId: webhookIdField(t),
    overlapHours: t.int({
      description: 'For how long the old secret goes on: 0 to 168 hours, 24 if left out.',
    }),
  }),
  run: (ctx, { webhookId, overlapHours }) =>
    rotateWebhookSecret(ctx, { webhookId: webhookId.id, overlapHours }, ctx.services),
  payload: (t) => ({
    secret: t.exposeString('secret', { description: 'The new secret. It is told this once.' }),
    webhook: webhookField(t),
  }),
});

verbMutation('replayWebhook', {
  description:
    'Sends an endpoint again what follows a cursor, each event under the `webhook-id` that it had. A cursor further on than the endpoint skips what lies between.',
  input: (t) => ({
    webhookId: webhookIdField(t),
    after: t.field({
      type: 'Cursor',
      required: true,
      description: 'Cursor of an event, a delivery or a page of the log.',
    }),
  }),
  run: (ctx, { webhookId, after }) =>
    thenKick(ctx, replayWebhook(ctx, { webhookId: webhookId.id, after }, ctx.services)),
  payload: (t) => ({ webhook: webhookField(t) }),
});

const VERBS = {
  pauseWebhook: {
    verb: pauseWebhook,
    description: 'Stops an endpoint: only tests are sent to it. It keeps its place.',
  },
  resumeWebhook: {
    verb: resumeWebhook,
    description:
      'Goes on with an endpoint that was paused or disabled, at once and where it stopped.',
  },
} as const;

for (const [name, { verb, description }] of Object.entries(VERBS)) {
  verbMutation(name, {
    description,
    input: (t) => ({ webhookId: webhookIdField(t) }),
    run: (ctx, { webhookId }) => thenKick(ctx, verb(ctx, { webhookId: webhookId.id })),
    payload: (t) => ({ webhook: webhookField(t) }),
  });
}

verbMutation('deleteWebhook', {
  description: 'Ends an endpoint for good, with its secrets and its delivery log.',
  input: (t) => ({ webhookId: webhookIdField(t) }),
  run: (ctx, { webhookId }) => deleteWebhook(ctx, { webhookId: webhookId.id }),
  payload: (t) => ({
    webhookId: t.globalID({
      description: 'Global id of what was deleted.',
      resolve: ({ id }) => ({ type: 'Webhook', id }),
    }),
  }),
});

verbMutation('testWebhook', {
  description:
    'Sends a `ping` to an endpoint, once, also to one that is paused. Look at the delivery for what came of it.',
  input: (t) => ({ webhookId: webhookIdField(t) }),
  run: (ctx, { webhookId }) => thenKick(ctx, testWebhook(ctx, { webhookId: webhookId.id })),
  payload: (t) => ({ delivery: deliveryField(t) }),
});

verbMutation('retryWebhookDelivery', {
  description:
    'Sends a dead letter again, with all its attempts before it, beside the order of the log.',
  input: (t) => ({
    deliveryId: t.globalID({
      for: WebhookDeliveryType,
      required: true,
      description: 'Which delivery.',
    }),
  }),
  run: (ctx, { deliveryId }) =>
    thenKick(ctx, retryWebhookDelivery(ctx, { deliveryId: deliveryId.id })),
  payload: (t) => ({ delivery: deliveryField(t) }),
});

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
  t.globalID({ for: WebhookType, required: true, description: 'Global id of the endpoint.' });

const urlDescription =
  'Address that events are sent to: an https address in the internet, on port 443, 80, or 1024 and above, without a user name. Other addresses only if WEBHOOK_ALLOWED_NETWORKS has them.';

const webhookField = rowField(WebhookType, 'The endpoint as it is now.', (ctx, query) =>
  ctx.reads.read((tx) => tx.webhook.findUniqueOrThrow(query)),
);

const deliveryField = rowField(WebhookDeliveryType, 'The delivery as it is now.', (ctx, query) =>
  ctx.reads.read((tx) => tx.webhookDelivery.findUniqueOrThrow(query)),
);

/** Wakes the sender: there may be a delivery to send. */
async function thenKick<T>(ctx: GraphQLContext, done: Promise<T>): Promise<T> {
  const result = await done;
  ctx.services.kickWebhooks();
  return result;
}

verbMutation('createWebhook', {
  description:
    'Creates an endpoint that gets the events its user may see, signed by Standard Webhooks; docs/webhooks.md explains how to receive them.',
  input: (t) => ({
    userId: t.globalID({
      for: UserType,
      required: true,
      description:
        'The user whose sight the endpoint has: it gets exactly the events of a subscription of that user.',
    }),
    name: t.string({
      required: true,
      maxLength: 100,
      description: 'Name of the endpoint, as its purpose.',
    }),
    url: t.string({ required: true, maxLength: 2_000, description: urlDescription }),
    types: t.field({
      type: [EventTypeType],
      description: 'Only these types of events; all if left out.',
    }),
    leadId: t.globalID({ for: LeadType, description: 'Only events of this lead.' }),
    after: t.field({
      type: 'Cursor',
      description: 'Begin with the events after this cursor; with the next event if left out.',
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
        'Secret that deliveries are signed with, `whsec_…`. Returned this once only; null if the idempotency key was known.',
    }),
    webhook: webhookField(t),
    replayed: replayedField(t),
  }),
});

verbMutation('updateWebhook', {
  description: 'Changes an endpoint. Events not yet sent follow the new values.',
  input: (t) => ({
    webhookId: webhookIdField(t),
    expectedVersion: t.int({
      description:
        'Version of the endpoint as the client read it; the change is refused if the endpoint has another one.',
    }),
    name: t.string({ maxLength: 100, description: 'Name of the endpoint, as its purpose.' }),
    url: t.string({ maxLength: 2_000, description: urlDescription }),
    types: t.field({
      type: [EventTypeType],
      description: 'Only these types of events; null for all.',
    }),
    leadId: t.globalID({
      for: LeadType,
      description: 'Only events of this lead; null for all events.',
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
    'Gives an endpoint a new secret. Until the overlap ends, each delivery carries a signature by the old secret too.',
  input: (t) => ({
    webhookId: webhookIdField(t),
    overlapHours: t.int({
      description:
        'Hours for which deliveries are signed by the old secret too: 0 to 168; 24 if left out.',
    }),
  }),
  run: (ctx, { webhookId, overlapHours }) =>
    rotateWebhookSecret(ctx, { webhookId: webhookId.id, overlapHours }, ctx.services),
  payload: (t) => ({
    secret: t.exposeString('secret', { description: 'The new secret. Returned this once only.' }),
    webhook: webhookField(t),
  }),
});

verbMutation('replayWebhook', {
  description:
    'Sends the events after a cursor to an endpoint again, each under the `webhook-id` that it had. A cursor ahead of the endpoint skips the events in between.',
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
    description: 'Pauses an endpoint: only tests are sent to it. It keeps its position in the log.',
  },
  resumeWebhook: {
    verb: resumeWebhook,
    description:
      'Resumes an endpoint that was paused or disabled, at once and from its position in the log.',
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
  description: 'Deletes an endpoint for good, with its secrets and its delivery log.',
  input: (t) => ({ webhookId: webhookIdField(t) }),
  run: (ctx, { webhookId }) => deleteWebhook(ctx, { webhookId: webhookId.id }),
  payload: (t) => ({
    webhookId: t.globalID({
      description: 'Global id of the deleted endpoint.',
      resolve: ({ id }) => ({ type: 'Webhook', id }),
    }),
  }),
});

verbMutation('testWebhook', {
  description:
    'Sends a `ping` to an endpoint, once, also to a paused one. The delivery shows the outcome.',
  input: (t) => ({ webhookId: webhookIdField(t) }),
  run: (ctx, { webhookId }) => thenKick(ctx, testWebhook(ctx, { webhookId: webhookId.id })),
  payload: (t) => ({ delivery: deliveryField(t) }),
});

verbMutation('retryWebhookDelivery', {
  description:
    'Sends a dead letter again, with its full number of attempts, beside the order of the log.',
  input: (t) => ({
    deliveryId: t.globalID({
      for: WebhookDeliveryType,
      required: true,
      description: 'The delivery.',
    }),
  }),
  run: (ctx, { deliveryId }) =>
    thenKick(ctx, retryWebhookDelivery(ctx, { deliveryId: deliveryId.id })),
  payload: (t) => ({ delivery: deliveryField(t) }),
});

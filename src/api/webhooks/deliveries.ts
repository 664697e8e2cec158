import { visibleDeliveries } from '../../features/webhooks/visible-webhooks.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { WebhookType } from './types.js';

const WebhookDeliveryStatusType = codeType('WebhookDeliveryStatus', 'Status of a delivery.', {
  PENDING: 'It is being sent, or waits for its next attempt.',
  DELIVERED: 'The endpoint answered 2xx.',
  DEAD: 'It was given up after too many attempts.',
  CANCELLED:
    'It is not sent: the endpoint was moved past it, or its user may no longer see the event.',
});
type WebhookDeliveryStatus = (typeof WebhookDeliveryStatusType)['$inferType'];

builder.prismaObject('WebhookAttempt', {
  description: 'One attempt of a delivery.',
  fields: (t) => ({
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it was sent.' }),
    durationMs: t.exposeInt('durationMs', {
      description: 'Duration until the answer or the failure, in milliseconds.',
    }),
    statusCode: t.exposeInt('statusCode', {
      nullable: true,
      description: 'The HTTP status of the answer; null if there was none.',
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'Error of the attempt; null if it succeeded.',
    }),
    response: t.exposeString('response', {
      nullable: true,
      description: 'First 500 bytes of the body of the answer; null if there was none.',
    }),
  }),
});

export const WebhookDeliveryType = builder.prismaNode('WebhookDelivery', {
  id: { field: 'id', description: 'Global id.' },
  description: 'The delivery of one event, or of a test, to an endpoint, with all its attempts.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleDeliveries(ctx.actor)] }),
  fields: (t) => ({
    webhook: t.relation('webhook', { description: 'The endpoint.' }),
    type: t.exposeString('type', { description: 'Type of the event; `ping` for a test.' }),
    eventId: t.exposeID('eventId', {
      nullable: true,
      description: 'Id of the event; null for a test.',
    }),
    cursor: t.field({
      type: 'Cursor',
      nullable: true,
      description:
        'Position of the event in the log; a replay after it sends the events that follow.',
      select: { position: true, webhook: { select: { epoch: true } } },
      resolve: ({ position, webhook: { epoch } }, _args, { services, actor }) => {
        if (position === null) return null;
        return cursorsOf(services.keyRing).of({ epoch, position: Number(position) }, actor);
      },
    }),
    messageId: t.exposeString('messageId', {
      description: 'The header `webhook-id`, the same at every attempt.',
    }),
    status: t.field({
      type: WebhookDeliveryStatusType,
      description: 'Status of the delivery.',
      select: { status: true },
      resolve: ({ status }) => status as WebhookDeliveryStatus,
    }),
    attempts: t.exposeInt('attempts', {
      description: 'Number of attempts since the delivery was last begun.',
    }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the next attempt is due; null once it is settled.',
      select: { status: true, nextAttemptAt: true },
      resolve: ({ status, nextAttemptAt }) => (status === 'PENDING' ? nextAttemptAt : null),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was begun.' }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was delivered or given up; null while it waits.',
    }),
    attemptLog: t.relation('attemptLog', {
      description: 'All attempts, the earliest first.',
      query: { orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] },
    }),
  }),
});

export const WebhookDeliveryConnection = builder.connectionObject(
  {
    type: WebhookDeliveryType,
    name: 'WebhookDeliveryConnection',
    description: 'A page of deliveries.',
  },
  { name: 'WebhookDeliveryEdge', description: 'A delivery in a page.' },
);

export const WebhookDeliveryFilter = builder.inputType('WebhookDeliveryFilter', {
  description: 'Criteria for deliveries; a criterion that is left out does not restrict.',
  fields: (t) => ({
    webhookId: t.globalID({ for: WebhookType, description: 'To this endpoint.' }),
    status: t.field({ type: [WebhookDeliveryStatusType], description: 'Any of these statuses.' }),
  }),
});

import { visibleDeliveries } from '../../features/webhooks/visible-webhooks.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { WebhookType } from './types.js';

const WebhookDeliveryStatusType = codeType('WebhookDeliveryStatus', 'What became of a delivery.', {
  PENDING: 'It is tried, or waits to be tried again.',
  DELIVERED: 'The endpoint took it: it answered 2xx.',
  DEAD: 'It was tried too often.',
  CANCELLED: 'It is not sent: the endpoint was moved on, or may not be told any more.',
});
type WebhookDeliveryStatus = (typeof WebhookDeliveryStatusType)['$inferType'];

builder.prismaObject('WebhookAttempt', {
  description: 'What came of sending a delivery once.',
  fields: (t) => ({
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it was sent.' }),
    durationMs: t.exposeInt('durationMs', {
      description: 'Milliseconds until it was answered or given up.',
    }),
    statusCode: t.exposeInt('statusCode', {
      nullable: true,
      description: 'The HTTP status of the answer; null if there was none.',
    }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'Why it does not count as delivered; null if it does.',
    }),
    response: t.exposeString('response', {
      nullable: true,
      description: 'How the body of the answer begins: its first 500 bytes.',
    }),
  }),
});

export const WebhookDeliveryType = builder.prismaNode('WebhookDelivery', {
  id: { field: 'id', description: 'Global id.' },
  description: 'An event for an endpoint, however often it is tried; or a test.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleDeliveries(ctx.actor)] }),
  fields: (t) => ({
    webhook: t.relation('webhook', { description: 'Which endpoint.' }),
    type: t.exposeString('type', { description: 'Type of the event; `ping` for a test.' }),
    eventId: t.exposeID('eventId', {
      nullable: true,
      description: 'Id of the event; null for a test.',
    }),
    cursor: t.field({
      type: 'Cursor',
      nullable: true,
      description: 'Place of the event in the log: replaying after it sends what follows.',
      select: { position: true, webhook: { select: { epoch: true } } },
      resolve: ({ position, webhook: { epoch } }, _args, { services, actor }) => {
        if (position === null) return null;
        return cursorsOf(services.keyRing).of({ epoch, position: Number(position) }, actor);
      },
    }),
    messageId: t.exposeString('messageId', {
      description: 'What is sent as `webhook-id`: the same at every attempt.',
    }),
    status: t.field({
      type: WebhookDeliveryStatusType,
      description: 'What became of it.',
      select: { status: true },
      resolve: ({ status }) => status as WebhookDeliveryStatus,
    }),
    attempts: t.exposeInt('attempts', {
      description: 'How often it was tried since it was last begun.',
    }),
    nextAttemptAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it is tried next; null when it is settled.',
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
      description: 'Every attempt, the first one first.',
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
  description: 'Which deliveries; what is left out does not restrict.',
  fields: (t) => ({
    webhookId: t.globalID({ for: WebhookType, description: 'To this endpoint.' }),
    status: t.field({ type: [WebhookDeliveryStatusType], description: 'Any of these.' }),
  }),
});

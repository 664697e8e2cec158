import type { EventType } from '../../domain/events.js';
import type { DisabledReason } from '../../features/webhooks/disable-webhook.js';
import { visibleWebhooks } from '../../features/webhooks/visible-webhooks.js';
import { cursorsOf } from '../../platform/events/cursor.js';
import { EventTypeType } from '../events/types.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

const WebhookStatusType = codeType('WebhookStatus', 'Status of an endpoint.', {
  ACTIVE: 'Events are sent to it.',
  PAUSED: 'It was paused by hand; it keeps its position in the log.',
  DISABLED: 'The system disabled it; it keeps its position in the log.',
});
type WebhookStatus = (typeof WebhookStatusType)['$inferType'];

const DisabledReasonType = codeType<DisabledReason>(
  'WebhookDisabledReason',
  'Reason for which the system disabled an endpoint.',
  {
    GONE: 'It answered 410 Gone.',
    USER_INACTIVE: 'Its user is not active any more.',
    CURSOR_EXPIRED: 'Its next event is no longer in the event log.',
  },
);

export const WebhookType = builder.prismaNode('Webhook', {
  id: { field: 'id', description: 'Global id.' },
  description: 'An endpoint, which gets the events that its user may see, in the order of the log.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleWebhooks(ctx.actor)] }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the endpoint, as its purpose.' }),
    url: t.exposeString('url', { description: 'Address that events are sent to.' }),
    user: t.field({
      type: UserType,
      nullable: true,
      description: 'The user whose sight the endpoint has.',
      select: { userId: true },
      resolve: ({ userId }, _args, ctx, info) => resolveUser(ctx, info, userId),
    }),
    types: t.field({
      type: [EventTypeType],
      nullable: true,
      description: 'Only events of these types are sent; null for all types.',
      select: { types: true },
      resolve: ({ types }) => (types.length > 0 ? (types as EventType[]) : null),
    }),
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'Only events of this lead are sent; null for all events.',
      select: { leadId: true },
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    status: t.field({
      type: WebhookStatusType,
      description: 'Status of the endpoint.',
      select: { status: true },
      resolve: ({ status }) => status as WebhookStatus,
    }),
    disabledReason: t.field({
      type: DisabledReasonType,
      nullable: true,
      description: 'Reason for which the system disabled it; null if it did not.',
      select: { disabledReason: true },
      resolve: ({ disabledReason }) => disabledReason as DisabledReason | null,
    }),
    cursor: t.field({
      type: 'Cursor',
      description:
        'Cursor up to which all events were delivered, given up, or not meant for the endpoint.',
      select: { epoch: true, position: true },
      resolve: ({ epoch, position }, _args, { services, actor }) =>
        cursorsOf(services.keyRing).of({ epoch, position: Number(position) }, actor),
    }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      description:
        'Earliest next attempt of the next event in order; in the past unless an attempt failed.',
    }),
    oldSecretUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When deliveries stop being signed by the old secret too; null if there is no overlap.',
      select: { secrets: { select: { expiresAt: true } } },
      resolve: ({ secrets }, _args, { now }) => latestOf(secrets, now),
    }),
    version: t.exposeInt('version', {
      description:
        'Grows with every change; `updateWebhook` takes it, so that no other change is overwritten.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    createdBy: t.field({
      type: UserType,
      nullable: true,
      description: 'The user who created it; null for the system itself.',
      select: { createdById: true },
      resolve: ({ createdById }, _args, ctx, info) => resolveUser(ctx, info, createdById),
    }),
  }),
});

function latestOf(secrets: readonly { expiresAt: Date | null }[], now: Date): Date | null {
  const ends = secrets.flatMap(({ expiresAt }) => (expiresAt && expiresAt > now ? expiresAt : []));
  return ends.length === 0 ? null : new Date(Math.max(...ends.map(Number)));
}

export const WebhookConnection = builder.connectionObject(
  { type: WebhookType, name: 'WebhookConnection', description: 'A page of endpoints.' },
  { name: 'WebhookEdge', description: 'An endpoint in a page.' },
);

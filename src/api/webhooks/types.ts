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

const WebhookStatusType = codeType('WebhookStatus', 'Whether an endpoint is sent anything.', {
  ACTIVE: 'It is sent what happens.',
  PAUSED: 'Somebody stopped it; it keeps its place.',
  DISABLED: 'The system stopped it; it keeps its place.',
});
type WebhookStatus = (typeof WebhookStatusType)['$inferType'];

const DisabledReasonType = codeType<DisabledReason>(
  'WebhookDisabledReason',
  'Why the system stopped an endpoint.',
  {
    GONE: 'It answered 410: it wants to hear nothing any more.',
    USER_INACTIVE: 'Its user is not active any more.',
    CURSOR_EXPIRED: 'What comes next is no longer in the event log.',
  },
);

export const WebhookType = builder.prismaNode('Webhook', {
  id: { field: 'id', description: 'Global id.' },
  description: 'An endpoint that is sent the events that its user may see, in their order.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleWebhooks(ctx.actor)] }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is for.' }),
    url: t.exposeString('url', { description: 'Where events are sent.' }),
    user: t.field({
      type: UserType,
      nullable: true,
      description: 'Whose eyes it sees with.',
      select: { userId: true },
      resolve: ({ userId }, _args, ctx, info) => resolveUser(ctx, info, userId),
    }),
    types: t.field({
      type: [EventTypeType],
      nullable: true,
      description: 'Only these types of events; null is all.',
      select: { types: true },
      resolve: ({ types }) => (types.length > 0 ? (types as EventType[]) : null),
    }),
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'Only what is about this lead; null is any.',
      select: { leadId: true },
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    status: t.field({
      type: WebhookStatusType,
      description: 'Whether it is sent anything.',
      select: { status: true },
      resolve: ({ status }) => status as WebhookStatus,
    }),
    disabledReason: t.field({
      type: DisabledReasonType,
      nullable: true,
      description: 'Why the system stopped it; null if it did not.',
      select: { disabledReason: true },
      resolve: ({ disabledReason }) => disabledReason as DisabledReason | null,
    }),
    cursor: t.field({
      type: 'Cursor',
      description: 'Everything up to here was delivered, given up, or not for it.',
      select: { epoch: true, position: true },
      resolve: ({ epoch, position }, _args, { services, actor }) =>
        cursorsOf(services.keyRing).of({ epoch, position: Number(position) }, actor),
    }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      description: 'The next event in order is not tried before; in the past unless one failed.',
    }),
    oldSecretUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'Until when deliveries are signed with an older secret too; null if they are not.',
      select: { secrets: { select: { expiresAt: true } } },
      resolve: ({ secrets }, _args, { now }) => latestOf(secrets, now),
    }),
    version: t.exposeInt('version', {
      description: 'Grows with every change; `updateWebhook` may name it.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    createdBy: t.field({
      type: UserType,
      nullable: true,
      description: 'Who made it; null for the system itself.',
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

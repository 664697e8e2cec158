import { visibleDeliveries, visibleWebhooks } from '../../features/webhooks/visible-webhooks.js';
import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { UserType } from '../users/types.js';
import { WebhookDeliveryConnection, WebhookDeliveryFilter } from './deliveries.js';
import { WebhookConnection } from './types.js';

const LATEST_FIRST = {
  column: 'createdAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.queryField('webhooks', (t) =>
  t.field({
    type: WebhookConnection,
    description: 'The endpoints, the latest first; for admins and auditors.',
    args: {
      ...pageArgs,
      userId: t.arg.globalID({
        for: UserType,
        description: 'Only endpoints with the sight of this user.',
      }),
    },
    resolve: (_root, { userId, ...args }, ctx, info) =>
      readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        { AND: [visibleWebhooks(ctx.actor), userId ? { userId: userId.id } : {}] },
        (query) => ctx.reads.read((tx) => tx.webhook.findMany(query)),
      ),
  }),
);

builder.queryField('webhookDeliveries', (t) =>
  t.field({
    type: WebhookDeliveryConnection,
    description:
      'The deliveries to endpoints, the latest first, kept for `webhook.retentionDays`; for admins and auditors.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: WebhookDeliveryFilter, description: 'Filter of the list.' }),
    },
    resolve: (_root, args, ctx, info) => {
      const { webhookId, status } = args.filter ?? {};
      return readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        {
          AND: [
            visibleDeliveries(ctx.actor),
            webhookId ? { webhookId: webhookId.id } : {},
            status ? { status: { in: status } } : {},
          ],
        },
        (query) => ctx.reads.read((tx) => tx.webhookDelivery.findMany(query)),
      );
    },
  }),
);

import { visibleEmails } from '../../features/mail/queries.js';
import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { OutboxEmailConnection, OutboxEmailFilter } from './types.js';

const LATEST_FIRST = {
  column: 'createdAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.queryField('outboxEmails', (t) =>
  t.field({
    type: OutboxEmailConnection,
    description: 'The mails, the latest first; for admins and auditors.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: OutboxEmailFilter, description: 'Filter of the list.' }),
    },
    resolve: (_root, args, ctx, info) => {
      const { status, template, recipient, leadId } = args.filter ?? {};
      return readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        {
          AND: [
            visibleEmails(ctx.actor),
            status ? { status: { in: status } } : {},
            template ? { template } : {},
            recipient ? { recipient } : {},
            leadId ? { leadId: leadId.id } : {},
          ],
        },
        (query) => ctx.reads.read((tx) => tx.outboxEmail.findMany(query)),
      );
    },
  }),
);

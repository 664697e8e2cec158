import { unendedAt } from '../../features/holds/unended.js';
import { throughLead } from '../../features/leads/through-lead.js';
import { builder } from '../kit/builder.js';
import { forwardedLead } from '../kit/forwarded-lead.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import { HOLD_ORDERS, HoldConnection, HoldFilter, HoldOrder } from './types.js';

builder.queryField('holds', (t) =>
  t.field({
    type: HoldConnection,
    description:
      'The holds of the leads that the actor may see, the latest first unless `orderBy` says otherwise.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: HoldFilter, description: 'Filter of the list.' }),
      orderBy: t.arg({
        type: HoldOrder,
        description: 'Order of the list; the latest first if left out.',
      }),
    },
    resolve: async (_root, args, ctx, info) => {
      const filter = args.filter ?? {};
      const { leadId, reason, running, endsByItself, startedFrom, startedBefore } = filter;
      const runs = {
        voidedAt: null,
        startAt: { lte: ctx.now },
        ...unendedAt(ctx.now),
      };
      const bounded = { voidedAt: null, endAt: null, endsBy: { not: null, gt: ctx.now } };
      return readConnection(
        { ctx, info, args, key: HOLD_ORDERS[args.orderBy ?? 'LATEST_FIRST'] },
        {
          AND: [
            throughLead(ctx.actor),
            leadId ? { leadId: await forwardedLead(ctx.reads, leadId.id) } : {},
            reason ? { reason: { in: reason } } : {},
            running == null ? {} : running ? runs : { NOT: runs },
            endsByItself == null ? {} : endsByItself ? bounded : { NOT: bounded },
            startedFrom ? { startAt: { gte: startedFrom } } : {},
            startedBefore ? { startAt: { lt: startedBefore } } : {},
          ],
        },
        (query) => ctx.reads.read((tx) => tx.hold.findMany(query)),
      );
    },
  }),
);

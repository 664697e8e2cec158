import { unendedAt } from '../../features/holds/unended.js';
import { throughLead } from '../../features/leads/through-lead.js';
import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import { HoldConnection, HoldFilter, LATEST_FIRST } from './types.js';

builder.queryField('holds', (t) =>
  t.field({
    type: HoldConnection,
    description: 'The holds of the leads that the actor may see, the latest first.',
    args: { ...pageArgs, filter: t.arg({ type: HoldFilter, description: 'Filter of the list.' }) },
    resolve: (_root, args, ctx, info) => {
      const { leadId, reason, running, startedFrom, startedBefore } = args.filter ?? {};
      const runs = {
        voidedAt: null,
        startAt: { lte: ctx.now },
        ...unendedAt(ctx.now),
      };
      return readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        {
          AND: [
            throughLead(ctx.actor),
            leadId ? { leadId: leadId.id } : {},
            reason ? { reason: { in: reason } } : {},
            running == null ? {} : running ? runs : { NOT: runs },
            startedFrom ? { startAt: { gte: startedFrom } } : {},
            startedBefore ? { startAt: { lt: startedBefore } } : {},
          ],
        },
        (query) => ctx.reads.read((tx) => tx.hold.findMany(query)),
      );
    },
  }),
);

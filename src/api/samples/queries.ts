import { throughLead } from '../../features/leads/through-lead.js';
import { builder } from '../kit/builder.js';
import { forwardedLead } from '../kit/forwarded-lead.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import { LATEST_FIRST, SampleConnection, SampleFilter } from './types.js';

builder.queryField('samples', (t) =>
  t.field({
    type: SampleConnection,
    description: 'The samples for the leads that the actor may see, the latest first.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: SampleFilter, description: 'Filter of the list.' }),
    },
    resolve: async (_root, args, ctx, info) => {
      const { leadId, status, requestedFrom, requestedBefore } = args.filter ?? {};
      return readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        {
          AND: [
            throughLead(ctx.actor),
            leadId ? { leadId: await forwardedLead(ctx.reads, leadId.id) } : {},
            status ? { status: { in: status } } : {},
            requestedFrom ? { createdAt: { gte: requestedFrom } } : {},
            requestedBefore ? { createdAt: { lt: requestedBefore } } : {},
          ],
        },
        (query) => ctx.reads.read((tx) => tx.sample.findMany(query)),
      );
    },
  }),
);

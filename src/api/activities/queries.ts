import { throughLead } from '../../features/leads/through-lead.js';
import { builder } from '../kit/builder.js';
import { forwardedLead } from '../kit/forwarded-lead.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import { byUser } from '../users/by-user.js';
import { ActivityConnection, ActivityFilter, LATEST_FIRST } from './types.js';

builder.queryField('activities', (t) =>
  t.field({
    type: ActivityConnection,
    description: 'The activities with the leads that the actor may see, the latest first.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: ActivityFilter, description: 'Filter of the list.' }),
    },
    resolve: async (_root, args, ctx, info) => {
      const { leadId, authorId, kind, performedFrom, performedBefore, voided } = args.filter ?? {};
      return readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        {
          AND: [
            throughLead(ctx.actor),
            leadId ? { leadId: await forwardedLead(ctx.reads, leadId.id) } : {},
            byUser(ctx.actor, 'authorId', authorId),
            kind ? { kind: { in: kind } } : {},
            performedFrom ? { performedAt: { gte: performedFrom } } : {},
            performedBefore ? { performedAt: { lt: performedBefore } } : {},
            voided == null ? {} : { voidedAt: voided ? { not: null } : null },
          ],
        },
        (query) => ctx.reads.read((tx) => tx.activity.findMany(query)),
      );
    },
  }),
);

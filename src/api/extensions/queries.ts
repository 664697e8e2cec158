import { throughLead } from '../../features/leads/through-lead.js';
import { builder } from '../kit/builder.js';
import { forwardedLead } from '../kit/forwarded-lead.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import { ExtensionRequestConnection, ExtensionRequestFilter, LATEST_FIRST } from './types.js';

builder.queryField('extensionRequests', (t) =>
  t.field({
    type: ExtensionRequestConnection,
    description: 'The extension requests for the leads that the actor may see, the latest first.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: ExtensionRequestFilter, description: 'Filter of the list.' }),
    },
    resolve: async (_root, args, ctx, info) => {
      const { leadId, status } = args.filter ?? {};
      return readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        {
          AND: [
            throughLead(ctx.actor),
            leadId ? { leadId: await forwardedLead(ctx.reads, leadId.id) } : {},
            status ? { status: { in: status } } : {},
          ],
        },
        (query) => ctx.reads.read((tx) => tx.extensionRequest.findMany(query)),
      );
    },
  }),
);

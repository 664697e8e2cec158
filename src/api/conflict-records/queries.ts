import { seesBothSides, visibleConflicts } from '../../features/conflicts/visible-conflicts.js';
import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { ConflictConnection, ConflictFilter } from './types.js';

const LATEST_FIRST = {
  column: 'createdAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.queryField('conflicts', (t) =>
  t.field({
    type: ConflictConnection,
    description:
      'Registrations and other requests that were refused because of another lead, or made in spite of one, the latest first. Managers see those about leads of their territory, agents their own.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: ConflictFilter, description: 'Filter of the list.' }),
    },
    resolve: (_root, args, ctx, info) => {
      const { kind, status, askedById, newLeadId, leadId, from, before } = args.filter ?? {};
      const hidden = leadId != null && !seesBothSides(ctx.actor);
      return readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        {
          AND: [
            visibleConflicts(ctx.actor),
            kind ? { kind } : {},
            status ? { status: { in: status } } : {},
            askedById ? { askedById: askedById.id } : {},
            newLeadId ? { newLeadId: newLeadId.id } : {},
            hidden ? { id: { in: [] } } : leadId ? { leadId: leadId.id } : {},
            from ? { createdAt: { gte: from } } : {},
            before ? { createdAt: { lt: before } } : {},
          ],
        },
        (query) => ctx.reads.read((tx) => tx.conflict.findMany(query)),
      );
    },
  }),
);

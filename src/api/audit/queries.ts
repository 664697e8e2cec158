import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import {
  AuditChainType,
  AuditEntryConnection,
  AuditEntryFilter,
  LATEST_FIRST,
  readsTrail,
  visibleEntries,
} from './types.js';

builder.queryField('auditEntries', (t) =>
  t.field({
    type: AuditEntryConnection,
    description: 'The audit trail, the latest first; for admins and auditors.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: AuditEntryFilter, description: 'Filter of the list.' }),
    },
    resolve: (_root, args, ctx, info) => {
      const { leadId, actorId, action, from, before } = args.filter ?? {};
      return readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        {
          AND: [
            visibleEntries(ctx.actor),
            leadId ? { leadId: leadId.id } : {},
            actorId ? { actorId: actorId.id } : {},
            action ? { action } : {},
            from ? { occurredAt: { gte: from } } : {},
            before ? { occurredAt: { lt: before } } : {},
          ],
        },
        (query) => ctx.reads.read((tx) => tx.auditEntry.findMany(query)),
      );
    },
  }),
);

builder.queryField('auditChain', (t) =>
  t.field({
    type: AuditChainType,
    nullable: true,
    description:
      'The head of the audit trail; null for roles other than admins and auditors. `leadwarden doctor` verifies the chain.',
    resolve: async (_root, _args, { reads, actor }) => {
      if (!readsTrail(actor)) return null;
      const head = await reads.read((tx) => tx.auditChain.findUniqueOrThrow({ where: { id: 1 } }));
      return { position: Number(head.lastPosition), hash: head.headHash };
    },
  }),
);

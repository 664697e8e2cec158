import type { Actor } from '../auth/actor.js';
import type { Prisma } from '../db/generated/prisma/client.js';
import { builder } from '../graphql/builder.js';
import { pageArgs, readConnection } from '../graphql/keyset-connection.js';
import type { SortKey } from '../graphql/keyset-page.js';
import { LeadType } from '../leads/graphql.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { UserType } from '../users/graphql.js';
import { resolveUser } from '../users/user-field.js';

const READERS: ReadonlySet<Actor['role']> = new Set(['ADMIN', 'AUDITOR', 'SYSTEM']);

/** The trail holds personal data of everybody: all of it or nothing. */
function visibleEntries(actor: Actor): Prisma.AuditEntryWhereInput {
  return READERS.has(actor.role) ? {} : { id: { in: [] } };
}

const AuditEntryType = builder.prismaNode('AuditEntry', {
  id: { field: 'id', description: 'Global id.' },
  description: 'Who changed what, and when.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleEntries(ctx.actor)] }),
  fields: (t) => ({
    occurredAt: t.expose('occurredAt', { type: 'DateTime', description: 'When.' }),
    actor: t.field({
      type: UserType,
      nullable: true,
      description: 'Who; null for the system itself.',
      select: { actorId: true },
      resolve: ({ actorId }, _args, ctx, info) => resolveUser(ctx, info, actorId),
    }),
    requestId: t.exposeString('requestId', {
      nullable: true,
      description: 'In which request; null for what no request started.',
    }),
    action: t.exposeString('action', { description: 'The verb, such as `registerLead`.' }),
    entity: t.exposeString('entity', { description: 'Type of what was changed.' }),
    entityId: t.exposeString('entityId', { description: 'Its id, not a global one.' }),
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead it is about.',
      select: { leadId: true },
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    before: t.expose('before', {
      type: 'JSON',
      nullable: true,
      description: 'What was changed, as it was.',
    }),
    after: t.expose('after', {
      type: 'JSON',
      nullable: true,
      description: 'What was changed, as it became.',
    }),
  }),
});

const AuditEntryConnection = builder.connectionObject(
  { type: AuditEntryType, name: 'AuditEntryConnection', description: 'A page of the audit trail.' },
  { name: 'AuditEntryEdge', description: 'An entry in a page.' },
);

const LATEST_FIRST = {
  column: 'occurredAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

const AuditEntryFilter = builder.inputType('AuditEntryFilter', {
  description: 'Which entries; what is left out does not restrict.',
  fields: (t) => ({
    leadId: t.globalID({ for: LeadType, description: 'About this lead.' }),
    actorId: t.globalID({ for: UserType, description: 'By this user.' }),
    action: t.string({ description: 'This verb.' }),
    from: t.field({ type: 'DateTime', description: 'Then or later.' }),
    before: t.field({ type: 'DateTime', description: 'Before then.' }),
  }),
});

builder.queryField('auditEntries', (t) =>
  t.field({
    type: AuditEntryConnection,
    description: 'The audit trail, the latest first; for admins and auditors.',
    args: { ...pageArgs, filter: t.arg({ type: AuditEntryFilter, description: 'Which ones.' }) },
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

import type { Actor } from '../../domain/actor.js';
import { ACCESS_COLUMNS, seesFacts } from '../../features/leads/lead-access.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { seesAll } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import { nestedConnection, nestedPage, pageArgs } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

/** The trail holds personal data of all leads, so an actor sees all of it or nothing. */
export function readsTrail(actor: Actor): boolean {
  return seesAll(actor, 'trail');
}

export function visibleEntries(actor: Actor): Prisma.AuditEntryWhereInput {
  return readsTrail(actor) ? {} : { id: { in: [] } };
}

const AuditEntryType = builder.prismaNode('AuditEntry', {
  id: { field: 'id', description: 'Global id.' },
  description: 'An entry of the audit trail: one change, with its actor, instant and values.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleEntries(ctx.actor)] }),
  fields: (t) => ({
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description: 'When the change was made.',
    }),
    actor: t.field({
      type: UserType,
      nullable: true,
      description: 'The user who made the change; null for the system itself.',
      select: { actorId: true },
      resolve: ({ actorId }, _args, ctx, info) => resolveUser(ctx, info, actorId),
    }),
    requestId: t.exposeString('requestId', {
      nullable: true,
      description: 'Id of the request that made the change; null for changes of the system itself.',
    }),
    action: t.exposeString('action', { description: 'The verb, such as `registerLead`.' }),
    entity: t.exposeString('entity', { description: 'Type of the changed row.' }),
    entityId: t.exposeString('entityId', {
      description: 'Id of the changed row, not a global one.',
    }),
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead that the changed row belongs to; null if it belongs to none.',
      select: { leadId: true },
      resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
    }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'The changed values before the change, as JSON; null for roles other than admins and auditors.',
      select: (_args, { actor }) => (readsTrail(actor) ? { before: true } : {}),
      resolve: (entry) => ('before' in entry ? entry.before : null),
    }),
    after: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'The changed values after the change, as JSON; null for roles other than admins and auditors.',
      select: (_args, { actor }) => (readsTrail(actor) ? { after: true } : {}),
      resolve: (entry) => ('after' in entry ? entry.after : null),
    }),
    blanked: t.boolean({
      nullable: true,
      description:
        'Whether values of `before` and `after` were erased with the personal data in them: single values then say `pseudonymized`, or all are null. Null for roles other than admins and auditors.',
      select: (_args, { actor }) => (readsTrail(actor) ? { salt: true } : {}),
      // Null once all of them were, empty once a value was.
      resolve: (entry) => ('salt' in entry ? !entry.salt : null),
    }),
    position: t.int({
      nullable: true,
      description:
        'Position in the hash chain, from 1; null until the entry is sealed, moments after the change.',
      select: { position: true },
      resolve: ({ position }) => (position === null ? null : Number(position)),
    }),
    hash: t.exposeString('hash', {
      nullable: true,
      description:
        'SHA-256 of the previous hash and of the entry, in hexadecimal digits; null until the entry is sealed.',
    }),
  }),
});

export const AuditEntryConnection = builder.connectionObject(
  { type: AuditEntryType, name: 'AuditEntryConnection', description: 'A page of the audit trail.' },
  { name: 'AuditEntryEdge', description: 'An entry in a page.' },
);

export const LATEST_FIRST = {
  column: 'occurredAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

export const AuditEntryFilter = builder.inputType('AuditEntryFilter', {
  description: 'Criteria for entries; a criterion that is left out does not restrict.',
  fields: (t) => ({
    leadId: t.globalID({ for: LeadType, description: 'About this lead.' }),
    actorId: t.globalID({ for: UserType, description: 'Changes by this user.' }),
    action: t.string({ description: 'Changes by this verb, such as `registerLead`.' }),
    from: t.field({ type: 'DateTime', description: 'At this instant or later.' }),
    before: t.field({ type: 'DateTime', description: 'Before this instant.' }),
  }),
});

builder.prismaObjectField(LeadType, 'history', (t) =>
  t.field({
    type: AuditEntryConnection,
    description:
      'The changes of the lead, the latest first. Values before and after are for admins and auditors. The events that subscribers got are in `eventLog`.',
    args: pageArgs,
    select: (args, _ctx, nested) => ({
      ...ACCESS_COLUMNS,
      auditEntries: nested(nestedPage(args, LATEST_FIRST), ['edges', 'node'], 'AuditEntry'),
    }),
    resolve: (lead, args, { actor }) =>
      nestedConnection(args, LATEST_FIRST, seesFacts(actor, lead) ? lead.auditEntries : []),
  }),
);

export const AuditChainType = builder.objectRef<{ position: number; hash: string }>('AuditChain');
AuditChainType.implement({
  description: 'The head of the hash chain that the audit trail is sealed into.',
  fields: (t) => ({
    position: t.exposeInt('position', { description: 'How many entries are sealed.' }),
    hash: t.exposeString('hash', {
      description:
        'Hash of the last sealed entry. A copy kept elsewhere proves later that the trail up to it is unchanged.',
    }),
    unsealed: t.int({
      description: 'How many entries are not sealed yet; each is within moments.',
      resolve: (_chain, _args, { reads }) =>
        reads.read((tx) => tx.auditEntry.count({ where: { position: null } })),
    }),
  }),
});

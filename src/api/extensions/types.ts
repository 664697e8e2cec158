import { ACCESS_COLUMNS, seesFacts } from '../../features/leads/lead-access.js';
import { throughLead } from '../../features/leads/through-lead.js';
import { seesPeople, seesText } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { nestedConnection, nestedPage, pageArgs } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

const ExtensionStatusType = codeType('ExtensionStatus', 'Status of an extension request.', {
  OPEN: 'No manager has decided yet.',
  APPROVED: 'A manager approved the request: the months were added.',
  REJECTED: 'A manager rejected the request.',
  LAPSED: 'The ownership ended before a decision.',
});
type ExtensionStatus = (typeof ExtensionStatusType)['$inferType'];

export const ExtensionRequestType = builder.prismaNode('ExtensionRequest', {
  id: { field: 'id', description: 'Global id.' },
  description: 'A request of an owner for more months of base protection.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [throughLead(ctx.actor)] }),
  fields: (t) => ({
    months: t.exposeInt('months', { description: 'Months requested.' }),
    reason: t.field({
      type: 'String',
      nullable: true,
      description: 'Reason of the request; null for wallboards.',
      select: (_args, { actor }) => (seesText(actor) ? { reason: true } : {}),
      resolve: (row) => ('reason' in row ? row.reason : null),
    }),
    status: t.field({
      type: ExtensionStatusType,
      description: 'Status of the request.',
      select: { status: true },
      resolve: ({ status }) => status as ExtensionStatus,
    }),
    requestedBy: t.field({
      type: UserType,
      nullable: true,
      description: 'The owner who made the request; null for wallboards.',
      select: (_args, ctx, nested) => (seesPeople(ctx.actor) ? { requestedBy: nested() } : {}),
      resolve: ({ requestedBy }, _args, ctx) => (seesPeople(ctx.actor) ? requestedBy : null),
    }),
    decidedBy: t.field({
      type: UserType,
      nullable: true,
      description:
        'The manager who decided; null while the request is pending, and for wallboards.',
      select: { decidedById: true },
      resolve: ({ decidedById }, _args, ctx, info) => resolveUser(ctx, info, decidedById),
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was decided; null while the request is pending.',
    }),
    note: t.field({
      type: 'String',
      nullable: true,
      description: 'Comment of the manager; null if there is none.',
      select: (_args, { actor }) => (seesText(actor) ? { note: true } : {}),
      resolve: (row) => ('note' in row ? row.note : null),
    }),
    lead: t.relation('lead', { description: 'The lead.' }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When the request was made.',
    }),
  }),
});

export const ExtensionRequestConnection = builder.connectionObject(
  {
    type: ExtensionRequestType,
    name: 'ExtensionRequestConnection',
    description: 'A page of extension requests.',
  },
  { name: 'ExtensionRequestEdge', description: 'An extension request in a page.' },
);

export const LATEST_FIRST = {
  column: 'createdAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.prismaObjectField(LeadType, 'extensionRequests', (t) =>
  t.field({
    type: ExtensionRequestConnection,
    description: 'The requests for more base protection, the latest first.',
    args: pageArgs,
    select: (args, _ctx, nested) => ({
      ...ACCESS_COLUMNS,
      extensionRequests: nested(
        nestedPage(args, LATEST_FIRST),
        ['edges', 'node'],
        'ExtensionRequest',
      ),
    }),
    resolve: (lead, args, { actor }) =>
      nestedConnection(args, LATEST_FIRST, seesFacts(actor, lead) ? lead.extensionRequests : []),
  }),
);

export const ExtensionRequestFilter = builder.inputType('ExtensionRequestFilter', {
  description: 'Criteria for requests; a criterion that is left out does not restrict.',
  fields: (t) => ({
    leadId: t.globalID({ for: LeadType, description: 'For this lead.' }),
    status: t.field({ type: [ExtensionStatusType], description: 'Any of these statuses.' }),
  }),
});

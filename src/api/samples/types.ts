import type { SampleStatus } from '../../domain/sample-transitions.js';
import { ACCESS_COLUMNS, seesFacts } from '../../features/leads/lead-access.js';
import { throughLead } from '../../features/leads/through-lead.js';
import { seesText } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { nestedConnection, nestedPage, pageArgs } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

export const SampleStatusType = codeType<SampleStatus>('SampleStatus', 'Status of a sample.', {
  REQUESTED: 'It was requested.',
  APPROVED: 'It is approved for shipment.',
  SHIPPED: 'It is on its way.',
  DELIVERED: 'It was delivered to the customer.',
  TESTING: 'The customer is testing it.',
  FEEDBACK_RECEIVED: 'The customer gave feedback.',
  CANCELLED: 'It was cancelled, or is taken back.',
  LOST: 'It never arrived.',
});

export const SampleOutcomeType = codeType(
  'SampleOutcome',
  'Verdict of the customer on a product.',
  {
    SUCCESS: 'The customer likes the product.',
    MIXED: 'The customer is undecided.',
    FAIL: 'The customer rejects the product.',
  },
);
type SampleOutcome = (typeof SampleOutcomeType)['$inferType'];

const SampleItemType = builder.prismaObject('SampleItem', {
  description: 'One product in a sample box, with the customer’s feedback on it.',
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id within the sample; feedback names it.' }),
    sku: t.exposeString('sku', { description: 'Number of the product.' }),
    name: t.exposeString('name', { description: 'Name of the product.' }),
    quantity: t.exposeInt('quantity', { description: 'Quantity.' }),
    outcome: t.field({
      type: SampleOutcomeType,
      nullable: true,
      description: 'Verdict of the customer; null until there is feedback.',
      select: { outcome: true },
      resolve: ({ outcome }) => outcome as SampleOutcome | null,
    }),
    rating: t.exposeInt('rating', { nullable: true, description: 'Rating from 1 to 5.' }),
    comment: t.field({
      type: 'String',
      nullable: true,
      description: 'Comment of the customer; null if there is none.',
      select: (_args, { actor }) => (seesText(actor) ? { comment: true } : {}),
      resolve: (row) => ('comment' in row ? row.comment : null),
    }),
  }),
});

export const SampleType = builder.prismaNode('Sample', {
  id: { field: 'id', description: 'Global id.' },
  description: 'A box of products sent to a lead.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [throughLead(ctx.actor)] }),
  fields: (t) => ({
    status: t.field({
      type: SampleStatusType,
      description: 'Status of the sample.',
      select: { status: true },
      resolve: ({ status }) => status as SampleStatus,
    }),
    items: t.field({
      type: [SampleItemType],
      description: 'The products in the box.',
      select: (_args, _ctx, nested) => ({
        items: nested({ orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
      }),
      resolve: ({ items }) => items,
    }),
    requestedBy: t.field({
      type: UserType,
      nullable: true,
      description: 'The user who requested it; null for wallboards.',
      select: { requestedById: true },
      resolve: ({ requestedById }, _args, ctx, info) => resolveUser(ctx, info, requestedById),
    }),
    expectedShipAt: t.expose('expectedShipAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Deadline for the shipment; null if there is none.',
    }),
    shippedAt: t.expose('shippedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was shipped; null before that.',
    }),
    deliveredAt: t.expose('deliveredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was delivered; null before that.',
    }),
    feedbackAt: t.expose('feedbackAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the customer gave feedback; null before that.',
    }),
    feedbackName: t.field({
      type: 'String',
      nullable: true,
      description: 'Name of the person who gave the feedback; null before that.',
      select: (_args, { actor }) => (seesText(actor) ? { feedbackName: true } : {}),
      resolve: (row) => ('feedbackName' in row ? row.feedbackName : null),
    }),
    feedbackLinkExpiresAt: t.expose('feedbackTokenExpiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the feedback link expires; null if there is none.',
    }),
    trackingCode: t.field({
      type: 'String',
      nullable: true,
      description: 'Number of the parcel; null before the shipment, and for wallboards.',
      select: (_args, { actor }) => (seesText(actor) ? { trackingCode: true } : {}),
      resolve: (row) => ('trackingCode' in row ? row.trackingCode : null),
    }),
    lead: t.relation('lead', { description: 'The lead.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was requested.' }),
    version: t.exposeInt('version', {
      description:
        'Grows with every change; mutations of the sample take it, so that no other change is overwritten.',
    }),
  }),
});

export const SampleConnection = builder.connectionObject(
  { type: SampleType, name: 'SampleConnection', description: 'A page of samples.' },
  { name: 'SampleEdge', description: 'A sample in a page.' },
);

export const LATEST_FIRST = {
  column: 'createdAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.prismaObjectField(LeadType, 'samples', (t) =>
  t.field({
    type: SampleConnection,
    description: 'The samples for the lead, the latest first.',
    args: pageArgs,
    select: (args, _ctx, nested) => ({
      ...ACCESS_COLUMNS,
      samples: nested(nestedPage(args, LATEST_FIRST), ['edges', 'node'], 'Sample'),
    }),
    resolve: (lead, args, { actor }) =>
      nestedConnection(args, LATEST_FIRST, seesFacts(actor, lead) ? lead.samples : []),
  }),
);

export const SampleFilter = builder.inputType('SampleFilter', {
  description: 'Criteria for samples; a criterion that is left out does not restrict.',
  fields: (t) => ({
    leadId: t.globalID({ for: LeadType, description: 'For this lead.' }),
    status: t.field({ type: [SampleStatusType], description: 'Any of these statuses.' }),
    requestedFrom: t.field({
      type: 'DateTime',
      description: 'Requested at this instant or later.',
    }),
    requestedBefore: t.field({ type: 'DateTime', description: 'Requested before this instant.' }),
  }),
});

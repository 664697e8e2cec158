import type { ACTIVITY_KINDS, ActivityKind } from '../../domain/policy.js';
import { ACCESS_COLUMNS, seesFacts } from '../../features/leads/lead-access.js';
import { throughLead } from '../../features/leads/through-lead.js';
import { seesPeople, seesText } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { nestedConnection, nestedPage, pageArgs } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';

export const ActivityKindType = codeType<ActivityKind>(
  'ActivityKind',
  'Kind of an activity. The policy says which kinds count as progress.',
  {
    QUALIFIED_CALL: 'A call with a decision-maker.',
    CUSTOMER_REACTION: 'The customer got in touch.',
    SCHEDULED_FOLLOWUP: 'An appointment for the next step.',
    SAMPLE_FEEDBACK: 'Feedback of the customer on samples.',
    ROI_PRESENTATION: 'A presentation of the benefit to the customer.',
    MEETING: 'A meeting.',
    DEMO: 'A demonstration.',
    SAMPLE_SENT: 'Samples were sent.',
    OFFER: 'An offer was made.',
    ORDER: 'An order came in.',
    EMAIL: 'An e-mail.',
    CALL_ATTEMPT: 'A call that was not answered.',
    NOTE: 'A note.',
  } satisfies Record<(typeof ACTIVITY_KINDS)[number], string>,
);

export const ActivityType = builder.prismaNode('Activity', {
  id: { field: 'id', description: 'Global id.' },
  description: 'A contact with the customer, logged by a user.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [throughLead(ctx.actor)] }),
  fields: (t) => ({
    kind: t.field({
      type: ActivityKindType,
      description: 'Kind of the activity.',
      select: { kind: true },
      resolve: ({ kind }) => kind as ActivityKind,
    }),
    performedAt: t.expose('performedAt', {
      type: 'DateTime',
      description: 'When the activity took place.',
    }),
    note: t.field({
      type: 'String',
      nullable: true,
      description: 'Free text.',
      select: (_args, { actor }) => (seesText(actor) ? { note: true } : {}),
      resolve: (row) => ('note' in row ? row.note : null),
    }),
    author: t.field({
      type: UserType,
      nullable: true,
      description: 'The user who logged it; null for wallboards.',
      select: (_args, ctx, nested) => (seesPeople(ctx.actor) ? { author: nested() } : {}),
      resolve: ({ author }, _args, ctx) => (seesPeople(ctx.actor) ? author : null),
    }),
    lead: t.relation('lead', { description: 'The lead.' }),
    voidedAt: t.expose('voidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was declared void; null if it counts.',
    }),
    voidReason: t.field({
      type: 'String',
      nullable: true,
      description: 'Reason for which it was declared void; null if it counts.',
      select: (_args, { actor }) => (seesText(actor) ? { voidReason: true } : {}),
      resolve: (row) => ('voidReason' in row ? row.voidReason : null),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was logged.' }),
    version: t.exposeInt('version', {
      description:
        'Grows with every correction; `correctActivity` takes it, so that no other correction is overwritten.',
    }),
  }),
});

export const ActivityConnection = builder.connectionObject(
  { type: ActivityType, name: 'ActivityConnection', description: 'A page of activities.' },
  { name: 'ActivityEdge', description: 'An activity in a page.' },
);

export const LATEST_FIRST = {
  column: 'performedAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.prismaObjectField(LeadType, 'activities', (t) =>
  t.field({
    type: ActivityConnection,
    description: 'The activities with the customer, void ones included, the latest first.',
    args: pageArgs,
    select: (args, _ctx, nested) => ({
      ...ACCESS_COLUMNS,
      activities: nested(nestedPage(args, LATEST_FIRST), ['edges', 'node'], 'Activity'),
    }),
    resolve: (lead, args, { actor }) =>
      nestedConnection(args, LATEST_FIRST, seesFacts(actor, lead) ? lead.activities : []),
  }),
);

export const ActivityFilter = builder.inputType('ActivityFilter', {
  description: 'Criteria for activities; a criterion that is left out does not restrict.',
  fields: (t) => ({
    leadId: t.globalID({ for: LeadType, description: 'With this lead.' }),
    authorId: t.globalID({ for: UserType, description: 'Logged by this user.' }),
    kind: t.field({ type: [ActivityKindType], description: 'Any of these kinds.' }),
    performedFrom: t.field({ type: 'DateTime', description: 'Happened at this instant or later.' }),
    performedBefore: t.field({ type: 'DateTime', description: 'Happened before this instant.' }),
    voided: t.boolean({ description: 'Whether it was declared void.' }),
  }),
});

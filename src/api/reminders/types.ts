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

const ReminderKindType = codeType('ReminderKind', 'Kind of a reminder.', {
  PROGRESS_WARNING: 'Progress is due; once per window.',
  BASE_PERIOD_ENDING: 'The base period is about to end.',
  FOLLOW_UP: 'A follow-up that the agent scheduled.',
  EXTENSION_PENDING:
    'An extension request waits for a decision. Settled by the decision, or when the ownership ends.',
  SAMPLE_FEEDBACK_DUE: 'Feedback on a sample is due.',
  HOLD_ENDING:
    'An open-ended hold is about to end by itself; `windowStart` is when the hold began. Settled when it ends or is confirmed.',
  GRACE_ENDING: 'Protection is about to end for lack of progress; once for each end.',
});
type ReminderKind = (typeof ReminderKindType)['$inferType'];

export const ReminderChannelType = codeType('ReminderChannel', 'Channel of a reminder.', {
  EMAIL: 'By mail.',
  IN_APP: 'In the application.',
});
type ReminderChannel = (typeof ReminderChannelType)['$inferType'];

export const ReminderType = builder.prismaNode('Reminder', {
  id: { field: 'id', description: 'Global id.' },
  description: 'A reminder about a lead, at most one per lead, kind and window.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [throughLead(ctx.actor)] }),
  fields: (t) => ({
    kind: t.field({
      type: ReminderKindType,
      description: 'Kind of a reminder.',
      select: { kind: true },
      resolve: ({ kind }) => kind as ReminderKind,
    }),
    channel: t.field({
      type: ReminderChannelType,
      description: 'Channel of the reminder.',
      select: { channel: true },
      resolve: ({ channel }) => channel as ReminderChannel,
    }),
    windowStart: t.expose('windowStart', {
      type: 'DateTime',
      description: 'Start of the window that it belongs to.',
    }),
    dueAt: t.expose('dueAt', { type: 'DateTime', description: 'When it is due.' }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When it was sent or shown; null before that. For a `PROGRESS_WARNING`, when the warning took effect; null until it is delivered.',
    }),
    deliveredAt: t.expose('deliveredAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When the mail server took its mail, or it was shown or acknowledged in the application; null before that.',
    }),
    acknowledgedAt: t.expose('acknowledgedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was acknowledged; null before that.',
    }),
    snoozedUntil: t.expose('snoozedUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'When a snooze by its recipient ends; null if it was not snoozed.',
    }),
    note: t.field({
      type: 'String',
      nullable: true,
      description: 'Free text.',
      select: (_args, { actor }) => (seesText(actor) ? { note: true } : {}),
      resolve: (row) => ('note' in row ? row.note : null),
    }),
    recipient: t.field({
      type: UserType,
      nullable: true,
      description:
        'The recipient; null for wallboards. For `EXTENSION_PENDING` it is a manager of the territory, else one of the whole market, and of several the one who joined first; any of them may acknowledge it.',
      select: { recipientId: true },
      resolve: ({ recipientId }, _args, ctx, info) => resolveUser(ctx, info, recipientId),
    }),
    lead: t.relation('lead', { description: 'The lead.' }),
  }),
});

export const ReminderConnection = builder.connectionObject(
  { type: ReminderType, name: 'ReminderConnection', description: 'A page of reminders.' },
  { name: 'ReminderEdge', description: 'A reminder in a page.' },
);

export const LATEST_FIRST = {
  column: 'dueAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.prismaObjectField(LeadType, 'reminders', (t) =>
  t.field({
    type: ReminderConnection,
    description: 'The past and future reminders about the lead, the latest first.',
    args: pageArgs,
    select: (args, _ctx, nested) => ({
      ...ACCESS_COLUMNS,
      reminders: nested(nestedPage(args, LATEST_FIRST), ['edges', 'node'], 'Reminder'),
    }),
    resolve: (lead, args, { actor }) =>
      nestedConnection(args, LATEST_FIRST, seesFacts(actor, lead) ? lead.reminders : []),
  }),
);

export const ReminderFilter = builder.inputType('ReminderFilter', {
  description: 'Criteria for reminders; a criterion that is left out does not restrict.',
  fields: (t) => ({
    leadId: t.globalID({ for: LeadType, description: 'About this lead.' }),
    recipientId: t.globalID({ for: UserType, description: 'For this user.' }),
    kind: t.field({ type: [ReminderKindType], description: 'Any of these kinds.' }),
    channel: t.field({ type: ReminderChannelType, description: 'Through this channel.' }),
    sent: t.boolean({ description: 'Whether it was sent or shown.' }),
    acknowledged: t.boolean({ description: 'Whether it was acknowledged.' }),
    dueFrom: t.field({ type: 'DateTime', description: 'Due at this instant or later.' }),
    dueBefore: t.field({ type: 'DateTime', description: 'Due before this instant.' }),
  }),
});

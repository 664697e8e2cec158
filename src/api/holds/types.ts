import { endOfHold } from '../../domain/hold-ends.js';
import { HOLD_REASONS, type HoldReason } from '../../domain/hold-reasons.js';
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

export const HoldReasonType = codeType<HoldReason>('HoldReason', 'Reason of a hold.', HOLD_REASONS);

export const HoldType = builder.prismaNode('Hold', {
  id: { field: 'id', description: 'Global id.' },
  description:
    'An interval in which the clock of a lead stands still, start included, end excluded.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [throughLead(ctx.actor)] }),
  fields: (t) => ({
    reason: t.field({
      type: HoldReasonType,
      description: 'Reason.',
      select: { reason: true },
      resolve: ({ reason }) => reason as HoldReason,
    }),
    text: t.field({
      type: 'String',
      nullable: true,
      description: 'Free text.',
      select: (_args, { actor }) => (seesText(actor) ? { text: true } : {}),
      resolve: (row) => ('text' in row ? row.text : null),
    }),
    startAt: t.expose('startAt', { type: 'DateTime', description: 'Start of the hold.' }),
    endAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it ended or will end; null while it is open.',
      select: { endAt: true, endsBy: true },
      // A hold that ended by itself shows its end before the job has recorded it.
      resolve: ({ endAt, endsBy }, _args, { now }) =>
        endAt ?? (endsBy !== null && endsBy <= now ? endsBy : null),
    }),
    endsBy: t.expose('endsBy', {
      type: 'DateTime',
      nullable: true,
      description:
        'When it ends by itself, unless it is ended or a manager confirms it before. Null for a hold that was confirmed, that a manager started, or that was given an end.',
    }),
    confirmedAt: t.expose('confirmedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When a manager confirmed that it may stay open; null if it was not confirmed.',
    }),
    confirmedBy: t.field({
      type: UserType,
      nullable: true,
      description:
        'The manager who confirmed it; null if it was not confirmed, and for wallboards.',
      select: (_args, { actor }) => (seesPeople(actor) ? { confirmedById: true } : {}),
      resolve: (row, _args, ctx, info) =>
        resolveUser(ctx, info, 'confirmedById' in row ? row.confirmedById : null),
    }),
    running: t.boolean({
      description: 'Whether it stops the clock at the instant of the request.',
      select: { startAt: true, endAt: true, endsBy: true, voidedAt: true },
      resolve: ({ startAt, voidedAt, ...ends }, _args, { now }) => {
        const end = endOfHold(ends);
        return voidedAt === null && startAt <= now && (end === null || now < end);
      },
    }),
    startedBy: t.field({
      type: UserType,
      nullable: true,
      description: 'The user who started it; null for wallboards.',
      select: (_args, ctx, nested) => (seesPeople(ctx.actor) ? { startedBy: nested() } : {}),
      resolve: ({ startedBy }, _args, ctx) => (seesPeople(ctx.actor) ? startedBy : null),
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
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was recorded.' }),
  }),
});

export const HoldConnection = builder.connectionObject(
  { type: HoldType, name: 'HoldConnection', description: 'A page of holds.' },
  { name: 'HoldEdge', description: 'A hold in a page.' },
);

export const LATEST_FIRST = {
  column: 'startAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

export const HoldOrder = codeType('HoldOrder', 'Order of holds.', {
  LATEST_FIRST: 'By their start, the latest first.',
  OLDEST_FIRST: 'By their start, the oldest first: those that run by their age.',
});

export const HOLD_ORDERS = {
  LATEST_FIRST,
  OLDEST_FIRST: { ...LATEST_FIRST, direction: 'asc' },
} as const satisfies Record<(typeof HoldOrder)['$inferType'], SortKey>;

builder.prismaObjectField(LeadType, 'holds', (t) =>
  t.field({
    type: HoldConnection,
    description: 'The holds of the lead, void ones included, the latest first.',
    args: pageArgs,
    select: (args, _ctx, nested) => ({
      ...ACCESS_COLUMNS,
      holds: nested(nestedPage(args, LATEST_FIRST), ['edges', 'node'], 'Hold'),
    }),
    resolve: (lead, args, { actor }) =>
      nestedConnection(args, LATEST_FIRST, seesFacts(actor, lead) ? lead.holds : []),
  }),
);

export const HoldFilter = builder.inputType('HoldFilter', {
  description: 'Criteria for holds; a criterion that is left out does not restrict.',
  fields: (t) => ({
    leadId: t.globalID({ for: LeadType, description: 'Of this lead.' }),
    reason: t.field({ type: [HoldReasonType], description: 'Any of these reasons.' }),
    running: t.boolean({ description: 'Whether it stops the clock now.' }),
    endsByItself: t.boolean({
      description: 'Whether it is open and ends by itself unless a manager confirms it.',
    }),
    startedFrom: t.field({ type: 'DateTime', description: 'Started at this instant or later.' }),
    startedBefore: t.field({ type: 'DateTime', description: 'Started before this instant.' }),
  }),
});

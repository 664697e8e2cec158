import type { Reason } from '../../domain/matching/compare-companies.js';
import { type Moment, readTimeLines } from '../../features/conflicts/read-time-lines.js';
import { seesBothSides, visibleConflicts } from '../../features/conflicts/visible-conflicts.js';
import { ConflictReasonType, ConflictVerdictType } from '../conflicts/types.js';
import { loadTogether } from '../kit/batch-loaders.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

const ConflictKindType = codeType('ConflictKind', 'What became of a request that met a lead.', {
  REFUSED: 'It was refused.',
  OVERRIDDEN: 'It was carried out, with a reason why it is another company.',
});

const ConflictStatusType = codeType('ConflictStatus', 'State of the record of a conflict.', {
  NOTED: 'A refusal: there is nothing to decide.',
  OPEN: 'An override that waits for a manager.',
  CONFIRMED: 'A manager confirmed the override.',
  UNDONE: 'A manager undid the override.',
});

const ConflictSideType = codeType<Moment['side']>('ConflictSide', 'A side of a conflict.', {
  MET: 'The lead that the request met.',
  ASKED: 'The actor who asked, and their lead.',
});

const ConflictMomentKindType = codeType<Moment['what']>(
  'ConflictMomentKind',
  'What happened on a side of a conflict.',
  {
    ASSIGNED: 'The lead was assigned to an owner.',
    OWNERSHIP_ENDED: 'The ownership ended; `code` is the reason.',
    ACTIVITY: 'An activity took place; `code` is its kind.',
    HOLD_STARTED: 'A hold began; `code` is its reason.',
    HOLD_ENDED: 'A hold ended; `code` is its reason.',
    WARNED: 'A progress warning took effect.',
    REFUSED: 'The actor asked and was refused; `code` is the verdict.',
    OVERRIDDEN: 'The actor overrode a resemblance; `code` is the verdict.',
    CONFIRMED: 'A manager confirmed the override.',
    UNDONE: 'A manager undid the override.',
  },
);

const ConflictMomentType = builder.objectRef<Moment>('ConflictMoment').implement({
  description: 'An entry of the two time lines of a conflict.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
    side: t.field({
      type: ConflictSideType,
      description: 'On which side it happened.',
      resolve: ({ side }) => side,
    }),
    what: t.field({
      type: ConflictMomentKindType,
      description: 'What happened.',
      resolve: ({ what }) => what,
    }),
    code: t.exposeString('code', {
      nullable: true,
      description: 'Detail as a code; null if there is none.',
    }),
  }),
});

export const ConflictType = builder.prismaNode('Conflict', {
  id: { field: 'id', description: 'Global id.' },
  description:
    'The record of a request that met a lead under protection or a customer, and was refused, or carried out with a reason. Managers see those about leads of their territory; those who asked see their own, without the lead that they met.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleConflicts(ctx.actor)] }),
  fields: (t) => ({
    kind: t.field({
      type: ConflictKindType,
      description: 'What became of the request.',
      select: { kind: true },
      resolve: ({ kind }) => kind as 'REFUSED',
    }),
    verdict: t.field({
      type: ConflictVerdictType,
      description: 'What the company was found to be.',
      select: { verdict: true },
      resolve: ({ verdict }) => verdict as 'PROTECTED',
    }),
    verb: t.exposeString('verb', { description: 'The verb that asked.' }),
    status: t.field({
      type: ConflictStatusType,
      description: 'State of the record.',
      select: { status: true },
      resolve: ({ status }) => status as 'NOTED',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description:
        'Why it is another company, as the actor said; null for a refusal, and once personal data was replaced.',
    }),
    why: t.field({
      type: [ConflictReasonType],
      description:
        'The criteria by which the two were recognised as one; empty for those who asked.',
      select: (_args, { actor }) => (seesBothSides(actor) ? { why: true } : {}),
      resolve: (row) => ('why' in row ? (row.why as Reason['by'][]) : []),
    }),
    askedBy: t.relation('askedBy', { type: UserType, description: 'The actor who asked.' }),
    lead: t.field({
      type: LeadType,
      nullable: true,
      description: 'The lead that was met; null for those who asked.',
      select: (_args, { actor }) => (seesBothSides(actor) ? { leadId: true } : {}),
      resolve: (row, _args, ctx, info) =>
        'leadId' in row ? leadFieldOf(ctx, info, row.leadId) : null,
    }),
    newLead: t.field({
      type: LeadType,
      nullable: true,
      description:
        'The lead of the actor who asked; null if it was refused before there was one, or the reader may not know of it.',
      select: { newLeadId: true },
      resolve: ({ newLeadId }, _args, ctx, info) => leadFieldOf(ctx, info, newLeadId),
    }),
    timeLine: t.field({
      type: [ConflictMomentType],
      description:
        'Both time lines as one list, the earliest first, up to the 200 latest entries; empty for those who asked. Of a lead that the reader does not see there is nothing but the requests.',
      resolve: async ({ id }, _args, ctx, info) => {
        if (!seesBothSides(ctx.actor)) return [];
        const lines = await loadTogether(ctx.loaders, info.fieldNodes, id, async (ids) => {
          const found = await ctx.reads.read((tx) => readTimeLines(tx, ctx.actor, ids));
          return [...found].map(([id, moments]) => ({ id, moments }));
        });
        return lines?.moments ?? [];
      },
    }),
    note: t.field({
      type: 'String',
      nullable: true,
      description: 'Note of the manager who decided; null for those who asked.',
      select: (_args, { actor }) => (seesBothSides(actor) ? { note: true } : {}),
      resolve: (row) => ('note' in row ? row.note : null),
    }),
    decidedBy: t.field({
      type: UserType,
      nullable: true,
      description: 'The manager who decided; null before that, and for those who asked.',
      select: (_args, { actor }) => (seesBothSides(actor) ? { decidedById: true } : {}),
      resolve: (row, _args, ctx, info) =>
        resolveUser(ctx, info, 'decidedById' in row ? row.decidedById : null),
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When a manager decided; null before that.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it happened.' }),
  }),
});

export const ConflictConnection = builder.connectionObject(
  { type: ConflictType, name: 'ConflictConnection', description: 'A page of conflicts.' },
  { name: 'ConflictEdge', description: 'A conflict in a page.' },
);

export const ConflictFilter = builder.inputType('ConflictFilter', {
  description: 'Criteria for conflicts; a criterion that is left out does not restrict.',
  fields: (t) => ({
    kind: t.field({ type: ConflictKindType, description: 'Refused, or overridden.' }),
    status: t.field({ type: [ConflictStatusType], description: 'Any of these states.' }),
    askedById: t.globalID({ for: UserType, description: 'Requests of this actor.' }),
    newLeadId: t.globalID({ for: LeadType, description: 'By which this lead was written.' }),
    leadId: t.globalID({
      for: LeadType,
      description: 'That met this lead. For those who asked the list is empty.',
    }),
    from: t.field({ type: 'DateTime', description: 'At this instant or later.' }),
    before: t.field({ type: 'DateTime', description: 'Before this instant.' }),
  }),
});

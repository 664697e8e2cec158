import { visibleHandOvers } from '../../features/hand-overs/queries.js';
import { seesPeople } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

const HandOverStatusType = codeType('HandOverStatus', 'How far a hand-over is.', {
  RUNNING: 'Leads wait to pass on.',
  FINISHED: 'Each lead has passed on or was skipped.',
});

/** How many skipped leads are told of. */
const MOST_TOLD = 100;

const SkippedLeadType = builder
  .objectRef<{ readonly leadId: string; readonly problem: string | null }>('SkippedLead')
  .implement({
    description: 'A lead that did not pass on.',
    fields: (t) => ({
      lead: t.field({
        type: LeadType,
        nullable: true,
        description: 'The lead; null if the actor may not know of it.',
        resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
      }),
      problem: t.string({
        description: 'Why, for people.',
        resolve: ({ problem }) => problem ?? '',
      }),
    }),
  });

export const HandOverType = builder.prismaNode('HandOver', {
  id: { field: 'id', description: 'Global id.' },
  description: 'Many leads that pass on to another agent, in the background.',
  select: { id: true },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [visibleHandOvers(actor)] }),
  fields: (t) => ({
    status: t.field({
      type: HandOverStatusType,
      description: 'How far it is.',
      select: { finishedAt: true },
      resolve: ({ finishedAt }) => (finishedAt === null ? 'RUNNING' : 'FINISHED'),
    }),
    to: t.field({
      type: UserType,
      nullable: true,
      description: 'Who gets the leads.',
      select: { toId: true },
      resolve: ({ toId }, _args, ctx, info) => resolveUser(ctx, info, toId),
    }),
    requestedBy: t.field({
      type: UserType,
      nullable: true,
      description: 'Who asked for it; null for the system.',
      select: (_args, ctx, nested) => (seesPeople(ctx.actor) ? { requestedBy: nested() } : {}),
      resolve: ({ requestedBy }, _args, ctx) => (seesPeople(ctx.actor) ? requestedBy : null),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why, as the agents are told.',
    }),
    total: t.exposeInt('total', { description: 'How many leads are to pass on.' }),
    reassigned: t.exposeInt('reassigned', { description: 'How many have passed on so far.' }),
    skipped: t.exposeInt('skipped', {
      description: 'How many could not pass on any more, as one that was converted meanwhile.',
    }),
    skippedLeads: t.field({
      type: [SkippedLeadType],
      description: `The first ${MOST_TOLD} that were skipped, and why.`,
      select: {
        leads: {
          where: { outcome: 'SKIPPED' },
          orderBy: { leadId: 'asc' },
          take: MOST_TOLD,
          select: { leadId: true, problem: true },
        },
      },
      resolve: ({ leads }) => leads,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was asked for.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last lead had its outcome.',
    }),
  }),
});

export const HandOverConnection = builder.connectionObject(
  { type: HandOverType, name: 'HandOverConnection', description: 'A page of hand-overs.' },
  { name: 'HandOverEdge', description: 'A hand-over in a page.' },
);

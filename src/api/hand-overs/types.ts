import { visibleHandOvers } from '../../features/hand-overs/queries.js';
import { seesPeople } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

const HandOverStatusType = codeType('HandOverStatus', 'Status of a hand-over.', {
  RUNNING: 'Some leads still wait to be handed over.',
  FINISHED: 'Each lead was handed over or skipped.',
});

/** Most skipped leads in one answer. */
const MOST_TOLD = 100;

const SkippedLeadType = builder
  .objectRef<{ readonly leadId: string; readonly problem: string | null }>('SkippedLead')
  .implement({
    description: 'A lead that was not handed over.',
    fields: (t) => ({
      lead: t.field({
        type: LeadType,
        nullable: true,
        description: 'The lead; null if the actor may not know of it.',
        resolve: ({ leadId }, _args, ctx, info) => leadFieldOf(ctx, info, leadId),
      }),
      problem: t.string({
        description: 'Reason, for people.',
        resolve: ({ problem }) => problem ?? '',
      }),
    }),
  });

export const HandOverType = builder.prismaNode('HandOver', {
  id: { field: 'id', description: 'Global id.' },
  description: 'Many leads being handed over to another agent in the background.',
  select: { id: true },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [visibleHandOvers(actor)] }),
  fields: (t) => ({
    status: t.field({
      type: HandOverStatusType,
      description: 'Status of the hand-over.',
      select: { finishedAt: true },
      resolve: ({ finishedAt }) => (finishedAt === null ? 'RUNNING' : 'FINISHED'),
    }),
    to: t.field({
      type: UserType,
      nullable: true,
      description: 'The agent who gets the leads.',
      select: { toId: true },
      resolve: ({ toId }, _args, ctx, info) => resolveUser(ctx, info, toId),
    }),
    requestedBy: t.field({
      type: UserType,
      nullable: true,
      description: 'The user who started it; null for the system.',
      select: (_args, ctx, nested) => (seesPeople(ctx.actor) ? { requestedBy: nested() } : {}),
      resolve: ({ requestedBy }, _args, ctx) => (seesPeople(ctx.actor) ? requestedBy : null),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Reason, which the agents are told.',
    }),
    total: t.exposeInt('total', { description: 'How many leads are to be handed over.' }),
    reassigned: t.exposeInt('reassigned', {
      description: 'How many leads have been handed over so far.',
    }),
    skipped: t.exposeInt('skipped', {
      description:
        'How many leads were skipped, for instance because they were converted meanwhile.',
    }),
    skippedLeads: t.field({
      type: [SkippedLeadType],
      description: `The first ${MOST_TOLD} skipped leads, with the reason.`,
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
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was started.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last lead was handed over or skipped; null while the hand-over runs.',
    }),
  }),
});

export const HandOverConnection = builder.connectionObject(
  { type: HandOverType, name: 'HandOverConnection', description: 'A page of hand-overs.' },
  { name: 'HandOverEdge', description: 'A hand-over in a page.' },
);

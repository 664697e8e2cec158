import type { Actor, COLLABORATOR_ROLES, CollaboratorRole } from '../../domain/actor.js';
import { addCollaborator } from '../../features/collaborators/add-collaborator.js';
import { removeCollaborator } from '../../features/collaborators/remove-collaborator.js';
import { ACCESS_COLUMNS, seesFacts } from '../../features/leads/lead-access.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { seesPeople } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import { codeType } from '../kit/codes.js';
import { type PayloadBuilder, verbMutation } from '../kit/verb-mutation.js';
import { leadFieldOf } from '../leads/lead-field.js';
import { LeadType } from '../leads/types.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

const CollaboratorRoleType = codeType<CollaboratorRole>(
  'CollaboratorRole',
  'How far a collaborator goes; each may do what those before it may.',
  {
    VIEW: 'Reads the lead, with all personal data.',
    ASSIST: 'Also logs activities and looks after follow-ups, samples and contacts.',
    NEGOTIATE: 'Also changes the lead and stops its clock.',
  } satisfies Record<(typeof COLLABORATOR_ROLES)[number], string>,
);

const CollaboratorType = builder.prismaObject('LeadCollaborator', {
  name: 'Collaborator',
  description: 'An agent who works on another agent’s lead, for as long as that one owns it.',
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id within the lead.' }),
    user: t.field({
      type: UserType,
      nullable: true,
      description: 'Who. Wallboards see nobody.',
      select: (_args, _ctx, nested) => ({ user: nested() }),
      resolve: ({ user }, _args, ctx) => (seesPeople(ctx.actor) ? user : null),
    }),
    role: t.field({
      type: CollaboratorRoleType,
      description: 'How far they go.',
      select: { role: true },
      resolve: ({ role }) => role as CollaboratorRole,
    }),
    addedBy: t.field({
      type: UserType,
      nullable: true,
      description: 'Who added them. Wallboards see nobody.',
      select: { addedById: true },
      resolve: ({ addedById }, _args, ctx, info) => resolveUser(ctx, info, addedById),
    }),
    isDeputy: t.field({
      type: 'Boolean',
      description: 'Whether they are one as the deputy of the owner, until that one is back.',
      select: { absenceId: true },
      resolve: ({ absenceId }) => absenceId !== null,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Since when.' }),
  }),
});

/** Of the collaborators of a lead that the actor sees: who else works there is the owner's to know. */
function visibleCollaborators({ role, id }: Actor): Prisma.LeadCollaboratorWhereInput {
  if (role !== 'REP') return {};
  return id === null ? { id: { in: [] } } : { OR: [{ ownerId: id }, { userId: id }] };
}

builder.prismaObjectField(LeadType, 'collaborators', (t) =>
  t.field({
    type: [CollaboratorType],
    description:
      'The agents who work on it beside its owner, the first one first. They see only themselves.',
    select: (_args, { actor }, nested) => ({
      ...ACCESS_COLUMNS,
      collaborators: nested({
        where: visibleCollaborators(actor),
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
    }),
    resolve: (lead, _args, { actor }) => (seesFacts(actor, lead) ? lead.collaborators : []),
  }),
);

function leadField(t: PayloadBuilder<{ id: string | null }>) {
  return t.field({
    type: LeadType,
    nullable: true,
    description: 'The lead as it is now; null to whoever does not see it any more.',
    resolve: ({ id }, _args, ctx, info) => leadFieldOf(ctx, info, id),
  });
}

verbMutation('addCollaborator', {
  description:
    'Lets another agent work on a lead, for as long as its owner has it. Adding somebody again changes their role.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'On which lead.' }),
    userId: t.globalID({ for: UserType, required: true, description: 'Which agent.' }),
    role: t.field({ type: CollaboratorRoleType, required: true, description: 'How far.' }),
  }),
  run: async (ctx, { leadId, userId, role }) => ({
    id: (await addCollaborator(ctx, { leadId: leadId.id, userId: userId.id, role })).leadId,
  }),
  payload: (t) => ({ lead: leadField(t) }),
});

verbMutation('removeCollaborator', {
  description:
    'Somebody works on a lead no longer. Collaborators remove themselves, the owner and managers anybody.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'On which lead.' }),
    userId: t.globalID({ for: UserType, required: true, description: 'Which agent.' }),
  }),
  run: async (ctx, { leadId, userId }) => {
    const removed = await removeCollaborator(ctx, { leadId: leadId.id, userId: userId.id });
    return { id: userId.id === ctx.actor.id ? null : removed.leadId };
  },
  payload: (t) => ({ lead: leadField(t) }),
});

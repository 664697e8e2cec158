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
  'The rights of a collaborator on a lead; each value includes those before it.',
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
      description: 'The collaborator; null for wallboards.',
      select: (_args, _ctx, nested) => ({ user: nested() }),
      resolve: ({ user }, _args, ctx) => (seesPeople(ctx.actor) ? user : null),
    }),
    role: t.field({
      type: CollaboratorRoleType,
      description: 'The rights of the collaborator.',
      select: { role: true },
      resolve: ({ role }) => role as CollaboratorRole,
    }),
    addedBy: t.field({
      type: UserType,
      nullable: true,
      description: 'The user who added the collaborator; null for wallboards.',
      select: { addedById: true },
      resolve: ({ addedById }, _args, ctx, info) => resolveUser(ctx, info, addedById),
    }),
    isDeputy: t.field({
      type: 'Boolean',
      description:
        'Whether the collaborator was added as the deputy of the owner, and is removed when the absence ends.',
      select: { absenceId: true },
      resolve: ({ absenceId }) => absenceId !== null,
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When the collaborator was added.',
    }),
  }),
});

/**
 * The collaborators of a lead that the actor sees: a collaborator sees only their own entry, the owner all of them.
 */
function visibleCollaborators({ role, id }: Actor): Prisma.LeadCollaboratorWhereInput {
  if (role !== 'REP') return {};
  return id === null ? { id: { in: [] } } : { OR: [{ ownerId: id }, { userId: id }] };
}

builder.prismaObjectField(LeadType, 'collaborators', (t) =>
  t.field({
    type: [CollaboratorType],
    description:
      'The agents who work on the lead beside its owner, the earliest first. A collaborator sees only their own entry.',
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
    description: 'The lead as it is now; null if the actor no longer sees it.',
    resolve: ({ id }, _args, ctx, info) => leadFieldOf(ctx, info, id),
  });
}

verbMutation('addCollaborator', {
  description:
    'Lets another agent work on a lead, for as long as its owner has it. Adding a collaborator again changes their role.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Global id of the lead.' }),
    userId: t.globalID({ for: UserType, required: true, description: 'Global id of the agent.' }),
    role: t.field({
      type: CollaboratorRoleType,
      required: true,
      description: 'Rights of the collaborator.',
    }),
  }),
  run: async (ctx, { leadId, userId, role }) => ({
    id: (await addCollaborator(ctx, { leadId: leadId.id, userId: userId.id, role })).leadId,
  }),
  payload: (t) => ({ lead: leadField(t) }),
});

verbMutation('removeCollaborator', {
  description:
    'Removes a collaborator from a lead. Collaborators may remove themselves, the owner and managers any of them.',
  input: (t) => ({
    leadId: t.globalID({ for: LeadType, required: true, description: 'Global id of the lead.' }),
    userId: t.globalID({ for: UserType, required: true, description: 'Global id of the agent.' }),
  }),
  run: async (ctx, { leadId, userId }) => {
    const removed = await removeCollaborator(ctx, { leadId: leadId.id, userId: userId.id });
    return { id: userId.id === ctx.actor.id ? null : removed.leadId };
  },
  payload: (t) => ({ lead: leadField(t) }),
});

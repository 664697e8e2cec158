import { builder } from '../kit/builder.js';
import { UserType } from '../users/types.js';

export const AbsenceType = builder.prismaNode('Absence', {
  id: { field: 'id', description: 'Global id.' },
  description: 'A time in which a deputy looks after the leads of an agent.',
  select: { id: true },
  nullable: true,
  findUnique: (id) => ({ id }),
  fields: (t) => ({
    user: t.relation('user', { description: 'The absent agent.' }),
    deputy: t.relation('deputy', { description: 'The agent who gets the warnings meanwhile.' }),
    startsAt: t.expose('startsAt', { type: 'DateTime', description: 'Start of the absence.' }),
    endsAt: t.expose('endsAt', { type: 'DateTime', description: 'End of the absence.' }),
    cancelledAt: t.expose('cancelledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was cancelled; null if it counts.',
    }),
  }),
});

builder.prismaObjectField(UserType, 'absences', (t) =>
  t.relation('absences', {
    description: 'Present and future absences of the user, the next first. Visible to colleagues.',
    query: (_args, { now }) => ({
      where: { cancelledAt: null, endsAt: { gt: now } },
      orderBy: { startsAt: 'asc' },
    }),
  }),
);

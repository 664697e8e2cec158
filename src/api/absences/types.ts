import { builder } from '../kit/builder.js';
import { UserType } from '../users/types.js';

export const AbsenceType = builder.prismaNode('Absence', {
  id: { field: 'id', description: 'Global id.' },
  description: 'A time in which a deputy looks after the leads of an agent.',
  select: { id: true },
  nullable: true,
  findUnique: (id) => ({ id }),
  fields: (t) => ({
    user: t.relation('user', { description: 'Who is away.' }),
    deputy: t.relation('deputy', { description: 'Who gets the warnings meanwhile.' }),
    startsAt: t.expose('startsAt', { type: 'DateTime', description: 'From when.' }),
    endsAt: t.expose('endsAt', { type: 'DateTime', description: 'Until when.' }),
    cancelledAt: t.expose('cancelledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was called off; null if it counts.',
    }),
  }),
});

builder.prismaObjectField(UserType, 'absences', (t) =>
  t.relation('absences', {
    description: 'When the user is away, now or later, the next first. Colleagues see it.',
    query: (_args, { now }) => ({
      where: { cancelledAt: null, endsAt: { gt: now } },
      orderBy: { startsAt: 'asc' },
    }),
  }),
);

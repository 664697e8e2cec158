import type { ROLES } from '../../domain/actor.js';
import { seesPeople } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';

export const RoleType = builder.enumType('Role', {
  description: 'What a user may do.',
  values: {
    REP: { description: 'An agent: works on leads of their own.' },
    MANAGER: { description: 'Answers for a territory, or for the whole market.' },
    ADMIN: { description: 'Runs the system.' },
    AUDITOR: { description: 'Reads everything, changes nothing.' },
    WALLBOARD: { description: 'A screen on the wall: sees no personal data.' },
    SERVICE: { description: 'A program.' },
  } as const satisfies Record<(typeof ROLES)[number], object>,
});

export const UserType = builder.prismaNode('User', {
  id: { field: 'id', description: 'Global id.' },
  description: 'A person or system that may sign in.',
  select: { id: true },
  nullable: true,
  // Wallboards get no names of people; everybody else may know their colleagues.
  findUnique: (id, ctx) => ({
    id,
    ...(seesPeople(ctx.actor) ? {} : { email: ctx.actor.email ?? '' }),
  }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Full name.' }),
    email: t.exposeString('email', { description: 'Where mails go; also what tokens name.' }),
    role: t.field({
      type: RoleType,
      description: 'What the user may do.',
      select: { role: true },
      resolve: ({ role }) => role as (typeof ROLES)[number],
    }),
    territory: t.exposeString('territory', {
      nullable: true,
      description: 'The part of the market a manager answers for; null is the whole market.',
    }),
    locale: t.exposeString('locale', { description: 'Language of mails: `de` or `en`.' }),
    version: t.exposeInt('version', {
      description: 'Grows with every change; `updateUser` may name it.',
    }),
    active: t.exposeBoolean('active', { description: 'Whether the user may still sign in.' }),
  }),
});

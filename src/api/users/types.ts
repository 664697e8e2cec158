import type { ROLES } from '../../domain/actor.js';
import { seesPeople } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';

export const RoleType = builder.enumType('Role', {
  description: 'Role of a user.',
  values: {
    REP: { description: 'An agent, who works on leads of their own.' },
    MANAGER: { description: 'A manager, who answers for a territory or for the whole market.' },
    ADMIN: { description: 'Runs the system.' },
    AUDITOR: { description: 'An auditor, who reads all data and changes nothing.' },
    WALLBOARD: { description: 'A wallboard: a screen that shows no personal data.' },
    SERVICE: { description: 'A program.' },
  } as const satisfies Record<(typeof ROLES)[number], object>,
});

export const UserType = builder.prismaNode('User', {
  id: { field: 'id', description: 'Global id.' },
  description: 'A person or system that may sign in.',
  select: { id: true },
  nullable: true,
  // Wallboards get no names of people; all other users may know their colleagues.
  findUnique: (id, ctx) => ({
    id,
    ...(seesPeople(ctx.actor) ? {} : { email: ctx.actor.email ?? '' }),
  }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Full name.' }),
    email: t.exposeString('email', {
      description: 'E-mail address for mails, and for sign-in by identity tokens that name it.',
    }),
    role: t.field({
      type: RoleType,
      description: 'Role, which decides what the user may see and do.',
      select: { role: true },
      resolve: ({ role }) => role as (typeof ROLES)[number],
    }),
    territory: t.exposeString('territory', {
      nullable: true,
      description: 'Territory of the user; null for a manager of the whole market.',
    }),
    locale: t.exposeString('locale', { description: 'Language of mails: `de` or `en`.' }),
    version: t.exposeInt('version', {
      description:
        'Grows with every change; `updateUser` takes it, so that no other change is overwritten.',
    }),
    active: t.exposeBoolean('active', { description: 'Whether the user may still sign in.' }),
  }),
});

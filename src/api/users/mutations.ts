import type { Locale } from '../../domain/locales.js';
import { createUser } from '../../features/users/create-user.js';
import { updateUser } from '../../features/users/update-user.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { lowerAscii } from '../../platform/identity/fold-ascii.js';
import { seesPeople } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { idempotencyKey, replayedField, rowField } from '../kit/verb-fields.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { RoleType, UserType } from './types.js';

const UserConnection = builder.connectionObject(
  { type: UserType, name: 'UserConnection', description: 'A page of users.' },
  { name: 'UserEdge', description: 'A user in a page.' },
);

const BY_NAME = { column: 'name', kind: 'text', direction: 'asc' } as const satisfies SortKey;

const UserFilter = builder.inputType('UserFilter', {
  description: 'Criteria for users; a criterion that is left out does not restrict.',
  fields: (t) => ({
    role: t.field({ type: [RoleType], description: 'With any of these roles.' }),
    active: t.boolean({ description: 'Whether they may still sign in.' }),
    email: t.string({ description: 'With exactly this e-mail address.' }),
  }),
});

builder.queryField('users', (t) =>
  t.field({
    type: UserConnection,
    description: 'Present and former users, by name. Wallboards see only themselves.',
    args: { ...pageArgs, filter: t.arg({ type: UserFilter, description: 'Filter of the list.' }) },
    resolve: (_root, args, ctx, info) => {
      const { role, active, email } = args.filter ?? {};
      const conditions: Prisma.UserWhereInput[] = [
        seesPeople(ctx.actor) ? {} : { email: ctx.actor.email ?? '' },
        role ? { role: { in: role } } : {},
        active == null ? {} : { active },
        email ? { email: lowerAscii(email) } : {},
      ];
      return readConnection({ ctx, info, args, key: BY_NAME }, { AND: conditions }, (query) =>
        ctx.reads.read((tx) => tx.user.findMany(query)),
      );
    },
  }),
);

const userField = rowField(UserType, 'The user as it is now.', ({ reads }, query) =>
  reads.read((tx) => tx.user.findUniqueOrThrow(query)),
);

verbMutation('createUser', {
  description:
    'Creates a user: a person, who signs in by identity tokens with their e-mail address, or a program, which signs in by API tokens.',
  input: (t) => ({
    email: t.string({
      required: true,
      description: 'E-mail address for mails, and for sign-in by identity tokens that name it.',
    }),
    name: t.string({ required: true, description: 'Full name.' }),
    role: t.field({
      type: RoleType,
      required: true,
      description: 'Role, which decides what the user may see and do.',
    }),
    territory: t.string({
      description: 'Territory of the user; null for a manager of the whole market.',
    }),
    locale: t.string({ description: 'Language of mails: `de`, which is the default, or `en`.' }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { locale, ...input }) => {
    // The verb checks which languages there are.
    const { userId, replayed } = await createUser(ctx, {
      ...input,
      ...(locale == null ? {} : { locale: locale as Locale }),
    });
    return { id: userId, replayed };
  },
  payload: (t) => ({ user: userField(t), replayed: replayedField(t) }),
});

/** With the hand-over, which `hand-overs` adds. */
export const UpdateUserPayload = verbMutation('updateUser', {
  description:
    'Changes a user. A field that is left out stays. A change of role, territory or `active` ends the user’s sessions and subscriptions at once. A user with leads under protection can only be deactivated, or get a role that owns no leads, with `reassignLeadsTo` or `keepLeads`.',
  input: (t) => ({
    userId: t.globalID({ for: UserType, required: true, description: 'Global id of the user.' }),
    expectedVersion: t.int({
      description:
        'Version of the user as the client read it; the change is refused if the user has another one.',
    }),
    email: t.string({
      description:
        'E-mail address for mails, waiting ones included. Sign-in stays as it is: identity tokens with the former address count until the identity provider names another one.',
    }),
    name: t.string({ description: 'Full name.' }),
    role: t.field({
      type: RoleType,
      description: 'Role, which decides what the user may see and do.',
    }),
    territory: t.string({
      description:
        'Territory of the user; null removes it, which for a manager is the whole market.',
    }),
    locale: t.string({ description: 'Language of mails: `de` or `en`.' }),
    active: t.boolean({ description: 'Whether the user may still sign in.' }),
    reassignLeadsTo: t.globalID({
      for: UserType,
      description:
        'The agent who gets the user’s leads under protection, in the background. Allowed without any other change.',
    }),
    keepLeads: t.boolean({
      description:
        'If true, the leads stay with a user who can no longer own leads, until they expire or are reassigned.',
    }),
    forgetSignIn: t.boolean({
      description:
        'If true, the link to the user’s account at the identity provider is removed, for a user with a new account. The next identity token with their e-mail address sets it anew.',
    }),
  }),
  run: async (ctx, { userId, locale, reassignLeadsTo, ...input }) => {
    const changes = { ...input, locale: locale as Locale | null | undefined };
    const { userId: id, ...handedOver } = await updateUser(ctx, {
      ...changes,
      userId: userId.id,
      reassignLeadsTo: reassignLeadsTo?.id,
    });
    if (handedOver.handOverId !== null) ctx.services.kickHandOvers();
    return { id, ...handedOver };
  },
  payload: (t) => ({
    user: userField(t),
    leadsReassigned: t.exposeInt('leadsReassigned', {
      description:
        'How many leads are handed over to `reassignLeadsTo`; `handOver` shows the progress.',
    }),
    leadsLeft: t.exposeInt('leadsLeft', {
      description: 'How many leads under protection stay with the user by `keepLeads`.',
    }),
  }),
});

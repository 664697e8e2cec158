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
  description: 'Which users; what is left out does not restrict.',
  fields: (t) => ({
    role: t.field({ type: [RoleType], description: 'With any of these roles.' }),
    active: t.boolean({ description: 'Whether they may still sign in.' }),
    email: t.string({ description: 'With exactly this e-mail address.' }),
  }),
});

builder.queryField('users', (t) =>
  t.field({
    type: UserConnection,
    description: 'Who may sign in, or could once, by name. Wallboards see themselves.',
    args: { ...pageArgs, filter: t.arg({ type: UserFilter, description: 'Which ones.' }) },
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
    'Lets somebody in: a person by the tokens that name their e-mail, a program by API tokens.',
  input: (t) => ({
    email: t.string({ required: true, description: 'Where mails go; also what tokens name.' }),
    name: t.string({ required: true, description: 'Full name.' }),
    role: t.field({ type: RoleType, required: true, description: 'What the user may do.' }),
    territory: t.string({
      description: 'The part of the market they work in; for a manager null is the whole market.',
    }),
    locale: t.string({ description: 'Language of mails: `de`, which is the default, or `en`.' }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: async (ctx, { locale, ...input }) => {
    // Which languages there are, the verb says.
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
    'Changes a user. What is left out stays. With another role or territory, or no longer active, they must sign in again: their subscriptions end at once. Somebody with leads under protection can only leave, or get a role that owns none, if it is said what becomes of those.',
  input: (t) => ({
    userId: t.globalID({ for: UserType, required: true, description: 'Which user.' }),
    expectedVersion: t.int({
      description: 'Version of the user as it was seen; if it has another one, nothing changes.',
    }),
    email: t.string({
      description:
        'Where mails go, also those that wait. Everything else stays, sign-in too: a token that names the address so far counts until the identity provider names another.',
    }),
    name: t.string({ description: 'Full name.' }),
    role: t.field({ type: RoleType, description: 'What the user may do.' }),
    territory: t.string({ description: 'The part of the market they work in; null empties it.' }),
    locale: t.string({ description: 'Language of mails: `de` or `en`.' }),
    active: t.boolean({ description: 'Whether the user may still sign in.' }),
    reassignLeadsTo: t.globalID({
      for: UserType,
      description:
        'Who gets their leads under protection, in the background. Also without any other change.',
    }),
    keepLeads: t.boolean({
      description:
        'Lets leads stay with somebody who can own none any more, until they expire or are reassigned.',
    }),
    forgetSignIn: t.boolean({
      description:
        'Forgets by which account of the identity provider they sign in: for somebody who has got another one. The next token that names their e-mail counts.',
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
      description: 'How many leads pass on to `reassignLeadsTo`; `handOver` tells how far that is.',
    }),
    leadsLeft: t.exposeInt('leadsLeft', {
      description:
        'How many leads under protection stay with a user who leaves without handing them over.',
    }),
  }),
});

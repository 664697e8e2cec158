import type { Actor } from '../../domain/actor.js';
import {
  type CreatedApiToken,
  createApiToken,
} from '../../features/api-tokens/create-api-token.js';
import { revokeApiToken } from '../../features/api-tokens/revoke-api-token.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { SCOPES } from '../../platform/identity/scopes.js';
import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { idempotencyKey } from '../kit/verb-fields.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

const READERS: ReadonlySet<Actor['role']> = new Set(['ADMIN', 'AUDITOR', 'SYSTEM']);

/** All of them or none. */
function visibleTokens(actor: Actor): Prisma.ApiTokenWhereInput {
  return READERS.has(actor.role) ? {} : { id: { in: [] } };
}

const ApiTokenType = builder.prismaNode('ApiToken', {
  id: { field: 'id', description: 'Global id.' },
  description: 'What a program signs in by. The secret is told when it is made, and never again.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleTokens(ctx.actor)] }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is for.' }),
    user: t.field({
      type: UserType,
      nullable: true,
      description: 'The program that acts by it.',
      select: { userId: true },
      resolve: ({ userId }, _args, ctx, info) => resolveUser(ctx, info, userId),
    }),
    scopes: t.exposeStringList('scopes', { description: 'All that it may be used for.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Until when it counts.' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was ended early; null if it was not.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to the minute; null if never.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    createdBy: t.field({
      type: UserType,
      nullable: true,
      description: 'Who made it; null for the system itself.',
      select: { createdById: true },
      resolve: ({ createdById }, _args, ctx, info) => resolveUser(ctx, info, createdById),
    }),
  }),
});

const ApiTokenConnection = builder.connectionObject(
  { type: ApiTokenType, name: 'ApiTokenConnection', description: 'A page of API tokens.' },
  { name: 'ApiTokenEdge', description: 'An API token in a page.' },
);

const LATEST_FIRST = {
  column: 'createdAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.queryField('apiTokens', (t) =>
  t.field({
    type: ApiTokenConnection,
    description: 'The API tokens, the latest first, also ended ones; for admins and auditors.',
    args: {
      ...pageArgs,
      userId: t.arg.globalID({ for: UserType, description: 'Of this program.' }),
    },
    resolve: (_root, { userId, ...args }, ctx, info) =>
      readConnection(
        { ctx, info, args, key: LATEST_FIRST },
        { AND: [visibleTokens(ctx.actor), userId ? { userId: userId.id } : {}] },
        (query) => ctx.reads.read((tx) => tx.apiToken.findMany(query)),
      ),
  }),
);

verbMutation('createApiToken', {
  description:
    'Makes a token by which a program, a user with the role SERVICE, signs in. The program can do what both its role and the scopes of the token allow.',
  input: (t) => ({
    userId: t.globalID({ for: UserType, required: true, description: 'Which program.' }),
    name: t.string({ required: true, maxLength: 100, description: 'What it is for.' }),
    scopes: t.stringList({
      required: true,
      description: `All that it may be used for. \`read\`: everything that the program may see, without it nothing but \`me\` and the ids of what it changes; and verbs by their names. There are: ${SCOPES.map((scope) => `\`${scope}\``).join(', ')}.`,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description:
        'Until when it counts; if left out, as long as the setting `apiTokenDays` allows.',
    }),
    idempotencyKey: idempotencyKey(t),
  }),
  run: (ctx, { userId, ...input }): Promise<CreatedApiToken> =>
    createApiToken(ctx, { ...input, userId: userId.id }),
  payload: (t) => ({
    token: t.exposeString('token', {
      nullable: true,
      description:
        'Send it as `Authorization: Bearer …`. It is told this once; null when the idempotency key was known.',
    }),
    apiToken: t.prismaField({
      type: ApiTokenType,
      description: 'What is known of it.',
      resolve: (query, { id }, _args, { reads }) =>
        reads.read((tx) => tx.apiToken.findUniqueOrThrow({ ...query, where: { id } })),
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether the key was known, so that nothing new happened.',
    }),
  }),
});

verbMutation('revokeApiToken', {
  description: 'Ends a token for good. What is signed in by it, also subscriptions, ends at once.',
  input: (t) => ({
    apiTokenId: t.globalID({ for: ApiTokenType, required: true, description: 'Which token.' }),
  }),
  run: (ctx, { apiTokenId }) => revokeApiToken(ctx, { apiTokenId: apiTokenId.id }),
  payload: (t) => ({
    apiToken: t.prismaField({
      type: ApiTokenType,
      nullable: true,
      description: 'The token as it is now; null for a program, which sees none.',
      resolve: (query, { id }, _args, { reads }) =>
        reads.read((tx) => tx.apiToken.findUnique({ ...query, where: { id } })),
    }),
  }),
});

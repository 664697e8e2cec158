import type { Actor } from '../../domain/actor.js';
import type { Prisma } from '../../platform/db/generated/prisma/client.js';
import { seesAll } from '../../platform/identity/sight.js';
import { builder } from '../kit/builder.js';
import { UserType } from '../users/types.js';
import { resolveUser } from '../users/user-field.js';

/** All of them or none. */
export function visibleTokens(actor: Actor): Prisma.ApiTokenWhereInput {
  return seesAll(actor, 'trail') ? {} : { id: { in: [] } };
}

export const ApiTokenType = builder.prismaNode('ApiToken', {
  id: { field: 'id', description: 'Global id.' },
  description:
    'A token by which a program signs in. Its secret is returned by `createApiToken` only.',
  select: { id: true },
  nullable: true,
  findUnique: (id, ctx) => ({ id, AND: [visibleTokens(ctx.actor)] }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the token, as its purpose.' }),
    user: t.field({
      type: UserType,
      nullable: true,
      description: 'The program that signs in by the token.',
      select: { userId: true },
      resolve: ({ userId }, _args, ctx, info) => resolveUser(ctx, info, userId),
    }),
    scopes: t.exposeStringList('scopes', {
      description: 'Scopes of the token: `read` and names of verbs.',
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it expires.' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null if it was not.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to the minute; null if never.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    createdBy: t.field({
      type: UserType,
      nullable: true,
      description: 'The admin who created it; null for the system itself.',
      select: { createdById: true },
      resolve: ({ createdById }, _args, ctx, info) => resolveUser(ctx, info, createdById),
    }),
  }),
});

export const ApiTokenConnection = builder.connectionObject(
  { type: ApiTokenType, name: 'ApiTokenConnection', description: 'A page of API tokens.' },
  { name: 'ApiTokenEdge', description: 'An API token in a page.' },
);

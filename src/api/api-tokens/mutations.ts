import {
  type CreatedApiToken,
  createApiToken,
} from '../../features/api-tokens/create-api-token.js';
import { revokeApiToken } from '../../features/api-tokens/revoke-api-token.js';
import { SCOPES } from '../../platform/identity/scopes.js';
import { idempotencyKey } from '../kit/verb-fields.js';
import { verbMutation } from '../kit/verb-mutation.js';
import { UserType } from '../users/types.js';
import { ApiTokenType } from './types.js';

verbMutation('createApiToken', {
  description:
    'Creates a token by which a program, a user with the role SERVICE, signs in. The token allows what both the role and its scopes allow.',
  input: (t) => ({
    userId: t.globalID({ for: UserType, required: true, description: 'Global id of the program.' }),
    name: t.string({
      required: true,
      maxLength: 100,
      description: 'Name of the token, as its purpose.',
    }),
    scopes: t.stringList({
      required: true,
      description: `Scopes of the token: \`read\` for everything that the program may see (without it, the program reads only \`me\` and the ids of the objects that it changes), and verbs by their names. Allowed are: ${SCOPES.map((scope) => `\`${scope}\``).join(', ')}.`,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description:
        'When the token expires; if left out, as late as the setting `apiTokenDays` allows.',
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
      description: 'The token, without its secret.',
      resolve: (query, { id }, _args, { reads }) =>
        reads.read((tx) => tx.apiToken.findUniqueOrThrow({ ...query, where: { id } })),
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether the idempotency key was known, so that nothing was created.',
    }),
  }),
});

verbMutation('revokeApiToken', {
  description: 'Revokes a token for good. Its sessions and subscriptions end at once.',
  input: (t) => ({
    apiTokenId: t.globalID({
      for: ApiTokenType,
      required: true,
      description: 'Global id of the token.',
    }),
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

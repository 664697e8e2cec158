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

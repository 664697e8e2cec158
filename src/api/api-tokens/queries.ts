import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { UserType } from '../users/types.js';
import { ApiTokenConnection, visibleTokens } from './types.js';

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

import { visibleHandOvers } from '../../features/hand-overs/queries.js';
import { builder } from '../kit/builder.js';
import { pageArgs, readConnection } from '../kit/keyset-connection.js';
import type { SortKey } from '../kit/keyset-page.js';
import { HandOverConnection } from './types.js';

const LATEST_FIRST = {
  column: 'createdAt',
  kind: 'instant',
  direction: 'desc',
} as const satisfies SortKey;

builder.queryField('handOvers', (t) =>
  t.field({
    type: HandOverConnection,
    description:
      'The hand-overs that the actor started, or all of them for actors who see the whole market, the latest first. `HAND_OVER_PROGRESSED` events report their progress.',
    args: pageArgs,
    resolve: (_root, args, ctx, info) =>
      readConnection({ ctx, info, args, key: LATEST_FIRST }, visibleHandOvers(ctx.actor), (query) =>
        ctx.reads.read((tx) => tx.handOver.findMany(query)),
      ),
  }),
);

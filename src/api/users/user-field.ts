import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import { seesPeople } from '../../platform/identity/sight.js';
import { loadTogether } from '../kit/batch-loaders.js';
import type { GraphQLContext } from '../kit/context.js';

/** The user with this id as a field's value; all siblings are loaded with one statement. */
export async function resolveUser(
  ctx: GraphQLContext,
  info: GraphQLResolveInfo,
  id: string | null,
): Promise<{ id: string } | null> {
  if (!seesPeople(ctx.actor)) return null;
  // Also tells Pothos that this very row has the selected columns.
  const { select } = queryFromInfo({ context: ctx, info, select: { id: true } });
  return loadTogether(ctx.loaders, info.fieldNodes, id, (ids) =>
    ctx.reads.read((tx) => tx.user.findMany({ select, where: { id: { in: [...ids] } } })),
  );
}

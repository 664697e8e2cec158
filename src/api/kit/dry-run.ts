import { type ForetoldLead, readForetold } from '../../features/leads/foretold-lead.js';
import { type Rehearsal, rehearse } from '../../platform/verbs/rehearse.js';
import { builder } from './builder.js';
import { contextOn, type GraphQLContext } from './context.js';

/** What a verb would have done. */
export class DryRun {
  constructor(readonly rehearsal: Rehearsal<readonly ForetoldLead[]>) {}
}

/** Its fields stand in src/api/dry-runs, because they are of the types of several nouns. */
export const DryRunType = builder.objectRef<DryRun>('DryRun');

export function isDryRun(value: unknown): value is DryRun {
  return value instanceof DryRun;
}

/** Runs a verb and takes back what it wrote. Throws what the verb throws. */
export async function dryRunOf(
  ctx: GraphQLContext,
  run: (ctx: GraphQLContext) => Promise<unknown>,
): Promise<DryRun> {
  const rehearsal = await rehearse({
    db: ctx.db,
    actor: ctx.actor,
    run: async (db) => {
      const inner = contextOn(ctx, db);
      try {
        await run(inner);
      } finally {
        await inner.reads.close();
      }
    },
    readLeads: (tx, ids) => readForetold(tx, ids, ctx.now),
  });
  return new DryRun(rehearsal);
}

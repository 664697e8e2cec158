import { ConflictError } from '../../domain/errors.js';
import { type ForetoldLead, readForetold } from '../../features/leads/foretold-lead.js';
import type { TxContext } from '../../platform/verbs/context.js';
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

/**
 * Runs a verb and takes back what it wrote, but for what must be kept: that it was asked. Throws what the verb
 * throws.
 */
export async function dryRunOf(
  ctx: GraphQLContext,
  run: (ctx: GraphQLContext) => Promise<unknown>,
): Promise<DryRun> {
  const kept: ((ctx: TxContext) => Promise<void>)[] = [];
  try {
    const rehearsal = await rehearse({
      db: ctx.db,
      actor: ctx.actor,
      run: async (db) => {
        const inner = contextOn(ctx, db, (work) => kept.push(work));
        try {
          await run(inner);
        } finally {
          await inner.reads.close();
        }
      },
      readLeads: (tx, ids) => readForetold(tx, ids, ctx.now),
    });
    return new DryRun(rehearsal);
  } catch (error) {
    // Its receipt was taken back.
    if (error instanceof ConflictError) error.receiptId = null;
    throw error;
  } finally {
    if (kept.length > 0) await keep(ctx, kept);
  }
}

async function keep(
  ctx: GraphQLContext,
  kept: readonly ((ctx: TxContext) => Promise<void>)[],
): Promise<void> {
  await ctx.db.transaction(
    async (tx) => {
      for (const work of kept) await work({ ...ctx, tx });
    },
    { as: ctx.actor },
  );
}

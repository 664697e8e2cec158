import { isUnavailable } from '../../platform/db/is-unavailable.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import type { Selection } from './define-job.js';
import { expiries } from './protection-expiry.js';

/**
 * Gives leads back to the pool when their time is up, as the nightly job does, which deals with the leads that this
 * one left: until then no agent could work on them. Leads locked by a transaction are left for the next time. Returns
 * the number of leads; as many as `limit` means that there may be more.
 * @throws the error of the first lead that failed; the leads behind it were dealt with
 */
export async function endProtections(ctx: VerbContext, limit = 100): Promise<number> {
  try {
    return await endBatch(ctx, { limit });
  } catch (error) {
    if (ctx.tx || isUnavailable(error)) throw error;
    return endOneByOne(ctx, limit);
  }
}

async function endOneByOne(ctx: VerbContext, limit: number): Promise<number> {
  const due = await inTransaction(ctx, ({ tx }) =>
    expiries.select(tx, { ...selectionOf(ctx, { limit }), lock: false }),
  );
  const failures: unknown[] = [];
  let ended = 0;
  for (const { id } of due) {
    try {
      ended += await endBatch(ctx, { limit: 1, only: [id] });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return ended;
}

function endBatch(ctx: VerbContext, part: Pick<Selection, 'limit' | 'only'>): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await expiries.select(ctx.tx, selectionOf(ctx, part));
    if (rows.length === 0) return 0;
    return expiries.apply({ ...ctx, asOf: ctx.now, memo: { policy: null, schedule: null } }, rows);
  });
}

function selectionOf({ now }: VerbContext, part: Pick<Selection, 'limit' | 'only'>): Selection {
  return { asOf: now, now, after: null, except: [], lock: true, ...part };
}

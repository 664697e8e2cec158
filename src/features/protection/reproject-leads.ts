import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { policyVersionInForce } from '../../platform/settings/load-policy-versions.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { projectLeads } from './project-leads.js';
import { settleHolds } from './turn-holds.js';

/** Projects locked leads anew although no fact of theirs has changed. */
export async function reprojectLeads(ctx: TxContext, leadIds: readonly string[]): Promise<void> {
  if (leadIds.length === 0) return;
  await settleHolds(ctx, await ctx.tx.lead.findMany({ where: { id: { in: [...leadIds] } } }));
  await projectLeads(ctx, leadIds);
}

export interface StaleSelection {
  readonly after: string | null;
  readonly limit: number;
  readonly lock: boolean;
  readonly only?: readonly string[] | undefined;
  readonly except?: readonly string[];
}

/**
 * The ACTIVE leads behind an id whose dates another policy gave than the one in force, in the order
 * of the ids. `lock` keeps them until the end of the transaction and passes over those of others.
 */
export async function staleLeads(
  tx: Tx,
  { after, limit, lock, only, except = [] }: StaleSelection,
): Promise<{ id: string }[]> {
  const version = await policyVersionInForce(tx);
  const among = [
    after === null ? [] : Prisma.sql`AND id > ${after}::uuid`,
    only === undefined ? [] : Prisma.sql`AND id = ANY(${[...only]}::uuid[])`,
    except.length === 0 ? [] : Prisma.sql`AND id <> ALL(${[...except]}::uuid[])`,
  ].flat();
  return tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM lead
    WHERE status = 'ACTIVE' AND (policy_version < ${version}::int OR policy_version > ${version}::int)
      ${among.length === 0 ? Prisma.empty : Prisma.join(among, ' ')}
    ORDER BY id
    LIMIT ${limit}::int
    ${lock ? Prisma.sql`FOR UPDATE SKIP LOCKED` : Prisma.empty}`;
}

/**
 * Brings leads under the policy in force, for any kind of change of it. Returns the number of leads; as many as
 * `limit` means that there may be more.
 */
export async function reprojectStale(ctx: VerbContext, limit = 100): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const stale = await staleLeads(ctx.tx, { after: null, limit, lock: true });
    await reprojectLeads(
      ctx,
      stale.map(({ id }) => id),
    );
    return stale.length;
  });
}

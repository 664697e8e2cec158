import type { Former } from '../../domain/judge-conflict.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { askGate } from '../conflicts/gate.js';
import { questionOf } from '../conflicts/match-keys.js';
import type { OwnedLead } from '../leads/lock-lead.js';
import { claimedBy, liesInPool } from '../ownership/claims.js';
import { requireRoomFor } from '../ownership/owner-limits.js';

/**
 * A lead that its owner turns into a company of the pool takes that one out of it, as a claim does.
 * One that was the same company under its old name already takes nothing.
 * @param lead as it was
 * @param former what is the same company under the new name
 * @throws ConflictError if a limit forbids it
 */
export async function renameIntoPool(
  ctx: TxContext,
  lead: OwnedLead,
  former: readonly Former[],
): Promise<void> {
  if (lead.ownerId !== ctx.actor.id || !former.some(liesInPool)) return;
  const [before] = await askGate(ctx, [questionOf({ ...lead, contacts: [] }, lead.id)], null);
  const known = new Set(before?.former.flatMap(({ id, byName }) => (byName ? id : [])));
  const taken = former.filter((other) => liesInPool(other) && !known.has(other.id));
  const claimedAt = claimedBy(ctx, lead.ownerId, taken);
  if (claimedAt === null) return;
  const formerLeadIds = taken.map(({ id }) => id);
  await requireRoomFor(ctx, { ownerId: lead.ownerId, formerLeadIds, claimedAt, renamed: true });
  await ctx.tx.ownership.update({ where: { id: lead.ownership.id }, data: { claimedAt } });
}

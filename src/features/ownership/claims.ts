import { localDayOf } from '../../domain/calendar.js';
import type { Former } from '../../domain/judge-conflict.js';
import { lookUp } from '../../platform/db/look-up.js';
import { isManager } from '../../platform/identity/may.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { isPooled } from '../leads/lead-access.js';

/**
 * Whether a company is one that every agent may know of from the pool. That a contact was known
 * there they may not: only the same name and city tell nothing about a person.
 */
export function liesInPool({ status, byName }: Pick<Former, 'status' | 'byName'>): boolean {
  return isPooled(status) && byName;
}

/**
 * When a company is taken out of the pool by writing it as another lead; null if it does not lie
 * there, or a manager gives it to another agent.
 * @param former the same company as it was before
 */
export function claimedBy(
  { actor, now }: Pick<TxContext, 'actor' | 'now'>,
  ownerId: string,
  former: readonly Pick<Former, 'status' | 'byName'>[],
): Date | null {
  const given = isManager(actor) && actor.id !== ownerId;
  return !given && former.some(liesInPool) ? now : null;
}

export interface DailyClaims {
  /** Why the agent may take no other lead out of the pool today, or null, and then it counts. */
  claim(ownerId: string): string | null;
}

/** Namespace of the advisory locks on agents who take leads out of the pool. */
const LOCK_CLASS = 4_711_005;

/**
 * What each agent took out of the pool in this local day, also if it was given back since. Until the
 * transaction has ended, others wait that take a lead for one of them.
 */
export async function loadDailyClaims(
  ctx: TxContext,
  ownerIds: readonly string[],
): Promise<DailyClaims> {
  if (ownerIds.length === 0) return { claim: () => null };
  const ids = [...new Set(ownerIds)];
  await ctx.tx.$executeRaw`
    SELECT pg_advisory_xact_lock(${LOCK_CLASS}::int, number)
    FROM (SELECT DISTINCT hashtext(id) AS number FROM unnest(${ids}::text[]) AS id ORDER BY 1) AS numbers`;
  const most = await readSetting(ctx.tx, 'claimsPerDay');
  const { timeZone } = await loadPolicy(ctx.tx);
  const today = localDayOf(ctx.now.getTime(), timeZone);
  const counts = await lookUp(
    ctx.tx,
    () => ctx.tx.$queryRaw<{ ownerId: string; claims: number }[]>`
    SELECT owner_id AS "ownerId", count(*)::int AS claims FROM ownership
    WHERE owner_id = ANY(${ids}::uuid[])
      AND claimed_at >= ${new Date(today.start).toISOString()}::timestamptz
    GROUP BY owner_id`,
  );
  const claims = new Map(counts.map(({ ownerId, claims }) => [ownerId, claims]));
  return {
    claim(ownerId) {
      const count = claims.get(ownerId) ?? 0;
      if (count >= most) {
        const until = new Date(today.end).toISOString();
        return `${most} leads a day can be claimed from the pool; the next one from ${until} on.`;
      }
      claims.set(ownerId, count + 1);
      return null;
    },
  };
}

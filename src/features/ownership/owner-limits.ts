import { addDays } from '../../domain/calendar.js';
import type { ConflictReason } from '../../domain/conflict-reasons.js';
import { ConflictError } from '../../domain/errors.js';
import { lookUp } from '../../platform/db/look-up.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { underProtectionSql } from '../leads/require-protected.js';
import { loadDailyClaims } from './claims.js';

/** A lead that an agent is about to gain. */
export interface Gain {
  readonly ownerId: string;
  /** The lead itself if it exists, and leads that were the same company. */
  readonly formerLeadIds: readonly string[];
  /** When the agent takes it out of the pool; null if it does not lie there or a manager gives it to them. */
  readonly claimedAt: Date | null;
  /** Whether the agent has the lead already, and only its company becomes another one. */
  readonly renamed?: boolean;
  /** Whether a manager gives a lead to the agent that exists already. */
  readonly given?: boolean;
}

export interface Refusal {
  readonly reason: Extract<ConflictReason, 'LEAD_LIMIT' | 'COOL_DOWN' | 'CLAIM_LIMIT'>;
  readonly message: string;
}

export interface OwnerLimits {
  /** Reason for which the agent may not have the lead, or null, and then the lead counts for later ones. */
  gain(gain: Gain): Refusal | null;
}

/**
 * The limits that every verb checks before it gives a lead to an agent: how many they may have under protection at
 * once, how long they have to wait for a company that they gave up or lost, and how many they may take out of the
 * pool in a day. The caller holds the agents by `findOwner`.
 */
export async function loadOwnerLimits(
  ctx: TxContext,
  gains: readonly Gain[],
): Promise<OwnerLimits> {
  const most = await readSetting(ctx.tx, 'maxProtectedLeads');
  const limitsGiven = await readSetting(ctx.tx, 'maxProtectedLeadsOnReassign');
  const owned = most === null ? new Map<string, number>() : await countOwned(ctx, gains);
  const waits = await loadCoolDowns(ctx, gains);
  const claims = await loadDailyClaims(
    ctx,
    gains.flatMap(({ ownerId, claimedAt }) => (claimedAt === null ? [] : ownerId)),
  );
  return {
    gain({ ownerId, formerLeadIds, claimedAt, renamed = false, given = false }) {
      const count = owned.get(ownerId) ?? 0;
      const isLimited = !renamed && (!given || limitsGiven);
      if (most !== null && isLimited && count >= most) {
        const message = `${count} leads are under protection already, allowed are ${most}.`;
        return { reason: 'LEAD_LIMIT', message };
      }
      const free = Math.max(0, ...formerLeadIds.map((id) => waits.get(`${ownerId} ${id}`) ?? 0));
      if (ctx.now.getTime() < free) {
        const until = new Date(free).toISOString();
        const message = `Its former owner can claim the lead again from ${until} on.`;
        return { reason: 'COOL_DOWN', message };
      }
      const refused = claimedAt === null ? null : claims.claim(ownerId);
      if (refused !== null) return { reason: 'CLAIM_LIMIT', message: refused };
      owned.set(ownerId, count + 1);
      return null;
    },
  };
}

/** @throws ConflictError if the agent may not have the lead */
export async function requireRoomFor(ctx: TxContext, gain: Gain): Promise<void> {
  const refusal = (await loadOwnerLimits(ctx, [gain])).gain(gain);
  if (refusal) throw new ConflictError(refusal.message, refusal.reason);
}

async function countOwned(ctx: TxContext, gains: readonly Gain[]): Promise<Map<string, number>> {
  const ownerIds = [...new Set(gains.map(({ ownerId }) => ownerId))];
  const counts = await lookUp(
    ctx.tx,
    () => ctx.tx.$queryRaw<{ ownerId: string; leads: number }[]>`
    SELECT owner_id AS "ownerId", count(*)::int AS leads FROM lead
    WHERE owner_id = ANY(${ownerIds}::uuid[]) AND ${underProtectionSql(ctx.now)} GROUP BY owner_id`,
  );
  return new Map(counts.map(({ ownerId, leads }) => [ownerId, leads]));
}

/**
 * By agent and lead, when the wait is over. A lead that a manager took away or that was converted is no reason to
 * wait.
 */
async function loadCoolDowns(ctx: TxContext, gains: readonly Gain[]): Promise<Map<string, number>> {
  const days = await readSetting(ctx.tx, 'reclaimCoolDownDays');
  const leadIds = [...new Set(gains.flatMap(({ formerLeadIds }) => formerLeadIds))];
  if (days === 0 || leadIds.length === 0) return new Map();
  const ownerIds = [...new Set(gains.map(({ ownerId }) => ownerId))];
  const ended = await lookUp(
    ctx.tx,
    () => ctx.tx.$queryRaw<{ ownerId: string; leadId: string; endedAt: Date }[]>`
    SELECT owner_id AS "ownerId", lead_id AS "leadId", max(ended_at) AS "endedAt" FROM ownership
    WHERE lead_id = ANY(${leadIds}::uuid[]) AND owner_id = ANY(${ownerIds}::uuid[])
      AND ended_at IS NOT NULL AND end_reason NOT IN ('REASSIGNED', 'CONVERTED')
    GROUP BY owner_id, lead_id`,
  );
  const { timeZone } = await loadPolicy(ctx.tx);
  return new Map(
    ended.map(({ ownerId, leadId, endedAt }) => [
      `${ownerId} ${leadId}`,
      addDays(endedAt, days, timeZone).getTime(),
    ]),
  );
}

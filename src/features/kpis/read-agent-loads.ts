import type { Actor } from '../../domain/actor.js';
import type { Tx } from '../../platform/db/open.js';
import { extentOf, seesPeople } from '../../platform/identity/sight.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import { underProtectionSql } from '../leads/require-protected.js';
import { visibleLeadsSql } from '../leads/visibility.js';

/** How many leads an agent holds, and what becomes of them. */
export interface AgentLoad {
  readonly agentId: string;
  /** Leads under protection now. */
  readonly protected: number;
  /** Of those without progress since the assignment. */
  readonly unworked: number;
  /** Ownerships that began in the period. */
  readonly gained: number;
  /** Protections that the clock ended in the period. */
  readonly expired: number;
  /** Of those without progress in all the time. */
  readonly expiredUnworked: number;
  /** Leads that the agent may have under protection; null for no limit. */
  readonly capacity: number | null;
}

const MOST_AGENTS = 500;

/**
 * The loads of the agents in the leads that the actor sees, those with the most unworked leads first. Progress is judged by
 * the kinds of activities that qualify now. Agents and wallboards see none.
 */
export async function readAgentLoads(
  tx: Tx,
  actor: Actor,
  now: Date,
  { from, before }: { from: Date; before: Date },
  qualifyingKinds: readonly string[],
): Promise<AgentLoad[]> {
  // An agent no longer sees what became of the leads that they lost.
  if (extentOf(actor, 'leads').of === 'OWN' || !seesPeople(actor)) return [];
  const capacity = await readSetting(tx, 'maxProtectedLeads');
  const [since, until] = [from.toISOString(), before.toISOString()];
  const rows = await tx.$queryRaw<Omit<AgentLoad, 'capacity'>[]>`
    WITH held AS (
      SELECT owner_id, count(*)::int AS protected, count(*) FILTER (WHERE unworked)::int AS unworked
      FROM lead
      WHERE ${underProtectionSql(now)} AND ${visibleLeadsSql(actor)}
      GROUP BY owner_id
    ), gained AS (
      SELECT ownership.owner_id, count(*)::int AS gained
      FROM ownership JOIN lead ON lead.id = ownership.lead_id AND ${visibleLeadsSql(actor)}
      WHERE ownership.assigned_at >= ${since}::timestamptz AND ownership.assigned_at < ${until}::timestamptz
      GROUP BY ownership.owner_id
    ), expired AS (
      SELECT ownership.owner_id, count(*)::int AS expired,
        count(*) FILTER (WHERE NOT EXISTS (
          SELECT FROM activity WHERE activity.ownership_id = ownership.id AND voided_at IS NULL
            AND kind = ANY(${[...qualifyingKinds]}::text[])))::int AS expired_unworked
      FROM ownership JOIN lead ON lead.id = ownership.lead_id AND ${visibleLeadsSql(actor)}
      WHERE ownership.ended_at >= ${since}::timestamptz AND ownership.ended_at < ${until}::timestamptz
        AND ownership.end_reason IN ('NO_PROGRESS', 'BASE_PERIOD_ENDED')
      GROUP BY ownership.owner_id
    )
    SELECT owner_id AS "agentId", coalesce(protected, 0) AS protected, coalesce(unworked, 0) AS unworked,
      coalesce(gained, 0) AS gained, coalesce(expired, 0) AS expired,
      coalesce(expired_unworked, 0) AS "expiredUnworked"
    FROM held FULL JOIN gained USING (owner_id) FULL JOIN expired USING (owner_id)
    WHERE owner_id IS NOT NULL
    ORDER BY coalesce(unworked, 0) DESC, coalesce(expired_unworked, 0) DESC, owner_id
    LIMIT ${MOST_AGENTS}::int`;
  return rows.map((row) => ({ ...row, capacity }));
}

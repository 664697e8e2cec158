import type { Actor } from '../../domain/actor.js';
import type { Tx } from '../../platform/db/open.js';
import { visibleLeadsSql } from '../leads/visibility.js';

/** What happened on one of the two sides of a conflict. */
export interface Moment {
  readonly at: Date;
  /** The lead that was met, or the one who asked. */
  readonly side: 'MET' | 'ASKED';
  readonly what:
    | 'ASSIGNED'
    | 'OWNERSHIP_ENDED'
    | 'ACTIVITY'
    | 'HOLD_STARTED'
    | 'HOLD_ENDED'
    | 'WARNED'
    | 'REFUSED'
    | 'OVERRIDDEN'
    | 'CONFIRMED'
    | 'UNDONE';
  /** Kind of the activity, reason of the hold or end of the ownership; null where there is none. */
  readonly code: string | null;
}

/** The latest of each conflict that are told. */
const MOST_MOMENTS = 200;

/**
 * Both time lines of each conflict as one list, the earliest first: what happened with the lead that was met, how often the
 * same actor asked for it, and what happened with the lead of theirs, as far as the reader sees the leads.
 */
export async function readTimeLines(
  tx: Tx,
  actor: Actor,
  conflictIds: readonly string[],
): Promise<Map<string, Moment[]>> {
  const moments = await tx.$queryRaw<(Moment & { conflictId: string })[]>`
    SELECT conflict.id AS "conflictId", told.at, told.side, told.what, told.code
    FROM conflict CROSS JOIN LATERAL (
      SELECT at, side, what, code FROM (
        SELECT fact.at, CASE fact.lead_id WHEN conflict.lead_id THEN 'MET' ELSE 'ASKED' END AS side, what, code
        FROM (
          SELECT lead_id, assigned_at AS at, 'ASSIGNED' AS what, NULL::text AS code FROM ownership
            WHERE lead_id IN (conflict.lead_id, conflict.new_lead_id)
          UNION ALL SELECT lead_id, ended_at, 'OWNERSHIP_ENDED', end_reason FROM ownership
            WHERE lead_id IN (conflict.lead_id, conflict.new_lead_id)
          UNION ALL SELECT lead_id, performed_at, 'ACTIVITY', kind FROM activity
            WHERE lead_id IN (conflict.lead_id, conflict.new_lead_id) AND voided_at IS NULL
          UNION ALL SELECT lead_id, start_at, 'HOLD_STARTED', reason FROM hold
            WHERE lead_id IN (conflict.lead_id, conflict.new_lead_id) AND voided_at IS NULL
          UNION ALL SELECT lead_id, end_at, 'HOLD_ENDED', reason FROM hold
            WHERE lead_id IN (conflict.lead_id, conflict.new_lead_id) AND voided_at IS NULL
          UNION ALL SELECT lead_id, sent_at, 'WARNED', NULL FROM reminder
            WHERE lead_id IN (conflict.lead_id, conflict.new_lead_id) AND kind = 'PROGRESS_WARNING'
        ) fact
        JOIN lead ON lead.id = fact.lead_id AND ${visibleLeadsSql(actor)}
        UNION ALL SELECT other.created_at, 'ASKED', other.kind, other.verdict FROM conflict other
          WHERE other.lead_id = conflict.lead_id AND other.asked_by_id = conflict.asked_by_id
        UNION ALL SELECT other.decided_at, 'ASKED', other.status, NULL FROM conflict other
          WHERE other.lead_id = conflict.lead_id AND other.asked_by_id = conflict.asked_by_id
      ) moment
      WHERE at IS NOT NULL
      ORDER BY at DESC
      LIMIT ${MOST_MOMENTS}::int
    ) told
    WHERE conflict.id = ANY(${[...conflictIds]}::uuid[])
    ORDER BY told.at, told.side, told.what`;
  const byConflict = new Map<string, Moment[]>();
  for (const { conflictId, ...moment } of moments) {
    byConflict.set(conflictId, [...(byConflict.get(conflictId) ?? []), moment]);
  }
  return byConflict;
}

import type { BaseReminderFact } from '../../domain/base-reminders.js';
import type { HoldLimit, ProtectionFacts } from '../../domain/facts.js';
import type { ActivityKind } from '../../domain/policy.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';

/** The facts of a lead's current ownership, with the other inputs of its projection. */
export interface LeadFacts extends ProtectionFacts {
  readonly ownershipId: string;
  readonly businessType: string | null;
  /** Version of the policy that the lead was last projected under. */
  readonly policyVersion: number;
  readonly baseReminders: readonly BaseReminderFact[];
}

interface FactsRow {
  leadId: string;
  ownershipId: string;
  businessType: string | null;
  policyVersion: number;
  assignedAt: number;
  activities: [id: string, kind: ActivityKind, performedAt: number][] | null;
  holds: [id: string, startAt: number, endAt: number | null, limit: HoldLimit | null][] | null;
  extensionMonths: number;
  warnings:
    | [windowStart: number, issuedAt: number, sentAt: number | null, deliveredAt: number | null][]
    | null;
  baseReminders: [sentAt: number, namedEnd: number | null][] | null;
}

/** An instant as epoch milliseconds. `instant` is SQL, never input. */
function ms(instant: string): Prisma.Sql {
  return Prisma.raw(`(extract(epoch FROM ${instant}) * 1000)::float8`);
}

/** The facts of the current ownership of each lead, with one statement. A lead without one has none. */
export async function loadFacts(
  tx: Tx,
  leadIds: readonly string[],
): Promise<Map<string, LeadFacts>> {
  if (leadIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<FactsRow[]>`
    SELECT lead.id AS "leadId", ownership.id AS "ownershipId", lead.business_type AS "businessType",
      lead.policy_version AS "policyVersion",
      ${ms('ownership.assigned_at')} AS "assignedAt",
      (SELECT jsonb_agg(jsonb_build_array(id, kind, ${ms('performed_at')}))
        FROM activity WHERE ownership_id = ownership.id AND voided_at IS NULL) AS activities,
      (SELECT jsonb_agg(jsonb_build_array(id, ${ms('start_at')}, ${ms('coalesce(end_at, ends_by)')},
          CASE WHEN confirmed_at IS NOT NULL THEN 'CONFIRMED'
            WHEN end_at IS NULL AND ends_by IS NOT NULL THEN 'ENDS_BY_ITSELF'
            WHEN end_at = ends_by THEN 'ENDED_BY_ITSELF' END))
        FROM hold WHERE ownership_id = ownership.id AND voided_at IS NULL) AS holds,
      extension.months AS "extensionMonths",
      (SELECT jsonb_agg(jsonb_build_array(${ms('window_start')}, ${ms('created_at')},
          ${ms('sent_at')}, ${ms('delivered_at')}))
        FROM reminder WHERE ownership_id = ownership.id AND kind = 'PROGRESS_WARNING') AS warnings,
      (SELECT jsonb_agg(jsonb_build_array(${ms('sent_at')}, ${ms('named_end')}))
        FROM reminder WHERE ownership_id = ownership.id AND kind = 'BASE_PERIOD_ENDING'
          AND sent_at IS NOT NULL) AS "baseReminders"
    FROM lead
    JOIN ownership ON ownership.lead_id = lead.id AND ownership.ended_at IS NULL
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(months), 0)::int AS months
      FROM extension_request WHERE ownership_id = ownership.id AND status = 'APPROVED'
    ) extension
    WHERE lead.id = ANY(${[...leadIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.leadId, factsOf(row)]));
}

function factsOf(row: FactsRow): LeadFacts {
  return {
    ownershipId: row.ownershipId,
    businessType: row.businessType,
    policyVersion: row.policyVersion,
    assignedAt: row.assignedAt,
    activities: (row.activities ?? []).map(([id, kind, performedAt]) => ({
      id,
      kind,
      performedAt,
    })),
    holds: (row.holds ?? []).map(([id, startAt, endAt, limit]) => ({
      id,
      startAt,
      endAt,
      ...(limit === null ? {} : { limit }),
    })),
    extensionMonths: row.extensionMonths,
    warnings: (row.warnings ?? []).map(([windowStart, issuedAt, sentAt, deliveredAt]) => ({
      windowStart,
      issuedAt,
      sentAt,
      deliveredAt,
    })),
    baseReminders: (row.baseReminders ?? []).map(([sentAt, namedEnd]) => ({ sentAt, namedEnd })),
  };
}

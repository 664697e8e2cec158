import { Prisma } from '../db/generated/prisma/client.js';
import type { Tx } from '../db/open.js';
import type { ProtectionFacts } from '../domain/facts.js';
import type { ActivityKind } from '../domain/policy.js';

/** The facts of a lead's current ownership, and what else its projection needs. */
export interface LeadFacts extends ProtectionFacts {
  readonly ownershipId: string;
  readonly businessType: string | null;
  /** Version of the policy that the lead was last projected under. */
  readonly policyVersion: number;
  /** From when on a reminder counts for the present base period: the assignment or the latest extension. */
  readonly baseWindowStart: number;
  readonly baseReminders: readonly { readonly windowStart: number; readonly sentAt: number }[];
}

interface FactsRow {
  leadId: string;
  ownershipId: string;
  businessType: string | null;
  policyVersion: number;
  assignedAt: number;
  activities: [id: string, kind: ActivityKind, performedAt: number][] | null;
  holds: [id: string, startAt: number, endAt: number | null][] | null;
  extensionMonths: number;
  extendedAt: number | null;
  reminders: [kind: string, windowStart: number, sentAt: number][] | null;
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
      (SELECT jsonb_agg(jsonb_build_array(id, ${ms('start_at')}, ${ms('end_at')}))
        FROM hold WHERE ownership_id = ownership.id AND voided_at IS NULL) AS holds,
      extension.months AS "extensionMonths", extension.decided_at AS "extendedAt",
      (SELECT jsonb_agg(jsonb_build_array(kind, ${ms('window_start')}, ${ms('sent_at')}))
        FROM reminder WHERE ownership_id = ownership.id AND sent_at IS NOT NULL
          AND kind IN ('PROGRESS_WARNING', 'BASE_PERIOD_ENDING')) AS reminders
    FROM lead
    JOIN ownership ON ownership.lead_id = lead.id AND ownership.ended_at IS NULL
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(months), 0)::int AS months, ${ms('max(decided_at)')} AS decided_at
      FROM extension_request WHERE ownership_id = ownership.id AND status = 'APPROVED'
    ) extension
    WHERE lead.id = ANY(${[...leadIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.leadId, factsOf(row)]));
}

function factsOf(row: FactsRow): LeadFacts {
  const remindersOf = (wanted: string) =>
    (row.reminders ?? [])
      .filter(([kind]) => kind === wanted)
      .map(([, windowStart, sentAt]) => ({ windowStart, sentAt }));
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
    holds: (row.holds ?? []).map(([id, startAt, endAt]) => ({ id, startAt, endAt })),
    extensionMonths: row.extensionMonths,
    warnings: remindersOf('PROGRESS_WARNING'),
    baseWindowStart: Math.max(row.assignedAt, row.extendedAt ?? row.assignedAt),
    baseReminders: remindersOf('BASE_PERIOD_ENDING'),
  };
}

import type { Interval } from '../../domain/intervals.js';
import { DEFAULT_POLICY, type ProtectionPolicy } from '../../domain/policy.js';
import { Prisma } from '../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../platform/db/open.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { reprojectLeads } from '../protection/reproject-leads.js';
import type { Due, DueContext, Selection } from './define-job.js';

/** A due lead with all that a protection job needs to deal with it, its current owner included. */
export interface DueLead extends Due {
  readonly companyName: string;
  readonly city: string;
  readonly businessType: string | null;
  readonly territory: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly ownerEmail: string | null;
  readonly ownerLocale: string | null;
  readonly ownershipId: string | null;
  readonly assignedAt: Date | null;
  readonly extensionMonths: number;
  /** When the latest extension was approved. */
  readonly extendedAt: Date | null;
  /** When the end of the base period was last told in this ownership. */
  readonly baseToldAt: Date | null;
  /** When the lead was written, and since when the policy in force counts: no due date was known before. */
  readonly createdAt: Date;
  /** Whether it came with a file. */
  readonly imported: boolean;
  readonly policySince: Date | null;
  readonly progressAnchor: Date | null;
  readonly progressDeadline: Date | null;
  readonly warnedAt: Date | null;
  readonly graceEndsAt: Date | null;
  readonly baseEndsAt: Date | null;
  readonly baseRemindedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly holdIntervals: readonly Interval[];
  readonly policyVersion: number;
  /** Version of the policy in force. */
  readonly policyInForce: number;
}

const POLICY_IN_FORCE = Prisma.sql`(
  SELECT coalesce(max(version), ${DEFAULT_POLICY.version}::int) FROM policy_version)`;

/** Without locks no lead is projected anew: dates of an earlier policy are not reported as due. */
const ON_POLICY_IN_FORCE = Prisma.sql`AND policy_version = ${POLICY_IN_FORCE}`;

/**
 * The leads that are due by one of the projected dates. `condition` must repeat the condition of the
 * partial index over that date, or the scan is not a range scan.
 *
 * The rows are locked before anything is joined to them, so that the plan cannot but walk the index
 * and stop at the limit.
 */
export function selectDueLeads(
  tx: Tx,
  dueColumn: 'warning_due_at' | 'warning_issued_at' | 'base_reminder_due_at' | 'expires_at',
  condition: Prisma.Sql,
  selection: Selection,
): Promise<DueLead[]> {
  const due = Prisma.raw(dueColumn);
  return tx.$queryRaw<DueLead[]>`
    WITH due AS MATERIALIZED (
      SELECT lead.* FROM lead
      WHERE ${condition} AND ${inRange(due, selection)} ${selection.lock ? Prisma.empty : ON_POLICY_IN_FORCE}
      ORDER BY ${due}, id
      LIMIT ${selection.limit}::int
      ${locking(selection)}
    )
    SELECT due.id, due.${due} AS "dueAt", due.company_name AS "companyName", due.city,
      due.business_type AS "businessType", due.territory, due.owner_id AS "ownerId",
      owner.name AS "ownerName", owner.locale AS "ownerLocale",
      CASE WHEN owner.active THEN owner.email END AS "ownerEmail",
      ownership.id AS "ownershipId", ownership.assigned_at AS "assignedAt",
      extension.months AS "extensionMonths", extension.decided_at AS "extendedAt",
      (SELECT max(sent_at) FROM reminder
        WHERE ownership_id = ownership.id AND kind = 'BASE_PERIOD_ENDING') AS "baseToldAt",
      due.created_at AS "createdAt", due.import_key IS NOT NULL AS "imported",
      (SELECT valid_from FROM policy_version ORDER BY version DESC LIMIT 1) AS "policySince",
      due.progress_anchor AS "progressAnchor", due.progress_deadline AS "progressDeadline",
      due.warned_at AS "warnedAt", due.grace_ends_at AS "graceEndsAt",
      due.base_ends_at AS "baseEndsAt", due.base_reminded_at AS "baseRemindedAt",
      due.expires_at AS "expiresAt", due.hold_intervals AS "holdIntervals",
      due.policy_version AS "policyVersion",
      ${POLICY_IN_FORCE} AS "policyInForce"
    FROM due
    LEFT JOIN ownership ON ownership.lead_id = due.id AND ownership.ended_at IS NULL
    LEFT JOIN user_account owner ON owner.id = due.owner_id
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(months), 0)::int AS months, max(decided_at) AS decided_at
      FROM extension_request WHERE ownership_id = ownership.id AND status = 'APPROVED'
    ) extension
    ORDER BY due.${due}, due.id`;
}

/** The part of a selection that every sweep has in common; `due` is the column that orders it. */
export function inRange(due: Prisma.Sql, selection: Selection): Prisma.Sql {
  const { asOf, after, only, except } = selection;
  const parts = [Prisma.sql`${due} <= ${asOf.toISOString()}::timestamptz`];
  if (after) {
    parts.push(
      Prisma.sql`(${due}, id) > (${after.dueAt.toISOString()}::timestamptz, ${after.id}::uuid)`,
    );
  }
  if (only) parts.push(Prisma.sql`id = ANY(${[...only]}::uuid[])`);
  if (except.length > 0) parts.push(Prisma.sql`id <> ALL(${[...except]}::uuid[])`);
  return Prisma.join(parts, ' AND ');
}

export function locking({ lock }: Selection): Prisma.Sql {
  return lock ? Prisma.sql`FOR UPDATE SKIP LOCKED` : Prisma.empty;
}

/** Protection lasts beyond the instant, or is paused. */
export function protectedAt(now: Date): Prisma.Sql {
  return Prisma.sql`(expires_at IS NULL OR expires_at > ${now.toISOString()}::timestamptz)`;
}

/** No hold of the current ownership covers the instant, going by the projected hold intervals. */
export function notOnHoldAt(now: Date): Prisma.Sql {
  const ms = now.getTime();
  return Prisma.sql`NOT EXISTS (
    SELECT FROM jsonb_array_elements(hold_intervals) AS hold
    WHERE (hold ->> 0)::bigint <= ${ms}::bigint
      AND coalesce((hold ->> 1)::bigint > ${ms}::bigint, true)
  )`;
}

/**
 * The due leads as they are under the policy in force. A lead that was last projected under an
 * earlier policy is projected anew first, which may mean that it is not due any more.
 */
export async function onCurrentPolicy(
  ctx: DueContext,
  leads: readonly DueLead[],
  select: (tx: Tx, selection: Selection) => Promise<DueLead[]>,
): Promise<{ policy: ProtectionPolicy; leads: readonly DueLead[] }> {
  const { memo } = ctx;
  if (memo.policy === null || memo.policy.version !== leads[0]?.policyInForce) {
    memo.policy = await loadPolicy(ctx.tx);
  }
  const { policy } = memo;
  const stale = leads.filter(({ policyVersion }) => policyVersion !== policy.version);
  if (stale.length === 0) return { policy, leads };
  await reprojectLeads(
    ctx,
    stale.map(({ id }) => id),
  );
  const only = leads.map(({ id }) => id);
  const { asOf, now } = ctx;
  const reselection = { asOf, now, only, after: null, limit: only.length, except: [], lock: true };
  return { policy, leads: await select(ctx.tx, reselection) };
}

/** A due lead whose current ownership is known, which the constraints promise for ACTIVE leads. */
export type OwnedLead = DueLead & {
  readonly ownerId: string;
  readonly ownershipId: string;
  readonly assignedAt: Date;
  readonly progressAnchor: Date;
};

/** @throws Error naming the lead, so that it is counted as failed and not passed over in silence. */
export function owned(lead: DueLead): OwnedLead {
  const { ownerId, ownershipId, assignedAt, progressAnchor } = lead;
  if (ownerId && ownershipId && assignedAt && progressAnchor) {
    return { ...lead, ownerId, ownershipId, assignedAt, progressAnchor };
  }
  throw new Error(
    `Lead ${lead.id} is ACTIVE, but has no current ownership or was never projected.`,
  );
}

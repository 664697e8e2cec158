import { baseRemindedAt } from '../../domain/base-reminders.js';
import {
  isOnHold,
  nextHoldBoundary,
  type ProtectionProjection,
  project,
} from '../../domain/clock.js';
import { type ProtectionPolicy, policyFor } from '../../domain/policy.js';
import { recordset } from '../../platform/db/recordset.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import type { TxContext } from '../../platform/verbs/context.js';
import { type LeadFacts, loadFacts } from './load-facts.js';

/** The projection columns of a lead, by their names in the database. */
export interface ProjectionColumns {
  readonly assigned_at: Date;
  readonly progress_anchor: Date;
  readonly warning_due_at: Date | null;
  readonly progress_deadline: Date | null;
  readonly warning_issued_at: Date | null;
  readonly warned_at: Date | null;
  readonly grace_ends_at: Date | null;
  readonly base_ends_at: Date | null;
  readonly base_reminder_due_at: Date | null;
  readonly base_reminded_at: Date | null;
  readonly expires_at: Date | null;
  readonly on_hold: boolean;
  readonly hold_changes_at: Date | null;
  readonly hold_intervals: ProtectionProjection['holdIntervals'];
  readonly policy_version: number;
  readonly last_activity_at: Date | null;
}

/** The same with their types in the database. */
export const PROJECTION_TYPES = {
  assigned_at: 'timestamptz',
  progress_anchor: 'timestamptz',
  warning_due_at: 'timestamptz',
  progress_deadline: 'timestamptz',
  warning_issued_at: 'timestamptz',
  warned_at: 'timestamptz',
  grace_ends_at: 'timestamptz',
  base_ends_at: 'timestamptz',
  base_reminder_due_at: 'timestamptz',
  base_reminded_at: 'timestamptz',
  expires_at: 'timestamptz',
  on_hold: 'boolean',
  hold_changes_at: 'timestamptz',
  hold_intervals: 'jsonb',
  policy_version: 'int',
  last_activity_at: 'timestamptz',
} as const satisfies Record<keyof ProjectionColumns, string>;

export const PROJECTION = recordset(PROJECTION_TYPES);

/**
 * Rewrites the projection of leads from their facts, in the transaction that changed a fact. A lead
 * that is not ACTIVE keeps the projection that it ended with. `touch` also marks the leads as
 * changed now. Returns the new projections.
 */
export async function projectLeads(
  ctx: TxContext,
  leadIds: readonly string[],
  { touch = false }: { touch?: boolean } = {},
): Promise<Map<string, ProtectionProjection>> {
  const facts = await loadFacts(ctx.tx, leadIds);
  if (facts.size === 0) return new Map();
  const policy = await loadPolicy(ctx.tx);
  const projections = new Map<string, ProtectionProjection>();
  const rows: (ProjectionColumns & { id: string })[] = [];
  for (const [id, known] of facts) {
    const projection = projectFacts(known, policy, ctx.now);
    projections.set(id, projection);
    rows.push({ id, ...projectionColumns(known, projection, ctx.now) });
  }
  const now = ctx.now.toISOString();
  await ctx.tx.$executeRaw`
    UPDATE lead SET ${PROJECTION.assignments},
      updated_at = CASE WHEN ${touch} THEN ${now}::timestamptz ELSE lead.updated_at END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (id uuid, ${PROJECTION.definition})
    WHERE lead.id = row.id AND lead.status = 'ACTIVE'`;
  return projections;
}

/**
 * The clock's dates for loaded facts. No activity is stored before it was performed, so each of them counts: a
 * request that began a little later than this one may have been the first to lock the lead.
 */
export function projectFacts(
  facts: LeadFacts,
  policy: ProtectionPolicy,
  now: Date,
): ProtectionProjection {
  const at = facts.activities.reduce(
    (latest, { performedAt }) => Math.max(latest, performedAt),
    now.getTime(),
  );
  return project(facts, policyFor(policy, facts.businessType), at);
}

/** A projection as it is stored. */
export function projectionColumns(
  facts: Pick<LeadFacts, 'assignedAt' | 'baseReminders' | 'activities'>,
  projection: ProtectionProjection,
  now: Date,
): ProjectionColumns {
  const { holdIntervals } = projection;
  return {
    assigned_at: new Date(facts.assignedAt),
    progress_anchor: new Date(projection.progressAnchor),
    warning_due_at: dateOf(projection.warningDueAt),
    progress_deadline: dateOf(projection.progressDeadline),
    warning_issued_at: dateOf(projection.warningIssuedAt),
    warned_at: dateOf(projection.warnedAt),
    grace_ends_at: dateOf(projection.graceEndsAt),
    base_ends_at: dateOf(projection.baseEndsAt),
    base_reminder_due_at: dateOf(projection.baseReminderDueAt),
    base_reminded_at: dateOf(baseRemindedAt(facts.baseReminders, projection.baseEndsAt)),
    expires_at: dateOf(projection.expiresAt),
    on_hold: isOnHold(holdIntervals, now.getTime()),
    hold_changes_at: dateOf(nextHoldBoundary(holdIntervals, now.getTime())),
    hold_intervals: holdIntervals,
    policy_version: projection.policyVersion,
    last_activity_at: dateOf(latestOf(facts.activities)),
  };
}

function latestOf(activities: LeadFacts['activities']): number | null {
  return activities.reduce<number | null>(
    (latest, { performedAt }) => Math.max(latest ?? performedAt, performedAt),
    null,
  );
}

function dateOf(epochMs: number | null): Date | null {
  return epochMs === null ? null : new Date(epochMs);
}

import { z } from 'zod';
import type { Role } from '../../domain/actor.js';
import { DAY_MS } from '../../domain/days.js';
import { ForbiddenError, ValidationError } from '../../domain/errors.js';
import { assertHold, CLOCK_SKEW_MS } from '../../domain/facts.js';
import {
  endWithinAllowance,
  endWithoutManager,
  type HoldEnds,
  standstillSince,
} from '../../domain/hold-ends.js';
import { HOLD_REASONS } from '../../domain/hold-reasons.js';
import { policyFor } from '../../domain/policy.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import type { Lead, Ownership } from '../../platform/db/generated/prisma/client.js';
import { newId } from '../../platform/db/ids.js';
import { isImpartial, isManager } from '../../platform/identity/may.js';
import { codeOf } from '../../platform/input/one-of.js';
import { loadPolicy } from '../../platform/settings/load-policy.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import type { TxContext, VerbContext } from '../../platform/verbs/context.js';
import {
  idempotencyKeyInput,
  idInput,
  instantInput,
  optionalText,
  problemsIn,
} from '../../platform/verbs/parse-input.js';
import { performOnce } from '../../platform/verbs/perform-once.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { currentOwnership } from '../leads/current-ownership.js';
import { lockLead } from '../leads/lock-lead.js';
import { requireVisible } from '../leads/require-visible.js';
import { projectLeads } from '../protection/project-leads.js';
import { settleHolds } from '../protection/turn-holds.js';

export const startHoldInput = z.object({
  leadId: idInput,
  reason: codeOf(HOLD_REASONS),
  text: optionalText(1000),
  startAt: instantInput.nullish(),
  endAt: instantInput.nullish(),
  idempotencyKey: idempotencyKeyInput,
});

export type StartHoldInput = z.input<typeof startHoldInput>;

interface HoldSpan extends HoldEnds {
  readonly startAt: Date;
}

/**
 * Stops the clock of a lead from now on, or for managers from another instant. Without an end it stands still until
 * `endHold`; an agent's for as long as a hold may last without a manager, unless one confirms it.
 * @throws ForbiddenError if only a manager may start this hold
 * @throws ConflictError if the lead has no owner, or its protection is over
 */
export async function startHold(
  ctx: VerbContext,
  input: StartHoldInput,
): Promise<{ holdId: string; leadId: string }> {
  const { id, parsed } = await performOnce(ctx, 'startHold', input, {
    schema: startHoldInput,
    rules: ({ reason, text }) =>
      reason === 'OTHER' && text === null
        ? [{ path: 'text', message: 'is empty, allowed for the reason OTHER is a text' }]
        : [],
    laterRules: (given) =>
      'startAt' in given && given.endAt
        ? problemsIn(() => assertSpan(given.startAt ?? ctx.now, given.endAt ?? null))
        : [],
    run: insertHold,
    mayKnow: (ctx, { leadId }) => requireVisible(ctx, leadId),
  });
  return { holdId: id, leadId: parsed.leadId };
}

async function insertHold(
  ctx: TxContext,
  { leadId, reason, text, ...wanted }: z.output<typeof startHoldInput>,
): Promise<{ id: string }> {
  const lead = await lockLead(ctx, leadId, 'startHold');
  const ownership = await currentOwnership(ctx, lead);
  const startAt = startOf(ctx, ownership, wanted.startAt ?? ctx.now);
  const span = await endsOf(ctx, lead, ownership, startAt, wanted.endAt ?? null);
  const id = newId();
  await ctx.tx.hold.create({
    data: {
      id,
      leadId,
      ownershipId: ownership.id,
      startedById: ctx.actor.id ?? ownership.ownerId,
      reason,
      text,
      ...span,
      createdAt: ctx.now,
    },
  });
  // Before the projection forgets when the earlier holds were to turn; this one is announced below.
  await settleHolds(ctx, [lead], id);
  await projectLeads(ctx, [leadId], { touch: true });
  await appendAudit(ctx, {
    action: 'startHold',
    entity: 'Hold',
    entityId: id,
    leadId,
    after: { reason, text, ...span },
  });
  await announce(ctx, lead, { id, reason, ...span });
  return { id };
}

/** A hold reserved for managers needs one who gains nothing by it. */
function decidesAlone({ actor }: TxContext, ownerId: string): boolean {
  return isManager(actor) && isImpartial(actor, ownerId);
}

/** The start to store. An agent's clock may differ from ours by the usual skew. */
function startOf(ctx: TxContext, { assignedAt, ownerId }: Ownership, wanted: Date): Date {
  // The lead may have been assigned while this waited for it.
  const now = assignedAt > ctx.now ? assignedAt : ctx.now;
  if (Math.abs(wanted.getTime() - ctx.now.getTime()) <= CLOCK_SKEW_MS) return now;
  if (!decidesAlone(ctx, ownerId)) {
    throw new ForbiddenError(
      `Only managers may start a hold at another time than now, and not on leads of their own: startAt is ${wanted.toISOString()}, now is ${ctx.now.toISOString()}.`,
    );
  }
  if (wanted >= assignedAt) return wanted;
  throw new ValidationError([
    {
      path: 'startAt',
      message: `${wanted.toISOString()} is before the lead was assigned, allowed is from ${assignedAt.toISOString()}`,
    },
  ]);
}

function assertSpan(startAt: Date, endAt: Date | null): void {
  try {
    assertHold({ startAt: startAt.getTime(), endAt: endAt?.getTime() ?? null });
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    // Input fields stand at the top, whereas the domain speaks of the parts of a hold.
    throw new ValidationError(
      error.problems.map(({ path, message }) => ({ path: path.replace('hold.', ''), message })),
    );
  }
}

/** The span to store. An agent's hold lasts no longer than the settings allow, its end given or not. */
async function endsOf(
  ctx: TxContext,
  lead: Lead,
  ownership: Ownership,
  startAt: Date,
  endAt: Date | null,
): Promise<HoldSpan> {
  assertSpan(startAt, endAt);
  if (decidesAlone(ctx, ownership.ownerId)) return { startAt, endAt, endsBy: null };
  const { latest, rule } = await latestEnd(ctx, lead, ownership, startAt);
  if (latest <= startAt) {
    throw new ForbiddenError(`Another hold needs a manager whose lead it is not: ${rule}.`);
  }
  if (endAt === null) return { startAt, endAt, endsBy: latest };
  if (endAt <= latest) return { startAt, endAt, endsBy: null };
  throw new ForbiddenError(
    `Such a hold needs a manager whose lead it is not: endAt is ${endAt.toISOString()}, allowed is up to ${latest.toISOString()}; ${rule}.`,
  );
}

interface LatestEnd {
  readonly latest: Date;
  /** The rule that it follows from, in words. */
  readonly rule: string;
}

/** Until when a hold may last without a manager. */
async function latestEnd(
  ctx: TxContext,
  lead: Lead,
  ownership: Ownership,
  startAt: Date,
): Promise<LatestEnd> {
  const maxHoldDays = await readSetting(ctx.tx, 'maxHoldDays');
  const maxHoldShare = await readSetting(ctx.tx, 'maxHoldShare');
  const policy = policyFor(await loadPolicy(ctx.tx), lead.businessType);
  const holds = await holdsOfAgents(ctx, ownership);
  const since = standstillSince(holds, startAt);
  const byDays: LatestEnd = {
    latest: endWithoutManager(since, maxHoldDays, policy.timeZone),
    rule: `holds that follow one another within seven days count as one, which began at ${since.toISOString()} and may last ${maxHoldDays} days`,
  };
  if (maxHoldShare === null) return byDays;
  const from = lead.progressAnchor ?? ownership.assignedAt;
  const allowedMs = Math.floor(maxHoldShare * policy.progressDays * DAY_MS);
  const latest = endWithinAllowance(holds, { from, startAt, allowedMs });
  if (latest >= byDays.latest) return byDays;
  const rule = `in the window that began at ${from.toISOString()} holds may last ${allowedMs / DAY_MS} days together (maxHoldShare)`;
  return { latest, rule };
}

/** Holds of an ownership that no manager has started or confirmed; of late samples it is not the agents who stop the clock. */
async function holdsOfAgents(
  { tx }: TxContext,
  { id, ownerId }: Pick<Ownership, 'id' | 'ownerId'>,
): Promise<{ startAt: Date; endAt: Date | null }[]> {
  const holds = await tx.$queryRaw<
    { startAt: Date; endAt: Date | null; starterId: string; role: Role }[]
  >`
    SELECT start_at AS "startAt", coalesce(end_at, ends_by) AS "endAt", starter.id AS "starterId", starter.role
    FROM hold JOIN user_account AS starter ON starter.id = started_by_id
    WHERE ownership_id = ${id}::uuid AND voided_at IS NULL AND confirmed_at IS NULL
      AND NOT EXISTS (SELECT FROM sample WHERE delay_hold_id = hold.id)`;
  return holds.filter(({ starterId, role }) => !isManager({ role }) || starterId === ownerId);
}

/** A hold that lies ahead changes the dates already now, but starts when `turnHolds` says so. */
async function announce(
  ctx: TxContext,
  lead: Lead,
  { id, reason, startAt, endAt, endsBy }: HoldSpan & { id: string; reason: string },
): Promise<void> {
  const payload = {
    holdId: id,
    reason,
    startAt: startAt.toISOString(),
    endAt: endAt?.toISOString() ?? null,
    endsBy: endsBy?.toISOString() ?? null,
  };
  if (startAt > ctx.now) {
    await appendLeadEvent(ctx, 'LEAD_UPDATED', lead, { ...payload, change: 'HOLD_SCHEDULED' });
    return;
  }
  await appendLeadEvent(ctx, 'HOLD_STARTED', lead, payload);
  if (endAt && endAt <= ctx.now) {
    await appendLeadEvent(ctx, 'HOLD_ENDED', lead, { ...payload, cause: 'AS_SET' });
  }
}

import { z } from 'zod';
import { ACTIVITY_KINDS } from '../../domain/policy.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { newId } from '../../platform/db/ids.js';
import { oneOf } from '../../platform/input/one-of.js';
import type { TxContext, VerbContext } from '../../platform/verbs/context.js';
import {
  idempotencyKeyInput,
  idInput,
  instantInput,
  optionalText,
} from '../../platform/verbs/parse-input.js';
import { performOnce } from '../../platform/verbs/perform-once.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { currentOwnership } from '../leads/current-ownership.js';
import { lockLead } from '../leads/lock-lead.js';
import { requireVisible } from '../leads/require-visible.js';
import { settleHolds } from '../protection/turn-holds.js';
import { futureProblems, performedWithin } from './performed-at.js';
import { announceReactivation, reprojectActivities } from './reproject-activities.js';

export const logActivityInput = z.object({
  leadId: idInput,
  kind: oneOf(ACTIVITY_KINDS),
  /** Now if left out. */
  performedAt: instantInput.nullish(),
  note: optionalText(10_000),
  idempotencyKey: idempotencyKeyInput,
});

export type LogActivityInput = z.input<typeof logActivityInput>;

/**
 * Records an activity with the customer for the present owner of the lead: activities of a collaborator are progress
 * of the owner. An activity that the system logs has the owner as its author.
 * @throws ConflictError if the lead has no owner or its protection is over
 */
export async function logActivity(
  ctx: VerbContext,
  input: LogActivityInput,
): Promise<{ activityId: string; leadId: string }> {
  const { id, parsed } = await performOnce(ctx, 'logActivity', input, {
    schema: logActivityInput,
    laterRules: ({ performedAt }) => (performedAt ? futureProblems(performedAt, ctx.now) : []),
    run: insertActivity,
    mayKnow: (ctx, { leadId }) => requireVisible(ctx, leadId),
  });
  return { activityId: id, leadId: parsed.leadId };
}

async function insertActivity(
  ctx: TxContext,
  { leadId, kind, performedAt, note }: z.output<typeof logActivityInput>,
): Promise<{ id: string }> {
  const lead = await lockLead(ctx, leadId, 'logActivity');
  const ownership = await currentOwnership(ctx, lead);
  // The lead may have been assigned while this waited for it.
  const now = ownership.assignedAt > ctx.now ? ownership.assignedAt : ctx.now;
  const at = performedWithin(ownership, performedAt ?? now, now);
  const id = newId();
  await ctx.tx.activity.create({
    data: {
      id,
      leadId,
      ownershipId: ownership.id,
      authorId: ctx.actor.id ?? ownership.ownerId,
      kind,
      performedAt: at,
      note,
      createdAt: ctx.now,
    },
  });
  await settleHolds(ctx, [lead]);
  const { reactivatedAt } = await reprojectActivities(ctx, lead);
  await appendAudit(ctx, {
    action: 'logActivity',
    entity: 'Activity',
    entityId: id,
    leadId,
    after: { kind, performedAt: at, note },
  });
  await appendLeadEvent(ctx, 'ACTIVITY_LOGGED', lead, {
    activityId: id,
    kind,
    performedAt: at.toISOString(),
  });
  await announceReactivation(ctx, lead, id, reactivatedAt);
  return { id };
}

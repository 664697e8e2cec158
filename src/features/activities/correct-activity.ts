import { z } from 'zod';
import { ConflictError } from '../../domain/errors.js';
import { globalIdOf } from '../../domain/global-id.js';
import { ACTIVITY_KINDS } from '../../domain/policy.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { oneOf } from '../../platform/input/one-of.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import {
  changedText,
  idInput,
  instantInput,
  parseInput,
} from '../../platform/verbs/parse-input.js';
import { appendLeadEvent } from '../leads/append-lead-event.js';
import { endsByChange } from '../protection/ends-by-change.js';
import { settleHolds } from '../protection/turn-holds.js';
import { lockActivity } from './lock-activity.js';
import { futureProblems, performedWithin } from './performed-at.js';
import { announceReactivation, reprojectActivities } from './reproject-activities.js';

export const correctActivityInput = z.object({
  activityId: idInput,
  kind: oneOf(ACTIVITY_KINDS).nullish(),
  performedAt: instantInput.nullish(),
  note: changedText(10_000),
  expectedVersion: z.number().int().min(1),
  confirmEnd: z.boolean().nullish(),
});

export type CorrectActivityInput = z.input<typeof correctActivityInput>;

/**
 * Corrects an activity; a field that is left out stays. A null note is emptied.
 * @throws ConflictError if it was changed since `expectedVersion`, is void, the protection is over, or would be by it
 * without a manager's `confirmEnd`
 */
export async function correctActivity(
  ctx: VerbContext,
  input: CorrectActivityInput,
): Promise<{ activityId: string; leadId: string; version: number }> {
  requireMay(ctx, 'correctActivity');
  const { activityId, expectedVersion, confirmEnd, ...wanted } = parseInput(
    ctx,
    correctActivityInput,
    input,
    {
      laterRules: ({ performedAt }) => (performedAt ? futureProblems(performedAt, ctx.now) : []),
    },
  );
  return inTransaction(ctx, async (ctx) => {
    const { activity, lead } = await lockActivity(ctx, activityId, 'correctActivity');
    const kind = wanted.kind ?? activity.kind;
    const performedAt = wanted.performedAt
      ? performedWithin(activity.ownership, wanted.performedAt, ctx.now)
      : activity.performedAt;
    const { count } = await ctx.tx.activity.updateMany({
      where: { id: activityId, version: expectedVersion, voidedAt: null },
      data: {
        kind,
        performedAt,
        ...(wanted.note === undefined ? {} : { note: wanted.note }),
        version: { increment: 1 },
      },
    });
    if (count === 0) {
      throw new ConflictError(
        `The activity ${globalIdOf('Activity', activityId)} has version ${activity.version}, but version ${expectedVersion} was to be corrected: read it again.`,
        'STALE_VERSION',
      );
    }
    await settleHolds(ctx, [lead]);
    const { reactivatedAt, projection } = await reprojectActivities(ctx, lead);
    const endsProtectionAt =
      activity.ownership.endedAt === null
        ? endsByChange(ctx, lead, projection, confirmEnd ?? false)
        : null;
    await appendAudit(ctx, {
      action: 'correctActivity',
      entity: 'Activity',
      entityId: activityId,
      leadId: lead.id,
      before: { kind: activity.kind, performedAt: activity.performedAt, note: activity.note },
      after: { kind, performedAt, note: wanted.note === undefined ? activity.note : wanted.note },
    });
    await appendLeadEvent(ctx, 'ACTIVITY_CORRECTED', lead, {
      activityId,
      kind,
      performedAt: performedAt.toISOString(),
      endsProtectionAt: endsProtectionAt?.toISOString() ?? null,
    });
    await announceReactivation(ctx, lead, activityId, reactivatedAt);
    return { activityId, leadId: lead.id, version: expectedVersion + 1 };
  });
}

import { z } from 'zod';
import { ConflictError, NotFoundError } from '../../domain/errors.js';
import { appendAudit } from '../../platform/audit/append-audit.js';
import { requireMay } from '../../platform/identity/may.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';
import { parseInput } from '../../platform/verbs/parse-input.js';
import { settingId } from './setting-id.js';

const cancelScheduledSettingInput = z.object({ scheduledSettingId: z.uuid() });

export type CancelScheduledSettingInput = z.input<typeof cancelScheduledSettingInput>;

/**
 * Takes back a change that waits for its instant.
 * @throws ConflictError if it was made, cancelled or failed before
 */
export async function cancelScheduledSetting(
  ctx: VerbContext,
  input: CancelScheduledSettingInput,
): Promise<{ id: string }> {
  requireMay(ctx, 'cancelScheduledSetting');
  const { scheduledSettingId: id } = parseInput(ctx, cancelScheduledSettingInput, input);
  return inTransaction(ctx, async (ctx) => {
    const { tx, now } = ctx;
    const { count } = await tx.scheduledSetting.updateMany({
      where: { id, status: 'PENDING' },
      data: { status: 'CANCELLED', settledAt: now },
    });
    const scheduled = await tx.scheduledSetting.findUnique({ where: { id } });
    if (!scheduled) throw new NotFoundError('ScheduledSetting', id);
    const { key, status } = scheduled;
    if (count === 0) {
      throw new ConflictError(
        `The change of ${key} does not wait any more: it is ${status}.`,
        'NOT_PENDING',
      );
    }
    await appendAudit(ctx, {
      action: 'cancelScheduledSetting',
      entity: 'Setting',
      entityId: settingId(key),
      before: { id, key, status: 'PENDING' },
      after: { id, key, status },
    });
    return { id };
  });
}

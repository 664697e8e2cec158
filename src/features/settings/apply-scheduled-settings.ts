import { ValidationError } from '../../domain/errors.js';
import type { ScheduledSetting } from '../../platform/db/generated/prisma/client.js';
import { inTransaction, type TxContext, type VerbContext } from '../../platform/verbs/context.js';
import { applyChange } from './apply-change.js';
import { readChange } from './read-change.js';

/**
 * Makes the scheduled changes whose instant has come, in its order, each as if its author made it now. One that the other settings
 * do not allow any more is marked as failed with the reason. Returns how many were dealt with; as many as `limit` means that there
 * may be more.
 */
export async function applyScheduledSettings(ctx: VerbContext, limit = 100): Promise<number> {
  let done = 0;
  while (done < limit && (await inTransaction(ctx, applyNext))) done++;
  return done;
}

async function applyNext(ctx: TxContext): Promise<boolean> {
  const { tx, now } = ctx;
  const [due] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM scheduled_setting
    WHERE status = 'PENDING' AND valid_from <= ${now.toISOString()}::timestamptz
    ORDER BY valid_from, id
    LIMIT 1
    FOR UPDATE`;
  const scheduled =
    due && (await tx.scheduledSetting.findFirst({ where: { id: due.id, status: 'PENDING' } }));
  if (!scheduled) return false;
  const failure = await apply(ctx, scheduled);
  const status = failure === null ? 'APPLIED' : 'FAILED';
  await tx.scheduledSetting.update({
    where: { id: scheduled.id },
    data: { status, settledAt: now, failure },
  });
  return true;
}

/** Null, or why it could not be applied. */
async function apply(ctx: TxContext, scheduled: ScheduledSetting): Promise<string | null> {
  const { key, businessType, reason, createdById } = scheduled;
  const read = readChange({ key, businessType, value: JSON.stringify(scheduled.value) });
  if ('problems' in read) return read.problems.map(({ message }) => message).join('; ');
  try {
    // The trail names the admin who decided it.
    const actor = { ...ctx.actor, id: createdById };
    await applyChange({ ...ctx, actor }, read.change, { expectedVersion: null, reason });
    return null;
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    return error.problems.map(({ message }) => message).join('; ');
  }
}

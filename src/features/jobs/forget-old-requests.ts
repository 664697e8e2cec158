import { daysLater } from '../../domain/days.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import { inTransaction, type VerbContext } from '../../platform/verbs/context.js';

/**
 * Forgets the idempotency keys of requests that no program repeats any more: they are derived from personal data.
 * Returns how many there were; as many as `limit` means that there may be more.
 */
export function forgetOldRequests(ctx: VerbContext, limit: number): Promise<number> {
  return inTransaction(ctx, async ({ tx, now }) => {
    const days = await readSetting(tx, 'idempotency.keepDays');
    const before = daysLater(now, -days).toISOString();
    return tx.$executeRaw`
      DELETE FROM idempotency_key WHERE (actor_id, verb, key) IN (
        SELECT actor_id, verb, key FROM idempotency_key WHERE created_at < ${before}::timestamptz
        ORDER BY created_at LIMIT ${limit}::int)`;
  });
}

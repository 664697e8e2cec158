import { AS_SYSTEM } from '../../domain/actor.js';
import { findCountDrift } from '../../features/kpis/find-count-drift.js';
import type { Finding, Patient } from './diagnose.js';

/** More changes than these are left only if no process folds them. */
const MANY_CHANGES = 100_000;

/** Whether the counts that the live numbers are made of are what a full count says. */
export async function checkLeadCounts({ db }: Pick<Patient, 'db'>): Promise<Finding> {
  const { drifts, changes } = await db.transaction(
    async (tx) => ({
      drifts: await findCountDrift(tx),
      changes: await tx.leadCountChange.count(),
    }),
    { ...AS_SYSTEM, isolationLevel: 'RepeatableRead', timeoutMs: 600_000 },
  );
  if (drifts.length > 0) {
    const some = drifts
      .slice(0, 5)
      .map(
        ({ territory, standing, mark, bucket, counted, actual }) =>
          `${standing} ${mark} ${territory || 'of the market'} ${bucket} is ${counted}, not ${actual}`,
      );
    const detail = `${drifts.length} counts drifted: ${some.join('; ')}`;
    return { state: 'PROBLEM', detail };
  }
  const detail = `all counts are right, ${changes} changes to be folded in`;
  return changes > MANY_CHANGES
    ? { state: 'WARNING', detail: `${detail}: does a server run?` }
    : { state: 'OK', detail };
}

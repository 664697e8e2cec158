import { AS_SYSTEM, SYSTEM_ACTOR } from '../../domain/actor.js';
import { type Drift, findDrift, storedProjections } from '../../features/protection/find-drift.js';
import type { Finding, Patient } from './diagnose.js';

const PAGE_SIZE = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Whether the deadlines of all leads under protection are what their facts say. */
export async function checkProjection({ db, now }: Pick<Patient, 'db' | 'now'>): Promise<Finding> {
  let recomputed = 0;
  let after: string | undefined = BEFORE_ALL;
  const drifts: Drift[] = [];
  while (after !== undefined) {
    const page = { after, limit: PAGE_SIZE, lock: false };
    const leads = await db.transaction(
      async (tx) => {
        const stored = await storedProjections(tx, page);
        const ctx = { db, tx, now, actor: SYSTEM_ACTOR, requestId: null };
        drifts.push(...(await findDrift(ctx, stored)));
        return stored;
      },
      { ...AS_SYSTEM, isolationLevel: 'RepeatableRead' },
    );
    recomputed += leads.length;
    after = leads.length === PAGE_SIZE ? leads.at(-1)?.id : undefined;
  }
  if (drifts.length === 0) return { state: 'OK', detail: `${recomputed} leads recomputed` };
  const some = drifts.slice(0, 5).map(({ id, columns }) => `${id} in ${columns.join(', ')}`);
  const detail = `${drifts.length} of ${recomputed} leads drifted: ${some.join('; ')}`;
  return { state: 'PROBLEM', detail };
}

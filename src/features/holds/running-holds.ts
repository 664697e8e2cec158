import type { TxContext } from '../../platform/verbs/context.js';
import { unendedAt } from './unended.js';

/** Holds of a lead that stop its clock now, the earliest first. */
export async function runningHolds({ tx, now }: TxContext, leadId: string): Promise<string[]> {
  const holds = await tx.hold.findMany({
    where: {
      leadId,
      voidedAt: null,
      startAt: { lte: now },
      ownership: { endedAt: null },
      ...unendedAt(now),
    },
    select: { id: true },
    orderBy: [{ startAt: 'asc' }, { id: 'asc' }],
  });
  return holds.map(({ id }) => id);
}

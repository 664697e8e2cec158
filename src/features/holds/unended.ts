import type { Prisma } from '../../platform/db/generated/prisma/client.js';

/** The holds that have not ended at an instant, by hand or by themselves. */
export function unendedAt(now: Date): Prisma.HoldWhereInput {
  return {
    OR: [
      { endAt: null, endsBy: null },
      { endAt: null, endsBy: { gt: now } },
      { endAt: { gt: now } },
    ],
  };
}

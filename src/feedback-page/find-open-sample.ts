import { AS_SYSTEM } from '../auth/actor.js';
import type { Database } from '../db/open.js';
import { feedbackTokenHash } from '../samples/feedback-token.js';

export interface OpenSample {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly quantity: number;
  }[];
}

/** The sample whose feedback a link asks for; null if it is unknown, used or expired, which is all the same. */
export function findOpenSample(db: Database, token: string, now: Date): Promise<OpenSample | null> {
  const where = {
    feedbackTokenHash: feedbackTokenHash(token),
    feedbackTokenExpiresAt: { gt: now },
    status: { in: ['SHIPPED', 'DELIVERED', 'TESTING'] },
  };
  const items = {
    select: { id: true, name: true, quantity: true },
    orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }],
  };
  return db.transaction((tx) => tx.sample.findFirst({ where, select: { items } }), AS_SYSTEM);
}

import type { Interval } from '../../../domain/intervals.js';
import type { Prisma } from '../../../platform/db/generated/prisma/client.js';
import type { Tx } from '../../../platform/db/open.js';

const WITH_OWNER = {
  ownerships: { where: { endedAt: null }, include: { owner: true } },
} as const satisfies Prisma.LeadInclude;

export type PresentLead = Prisma.LeadGetPayload<{ include: typeof WITH_OWNER }>;

/** A lead as it is now, with its current ownership if there is one. */
export async function presentLead(tx: Tx, leadId: string | null): Promise<PresentLead | null> {
  if (leadId === null) return null;
  return tx.lead.findUnique({ where: { id: leadId }, include: WITH_OWNER });
}

/** While a hold runs it may be ended or prolonged at any time: a mail is judged anew at least this often. */
const LOOK_AGAIN_MS = 3_600_000;

/** When to look again at a lead whose clock stands still; null if none of its holds covers now. */
export function heldUntil({ holdIntervals }: PresentLead, now: Date): Date | null {
  const at = now.getTime();
  const running = (holdIntervals as unknown as Interval[]).find(
    ([start, end]) => start <= at && (end === null || end > at),
  );
  if (!running) return null;
  return new Date(Math.min(running[1] ?? Number.POSITIVE_INFINITY, at + LOOK_AGAIN_MS));
}

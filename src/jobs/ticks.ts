import { SYSTEM_ACTOR } from '../auth/actor.js';
import { rekeyLeads } from '../conflicts/rekey-leads.js';
import type { VerbContext } from '../context.js';
import type { Database } from '../db/open.js';
import { turnHolds } from '../holds/turn-holds.js';
import { reprojectStale } from '../leads/reproject-leads.js';
import { deliverFollowUps } from '../reminders/deliver-follow-ups.js';
import { openDelayHolds } from '../samples/open-delay-holds.js';
import type { Tick } from './scheduler.js';

/** Rows per transaction. */
const BATCH_SIZE = 100;

/**
 * What happens all day by itself: reminders fall due, holds begin and end, samples become late, and a
 * changed policy reaches every lead.
 */
export function createTicks(db: Database, clock: () => Date): readonly Tick[] {
  const inBatches =
    (work: (ctx: VerbContext, limit: number) => Promise<number>) => async (signal: AbortSignal) => {
      while (!signal.aborted && (await work(context(), BATCH_SIZE)) === BATCH_SIZE);
    };
  const context = (): VerbContext => ({ db, actor: SYSTEM_ACTOR, now: clock(), requestId: null });
  return [
    { name: 'deliver-follow-ups', everyMs: 10_000, run: inBatches(deliverFollowUps) },
    { name: 'turn-holds', everyMs: 10_000, run: inBatches(turnHolds) },
    { name: 'rekey-leads', everyMs: 60_000, run: inBatches(rekeyLeads) },
    { name: 'reproject-stale', everyMs: 10_000, run: inBatches(reprojectStale) },
    { name: 'open-delay-holds', everyMs: 60_000, run: () => openDelayHolds(context()) },
  ];
}

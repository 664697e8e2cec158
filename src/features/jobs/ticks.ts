import { SYSTEM_ACTOR } from '../../domain/actor.js';
import type { Database } from '../../platform/db/open.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import type { VerbContext } from '../../platform/verbs/context.js';
import { turnAbsences } from '../absences/turn-absences.js';
import { rekeyLeads } from '../conflicts/rekey-leads.js';
import { announceHoldEnds } from '../holds/announce-hold-ends.js';
import { mailCheckpoint } from '../mail/mail-checkpoint.js';
import { mailReceiptCheckpoint } from '../mail/mail-receipt-checkpoint.js';
import { reprojectStale } from '../protection/reproject-leads.js';
import { turnHolds } from '../protection/turn-holds.js';
import { deliverFollowUps } from '../reminders/deliver-follow-ups.js';
import { wakeSnoozed } from '../reminders/wake-snoozed.js';
import { openDelayHolds } from '../samples/open-delay-holds.js';
import { applyScheduledSettings } from '../settings/apply-scheduled-settings.js';
import { endProtections } from './end-protections.js';
import { forgetOldRequests } from './forget-old-requests.js';
import type { Tick } from './scheduler.js';

/** Rows per transaction. */
const BATCH_SIZE = 100;

/**
 * The recurring tasks of the day: reminders fall due, holds and absences begin and end, samples become late, scheduled
 * settings are made, a changed policy reaches every lead, protection runs out, old requests are forgotten, and once a day the head of the
 * audit trail is mailed.
 */
export function createTicks(db: Database, clock: () => Date, keyRing: KeyRing): readonly Tick[] {
  const inBatches =
    (work: (ctx: VerbContext, limit: number) => Promise<number>) => async (signal: AbortSignal) => {
      while (!signal.aborted && (await work(context(), BATCH_SIZE)) === BATCH_SIZE);
    };
  const context = (): VerbContext => ({ db, actor: SYSTEM_ACTOR, now: clock(), requestId: null });
  return [
    { name: 'deliver-follow-ups', everyMs: 10_000, run: inBatches(deliverFollowUps) },
    { name: 'wake-snoozed', everyMs: 10_000, run: inBatches(wakeSnoozed) },
    { name: 'turn-holds', everyMs: 10_000, run: inBatches(turnHolds) },
    { name: 'turn-absences', everyMs: 10_000, run: inBatches(turnAbsences) },
    { name: 'announce-hold-ends', everyMs: 60_000, run: inBatches(announceHoldEnds) },
    { name: 'rekey-leads', everyMs: 60_000, run: inBatches(rekeyLeads) },
    { name: 'apply-scheduled-settings', everyMs: 10_000, run: inBatches(applyScheduledSettings) },
    { name: 'reproject-stale', everyMs: 10_000, run: inBatches(reprojectStale) },
    { name: 'forget-old-requests', everyMs: 600_000, run: inBatches(forgetOldRequests) },
    {
      name: 'mail-receipt-checkpoint',
      everyMs: 600_000,
      run: () => mailReceiptCheckpoint(context()),
    },
    { name: 'mail-checkpoint', everyMs: 600_000, run: () => mailCheckpoint(context(), keyRing) },
    { name: 'open-delay-holds', everyMs: 60_000, run: () => openDelayHolds(context()) },
    {
      name: 'end-protections',
      everyMs: 10_000,
      run: async (signal) => {
        // A sample that is late since before the end has moved it: after a break of the process that is found out first.
        await openDelayHolds(context());
        // Nor does protection end by a policy whose successor is due.
        await applyScheduledSettings(context());
        await inBatches(endProtections)(signal);
      },
    },
  ];
}

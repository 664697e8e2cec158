import type { Logger } from 'pino';
import { SYSTEM_ACTOR } from '../domain/actor.js';
import { hasLeadsToKey, rekeyLeads } from '../features/conflicts/rekey-leads.js';
import { followDefaults } from '../features/settings/follow-defaults.js';
import type { Database } from '../platform/db/open.js';
import type { VerbContext } from '../platform/verbs/context.js';

/** Leads that get the keys of a new version in one transaction, before the server answers. */
const REKEYED_AT_ONCE = 500;

export interface UpToDateOptions {
  readonly db: Database;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Gets the slow steps. */
  readonly onStep?: ((step: string) => void) | undefined;
}

/** What a program of a new version changes in the stored data before it answers. */
export async function bringUpToDate({ db, clock, log, onStep }: UpToDateOptions): Promise<void> {
  const ctx = (): VerbContext => ({ db, actor: SYSTEM_ACTOR, now: clock(), requestId: null });
  // The first check whether a company is protected needs them all.
  while (await hasLeadsToKey(ctx())) {
    onStep?.('making the keys anew by which leads are recognised');
    await rekeyLeads(ctx(), REKEYED_AT_ONCE);
  }
  const version = await followDefaults(ctx());
  if (version === null) return;
  log.info({ policyVersion: version }, 'other rules than before: every lead is projected anew');
}

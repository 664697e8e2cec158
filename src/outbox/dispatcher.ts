import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AS_SYSTEM } from '../auth/actor.js';
import { isUnavailable } from '../db/is-unavailable.js';
import type { Database } from '../db/open.js';
import { readSetting } from '../settings/read-setting.js';
import { type Backoff, backoffMs } from './backoff.js';
import { type ClaimedEmail, claimDueEmails } from './claim-email.js';
import { keepClaim } from './keep-claim.js';
import { createLanes } from './lanes.js';
import { createPace } from './pace.js';
import { prepareEmail } from './prepare-email.js';
import { RenderError } from './render-email.js';
import { type Outcome, settleEmail } from './settle-email.js';
import { DeliveryError, type MailTransport } from './transport.js';

export interface DispatcherSettings {
  /** Shown in the footer of mails. */
  readonly publicUrl: string | null;
  /** In the Message-ID of mails: the domain that they come from. */
  readonly domain?: string;
  readonly backoff?: Backoff;
  /** After this many attempts a mail is dead; with the default backoff after about a day. */
  readonly maxAttempts?: number;
  /** How long the mails of a process that has ended are nobody else's; while it lives, it renews its claims. */
  readonly leaseMs?: number;
  /** How often the outbox is looked at, in real milliseconds. */
  readonly pollMs?: number;
  /** A mail that takes longer no longer holds up others, in real milliseconds. */
  readonly slowAfterMs?: number;
  /** How long stopping waits for answers of the mail server, in real milliseconds. */
  readonly graceMs?: number;
}

export interface DispatcherOptions {
  readonly db: Database;
  readonly transport: MailTransport;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly settings: DispatcherSettings;
  /** From 0 to 1. */
  readonly random?: () => number;
}

export interface Dispatcher {
  start(): void;
  /** Resolves when the mails being sent are settled: within seconds, whatever the mail server does. */
  stop(): Promise<void>;
  /**
   * Tries every mail that is due, the most urgent first; resolves to how many were tried. Rejects when the database
   * would not take what became of one.
   */
  dispatchDue(): Promise<number>;
}

const DEFAULTS = {
  domain: 'leadwarden.invalid',
  backoff: { baseMs: 60_000, capMs: 3 * 3_600_000 },
  maxAttempts: 20,
  leaseMs: 120_000,
  pollMs: 1_000,
  slowAfterMs: 5_000,
  graceMs: 1_500,
} as const satisfies Partial<DispatcherSettings>;

/** Mails that may wait for a slow server beside those that are sent; each has a connection. */
const MOST_ASIDE = 48;

/** At once, until the mail server has taken one: a server that is away costs few mails an attempt. */
const MOST_UNPROVEN = { lanes: 1, underWay: 4 } as const;

/**
 * Sends what is in the outbox, several mails side by side. Any number may run on one database. A crash between sending
 * and writing it down repeats the mails under way, each at most once and under the same Message-ID.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { db, transport, clock, log, random = Math.random } = options;
  const settings = { ...DEFAULTS, ...options.settings };
  const lanes = createLanes({ slowAfterMs: settings.slowAfterMs, mostAside: MOST_ASIDE });
  const pace = createPace();
  const stop = new AbortController();
  // Each mail under way listens, however many those are.
  setMaxListeners(0, stop.signal);
  let stopping = false;
  let proven = false;
  let unwritten: unknown = null;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  /** Begins with every mail that is due, as lanes become free; resolves to how many. */
  async function begin(): Promise<number> {
    const { connections, perSecond } = await limits();
    const { leaseMs, domain } = settings;
    let cutOff = false;
    let begun = 0;
    for (;;) {
      const room = () =>
        proven
          ? lanes.room(connections)
          : Math.min(lanes.room(MOST_UNPROVEN.lanes), MOST_UNPROVEN.underWay - lanes.underWay);
      while (!stopping && !cutOff && room() <= 0) await lanes.change();
      if (stopping || cutOff) return begun;
      // What becomes free while these are claimed is claimed together the next time.
      const claims = await claimDueEmails(db, clock(), { leaseMs, domain, most: room() });
      if (claims.length === 0) return begun;
      begun += claims.length;
      for (const claimed of claims) {
        lanes.begin(async () => {
          const unreachable = await serve(claimed, perSecond);
          if (unreachable) cutOff = true;
        });
      }
    }
  }

  function limits(): Promise<{ connections: number; perSecond: number }> {
    return db.transaction(
      async (tx) => ({
        connections: await readSetting(tx, 'mail.connections'),
        perSecond: await readSetting(tx, 'mail.perSecond'),
      }),
      AS_SYSTEM,
    );
  }

  /** Resolves to whether there is no mail server just now. */
  async function serve(first: ClaimedEmail, perSecond: number): Promise<boolean> {
    const claim = keepClaim(db, first, { clock, leaseMs: settings.leaseMs });
    try {
      const { outcome, unreachable } = await attempt(first, perSecond);
      const claimed = await claim.release();
      const settled = await settle(claimed, outcome);
      report(claimed, outcome, settled);
      if (outcome.kind === 'sent') proven = true;
      if (!unreachable) return false;
      proven = false;
      log.warn({ err: unreachable.message }, 'no mail server can be reached');
      return true;
    } catch (error) {
      // The database is away: what was claimed comes back when its lease has run out.
      log.error({ err: error, emailId: first.id }, 'what became of a mail could not be written');
      unwritten ??= error;
      return false;
    } finally {
      await claim.release();
    }
  }

  /** Insists for as long as the claim lasts: what is not written down is sent again. */
  async function settle(claimed: ClaimedEmail, outcome: Outcome): Promise<boolean> {
    for (;;) {
      try {
        return await settleEmail(db, claimed, outcome, clock());
      } catch (error) {
        if (stopping || !isUnavailable(error) || clock() >= claimed.lockedUntil) throw error;
        await pause(settings.pollMs);
      }
    }
  }

  async function attempt(
    claimed: ClaimedEmail,
    perSecond: number,
  ): Promise<{ outcome: Outcome; unreachable?: DeliveryError | null }> {
    const { attempts } = claimed;
    if (attempts > settings.maxAttempts) {
      const error = `Given up: attempt ${settings.maxAttempts} of ${settings.maxAttempts} never ended.`;
      return { outcome: { kind: 'dead', cause: 'ATTEMPTS', error } };
    }
    const mayGoOn = await pace(perSecond, stop.signal);
    if (!mayGoOn) return { outcome: { kind: 'waiting', nextAttemptAt: clock() } };
    try {
      const prepared = await prepareEmail(db, claimed, clock(), settings.publicUrl);
      switch (prepared.kind) {
        case 'discard':
          return { outcome: { kind: 'discarded', reason: prepared.reason } };
        case 'wait':
          return { outcome: { kind: 'waiting', nextAttemptAt: prepared.until } };
        case 'send': {
          const { email, data } = prepared;
          const serverAnswer = await transport.send(email, stop.signal);
          const keepCopy = transport.keepsCopy;
          return { outcome: { kind: 'sent', email, data, serverAnswer, keepCopy } };
        }
      }
    } catch (error) {
      const unreachable = error instanceof DeliveryError && error.failure === 'unreachable';
      return { outcome: afterFailure(attempts, error), unreachable: unreachable ? error : null };
    }
  }

  function afterFailure(attempts: number, cause: unknown): Outcome {
    const error = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof RenderError) return { kind: 'dead', cause: 'RENDERING', error };
    if (cause instanceof DeliveryError && cause.failure === 'rejected') {
      return { kind: 'dead', cause: 'REJECTED', error };
    }
    if (attempts >= settings.maxAttempts) return { kind: 'dead', cause: 'ATTEMPTS', error };
    const waitMs = backoffMs(attempts, settings.backoff, random());
    return { kind: 'postponed', error, nextAttemptAt: new Date(clock().getTime() + waitMs) };
  }

  /** Without the error, which the outbox has: what servers answer often repeats the address. */
  function report(claimed: ClaimedEmail, outcome: Outcome, settled: boolean): void {
    const { id: emailId, template, attempts } = claimed;
    const about = { emailId, template, attempts };
    if (!settled) log.warn({ ...about, outcome: outcome.kind }, 'mail was taken over meanwhile');
    else if (outcome.kind === 'sent') log.debug(about, 'mail sent');
    else if (outcome.kind === 'discarded') {
      log.info({ ...about, reason: outcome.reason }, 'mail discarded');
    } else if (outcome.kind === 'dead') {
      log.error({ ...about, cause: outcome.cause }, 'mail is dead');
    } else if (outcome.kind === 'waiting') {
      log.debug({ ...about, nextAttemptAt: outcome.nextAttemptAt }, 'mail waits');
    } else log.warn({ ...about, nextAttemptAt: outcome.nextAttemptAt }, 'mail postponed');
  }

  async function pass(): Promise<void> {
    try {
      await begin();
    } catch (error) {
      log.error({ err: error }, 'outbox could not be read');
    }
    if (!stopping) plan();
  }

  function plan(): void {
    timer = setTimeout(() => {
      running = pass();
    }, settings.pollMs);
    timer.unref();
  }

  return {
    async dispatchDue() {
      const begun = await begin();
      await lanes.settled();
      if (unwritten !== null) throw unwritten;
      return begun;
    },
    start() {
      stopping = false;
      plan();
    },
    async stop() {
      stopping = true;
      clearTimeout(timer);
      const giveUp = setTimeout(() => stop.abort(), settings.graceMs);
      await Promise.all([running, lanes.settled()]);
      // What was being claimed just now began after all.
      await lanes.settled();
      clearTimeout(giveUp);
      transport.close();
    },
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AS_SYSTEM } from '../auth/actor.js';
import { isUnavailable } from '../db/is-unavailable.js';
import type { Database } from '../db/open.js';
import { loadPolicy } from '../settings/load-policy.js';
import { type Backoff, backoffMs } from './backoff.js';
import { type ClaimedEmail, claimDueEmail } from './claim-email.js';
import { RenderError, renderEmail } from './render-email.js';
import { type Outcome, settleEmail } from './settle-email.js';
import { DeliveryError, type MailTransport } from './transport.js';

export interface DispatcherSettings {
  /** Shown in the footer of mails. */
  readonly publicUrl: string | null;
  readonly backoff?: Backoff;
  /** After this many attempts a mail is dead; with the default backoff after about a day. */
  readonly maxAttempts?: number;
  /** How long a claimed mail is nobody else's; longer than the transport ever takes. */
  readonly leaseMs?: number;
  /** How often the outbox is looked at, in real milliseconds. */
  readonly pollMs?: number;
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
  /** Resolves when the mail being sent is settled. */
  stop(): Promise<void>;
  /** Tries every mail that is due, one after the other; resolves to how many were tried. */
  dispatchDue(): Promise<number>;
}

const DEFAULTS = {
  backoff: { baseMs: 60_000, capMs: 3 * 3_600_000 },
  maxAttempts: 20,
  leaseMs: 120_000,
  pollMs: 1_000,
} as const satisfies Partial<DispatcherSettings>;

/**
 * Sends what is in the outbox. Any number may run on one database. Each has at most one mail in its
 * hands, so that a crash between sending and writing it down repeats at most one.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { db, transport, clock, log, random = Math.random } = options;
  const settings = { ...DEFAULTS, ...options.settings };
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  async function dispatchDue(): Promise<number> {
    for (let tried = 0; ; tried += 1) {
      const claimed = stopping ? null : await claimDueEmail(db, clock(), settings.leaseMs);
      if (!claimed) return tried;
      const { outcome, unreachable } = await attempt(claimed);
      const settled = await settle(claimed, outcome);
      report(claimed, outcome, settled);
      if (unreachable) {
        log.warn({ err: unreachable.message }, 'no mail server can be reached');
        return tried + 1;
      }
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
  ): Promise<{ outcome: Outcome; unreachable?: DeliveryError | null }> {
    const { recipient, locale, messageId, attempts } = claimed;
    if (attempts > settings.maxAttempts) {
      const error = `Given up: attempt ${settings.maxAttempts} of ${settings.maxAttempts} never ended.`;
      return { outcome: { kind: 'dead', cause: 'ATTEMPTS', error } };
    }
    try {
      const { timeZone } = await db.transaction((tx) => loadPolicy(tx), AS_SYSTEM);
      const rendered = renderEmail(claimed, { timeZone, publicUrl: settings.publicUrl });
      const email = { ...rendered, recipient, locale, messageId };
      await transport.send(email);
      return { outcome: { kind: 'sent', email, keepCopy: transport.keepsCopy } };
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
    else if (outcome.kind === 'dead') log.error({ ...about, cause: outcome.cause }, 'mail is dead');
    else log.warn({ ...about, nextAttemptAt: outcome.nextAttemptAt }, 'mail postponed');
  }

  async function pass(): Promise<void> {
    try {
      await dispatchDue();
    } catch (error) {
      // The database is away: whatever was claimed comes back when its lease has run out.
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
    dispatchDue,
    start() {
      stopping = false;
      plan();
    },
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}

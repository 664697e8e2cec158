import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AS_SYSTEM } from '../../domain/actor.js';
import { isUnavailable } from '../../platform/db/is-unavailable.js';
import type { Database } from '../../platform/db/open.js';
import { type Backoff, backoffMs } from '../../platform/loops/backoff.js';
import { readSetting } from '../../platform/settings/read-setting.js';
import { type ClaimedEmail, claimDueEmails } from './claim-email.js';
import { keepClaim } from './keep-claim.js';
import { createLanes } from './lanes.js';
import { createPace } from './pace.js';
import { type Letter, type Prepared, prepareEmails } from './prepare-email.js';
import { type Outcome, settleEmails } from './settle-email.js';
import { DeliveryError, type MailTransport } from './transport.js';

export interface DispatcherSettings {
  /** Shown in the footer of mails. */
  readonly publicUrl: string | null;
  /** In the Message-ID of mails: the domain that they come from. */
  readonly domain?: string;
  readonly backoff?: Backoff;
  /** After this many attempts a mail is dead; with the default backoff after about a day. */
  readonly maxAttempts?: number;
  /** How long the claims of a process that has ended last; while it lives, it renews them. */
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
   * did not store the outcome of one.
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
 * Sends the mails of the outbox, several side by side. Any number may run on one database. A crash between sending
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
    const { connections, perSecond, digest } = await limits();
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
      const claim = { leaseMs, domain, most: room(), digest };
      const groups = await claimDueEmails(db, clock(), claim);
      if (groups.length === 0) return begun;
      for (const group of groups) {
        begun += group.length;
        lanes.begin(async () => {
          const unreachable = await serve(group, perSecond);
          if (unreachable) cutOff = true;
        });
      }
    }
  }

  function limits(): Promise<{ connections: number; perSecond: number; digest: boolean }> {
    return db.transaction(
      async (tx) => ({
        connections: await readSetting(tx, 'mail.connections'),
        perSecond: await readSetting(tx, 'mail.perSecond'),
        digest: await readSetting(tx, 'mail.nightlyDigest'),
      }),
      AS_SYSTEM,
    );
  }

  /** Sends mails that may go out as one. Resolves to whether there is no mail server just now. */
  async function serve(group: readonly ClaimedEmail[], perSecond: number): Promise<boolean> {
    const claims = new Map(
      group.map((one) => [one.id, keepClaim(db, one, { clock, leaseMs: settings.leaseMs })]),
    );
    const release = async (one: ClaimedEmail) => (await claims.get(one.id)?.release()) ?? one;
    try {
      const { outcomes, unreachable } = await attempt(group, perSecond);
      const released: [ClaimedEmail, Outcome][] = [];
      for (const [one, outcome] of outcomes) released.push([await release(one), outcome]);
      const settled = await settle(released);
      for (const [one, outcome] of released) {
        report(one, outcome, settled.has(one.id));
        if (outcome.kind === 'sent') proven = true;
      }
      if (!unreachable) return false;
      proven = false;
      log.warn({ err: unreachable.message }, 'no mail server can be reached');
      return true;
    } catch (error) {
      // The database is away: claimed mails come back when their lease has run out.
      const emailIds = group.map(({ id }) => id);
      log.error({ err: error, emailIds }, 'what became of a mail could not be written');
      unwritten ??= error;
      return false;
    } finally {
      await Promise.all(group.map(release));
    }
  }

  /** Insists for as long as the claims last: a mail without a stored outcome is sent again. */
  async function settle(
    outcomes: readonly (readonly [ClaimedEmail, Outcome])[],
  ): Promise<ReadonlySet<string>> {
    for (;;) {
      try {
        return await settleEmails(db, outcomes, clock());
      } catch (error) {
        const lasting = outcomes.every(([{ lockedUntil }]) => clock() < lockedUntil);
        if (stopping || !isUnavailable(error) || !lasting) throw error;
        await pause(settings.pollMs);
      }
    }
  }

  interface Attempted {
    readonly outcomes: readonly (readonly [ClaimedEmail, Outcome])[];
    readonly unreachable: DeliveryError | null;
  }

  async function attempt(group: readonly ClaimedEmail[], perSecond: number): Promise<Attempted> {
    const outcomes: (readonly [ClaimedEmail, Outcome])[] = [];
    const { maxAttempts } = settings;
    const error = `Given up: attempt ${maxAttempts} of ${maxAttempts} never ended.`;
    const alive = group.filter(({ attempts }) => attempts <= maxAttempts);
    for (const one of group) {
      if (!alive.includes(one)) outcomes.push([one, { kind: 'dead', cause: 'ATTEMPTS', error }]);
    }
    if (alive.length === 0) return { outcomes, unreachable: null };
    if (!(await pace(perSecond, stop.signal))) {
      const waiting = { kind: 'waiting', nextAttemptAt: clock() } as const;
      outcomes.push(...alive.map((one) => [one, waiting] as const));
      return { outcomes, unreachable: null };
    }
    let prepared: Prepared;
    try {
      prepared = await prepareEmails(db, alive, clock(), settings.publicUrl);
    } catch (error) {
      outcomes.push(...alive.map((one) => [one, afterFailure(one, error)] as const));
      return { outcomes, unreachable: null };
    }
    outcomes.push(...prepared.kept);
    let unreachable: DeliveryError | null = null;
    for (const letter of prepared.letters) {
      try {
        outcomes.push(...(await send(letter)));
      } catch (error) {
        const { email, enclosed } = letter;
        for (const { claimed } of enclosed) {
          outcomes.push([claimed, afterFailure(claimed, error, email.recipient)]);
        }
        if (error instanceof DeliveryError && error.failure === 'unreachable') unreachable = error;
      }
    }
    return { outcomes, unreachable };
  }

  async function send({ email, enclosed }: Letter): Promise<(readonly [ClaimedEmail, Outcome])[]> {
    const serverAnswer = await transport.send(email, stop.signal);
    const keepCopy = transport.keepsCopy;
    const [first] = enclosed;
    return enclosed.map(({ claimed, data }) => {
      const sentWith = claimed === first.claimed ? null : first.claimed.id;
      return [claimed, { kind: 'sent', email, data, serverAnswer, keepCopy, sentWith }] as const;
    });
  }

  function afterFailure({ attempts }: ClaimedEmail, cause: unknown, recipient?: string): Outcome {
    const error = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof DeliveryError && cause.failure === 'rejected') {
      return { kind: 'dead', cause: 'REJECTED', error, ...(recipient ? { recipient } : {}) };
    }
    if (attempts >= settings.maxAttempts) return { kind: 'dead', cause: 'ATTEMPTS', error };
    const waitMs = backoffMs(attempts, settings.backoff, random());
    return { kind: 'postponed', error, nextAttemptAt: new Date(clock().getTime() + waitMs) };
  }

  /** Without the error, which the outbox has: answers of servers often repeat the address. */
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
      // Mails that were being claimed just now began after all.
      await lanes.settled();
      clearTimeout(giveUp);
      transport.close();
    },
  };
}

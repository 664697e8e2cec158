import type { Logger } from 'pino';
import type { Actor } from '../../domain/actor.js';
import type { LoggedEvent } from '../../domain/events.js';
import { changesAccess } from '../../platform/events/access-changes.js';
import type { Hub } from '../../platform/events/hub.js';
import type { Session } from '../../platform/identity/session.js';

/** A long-lived operation or connection that ends with its session. */
export interface SessionWatcher {
  /** Called once when the session counts no longer: its token has expired or was revoked, or the user changed. */
  onSessionEnd(reason: string): void;
}

export interface LiveSessions {
  /** Tells the watcher when the session ends, until it is unwatched. */
  watch(session: Session, watcher: SessionWatcher): void;
  unwatch(session: Session, watcher: SessionWatcher): void;
  /** The present actor; null if the session is no longer valid, after all its watchers were told. */
  reauthorize(session: Session): Promise<Actor | null>;
  /** Watchers that have not been told. */
  readonly size: number;
  /** Drops all watchers without telling them. */
  stop(): void;
}

export interface LiveSessionsOptions {
  readonly hub: Pick<Hub, 'observe'>;
  /** See createReauthorizer. */
  readonly reauthorize: (session: Session) => Promise<Actor | null>;
  readonly clock: () => Date;
  readonly log: Logger;
}

/** The longest wait of a timer; for longer it is set again. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const EXPIRED = 'The token has expired';
const REVOKED = 'The token was revoked or the user changed';

/**
 * Ends long-lived operations with their sessions: by a shared timer, and by the events of the log that change the
 * rights of a user, from any process.
 */
export function createLiveSessions(options: LiveSessionsOptions): LiveSessions {
  const { hub, reauthorize, clock, log } = options;
  const watched = new Map<string | null, Map<SessionWatcher, Session>>();
  let timer: NodeJS.Timeout | undefined;
  /** When the timer looks for expired sessions, in milliseconds. */
  let looksAt = Number.POSITIVE_INFINITY;

  const stopObserving = hub.observe({
    onEvent(event) {
      const userId = whoseAccess(event);
      if (userId !== null) void recheck(userId);
    },
    onMissed() {
      for (const userId of watched.keys()) void recheck(userId);
    },
  });

  async function recheck(userId: string | null): Promise<void> {
    await Promise.all(
      [...(watched.get(userId) ?? [])].map(([watcher, session]) => check(session, watcher)),
    );
  }

  /** When it cannot be told whether a session counts, it ends: the client comes back with its cursor. */
  async function check(session: Session, watcher: SessionWatcher): Promise<void> {
    try {
      if ((await reauthorize(session)) === null) end(session, watcher, REVOKED);
    } catch (error) {
      const userId = session.actor.id;
      log.warn({ err: error, userId }, 'a session could not be checked again');
      end(session, watcher, 'The session cannot be checked');
    }
  }

  function end(session: Session, watcher: SessionWatcher, reason: string): void {
    if (forget(session, watcher)) watcher.onSessionEnd(reason);
  }

  /** False if it was not watched. */
  function forget({ actor }: Session, watcher: SessionWatcher): boolean {
    const watchers = watched.get(actor.id);
    if (!watchers?.delete(watcher)) return false;
    if (watchers.size === 0) watched.delete(actor.id);
    if (watched.size === 0) stopLooking();
    return true;
  }

  function lookAt(atMs: number): void {
    if (atMs >= looksAt) return;
    stopLooking();
    looksAt = atMs;
    const leftMs = Math.max(0, atMs - clock().getTime());
    timer = setTimeout(look, Math.min(leftMs, LONGEST_TIMER_MS)).unref();
  }

  function stopLooking(): void {
    clearTimeout(timer);
    looksAt = Number.POSITIVE_INFINITY;
  }

  function look(): void {
    stopLooking();
    const now = clock().getTime();
    let next = Number.POSITIVE_INFINITY;
    for (const watchers of watched.values()) {
      for (const [watcher, session] of watchers) {
        const expiresAt = session.expiresAt.getTime();
        if (expiresAt <= now) end(session, watcher, EXPIRED);
        else next = Math.min(next, expiresAt);
      }
    }
    lookAt(next);
  }

  return {
    watch(session, watcher) {
      const userId = session.actor.id;
      const watchers = watched.get(userId) ?? new Map();
      watched.set(userId, watchers.set(watcher, session));
      lookAt(session.expiresAt.getTime());
      // Changes between the sign-in and now have not been noticed.
      void check(session, watcher);
    },
    unwatch(session, watcher) {
      forget(session, watcher);
    },
    async reauthorize(session) {
      const actor = await reauthorize(session);
      if (actor === null) await recheck(session.actor.id);
      return actor;
    },
    get size() {
      return [...watched.values()].reduce((sum, { size }) => sum + size, 0);
    },
    stop() {
      stopObserving();
      stopLooking();
      watched.clear();
    },
  };
}

/** The user whose sessions an event may end. */
function whoseAccess({ type, payload }: LoggedEvent): string | null {
  return changesAccess(type) && typeof payload.userId === 'string' ? payload.userId : null;
}

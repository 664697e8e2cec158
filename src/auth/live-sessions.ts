import type { Logger } from 'pino';
import type { LoggedEvent } from '../domain/events.js';
import type { Hub } from '../events/hub.js';
import type { Actor } from './actor.js';
import type { Session } from './session.js';

export interface LiveSessions {
  /**
   * Calls `onEnd` once when the session counts no longer, with the reason: its token has expired or was revoked, or the
   * user may do something else or nothing any more. Ends with the returned function.
   */
  watch(session: Session, onEnd: (reason: string) => void): () => void;
  /** Who the user is now; null if the session counts no longer, after everybody who watches it was told. */
  reauthorize(session: Session): Promise<Actor | null>;
  /** Sessions that are watched. */
  readonly size: number;
  /** Forgets all of them; nobody is told. */
  stop(): void;
}

export interface LiveSessionsOptions {
  readonly hub: Pick<Hub, 'observe'>;
  /** See createReauthorizer. */
  readonly reauthorize: (session: Session) => Promise<Actor | null>;
  readonly clock: () => Date;
  readonly log: Logger;
}

/** What a timer can wait for at most; for longer it is set again. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const EXPIRED = 'The token has expired';
const REVOKED = 'The token was revoked or the user changed';

interface Watched {
  readonly session: Session;
  end(reason: string): void;
  forget(): void;
}

/**
 * Ends what is long-lived when what it was begun with ends: by a timer, and by the events of the log that change what
 * somebody may do, in whichever process that happens.
 */
export function createLiveSessions(options: LiveSessionsOptions): LiveSessions {
  const { hub, reauthorize, clock, log } = options;
  const watched = new Map<string | null, Set<Watched>>();

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
    await Promise.all([...(watched.get(userId) ?? [])].map(check));
  }

  /** When it cannot be told whether a session counts, it ends: the client comes back with its cursor. */
  async function check(one: Watched): Promise<void> {
    try {
      if ((await reauthorize(one.session)) === null) one.end(REVOKED);
    } catch (error) {
      const userId = one.session.actor.id;
      log.warn({ err: error, userId }, 'a session could not be checked again');
      one.end('The session cannot be checked');
    }
  }

  return {
    watch(session, onEnd) {
      const userId = session.actor.id;
      let timer: NodeJS.Timeout | undefined;

      function forget(): void {
        clearTimeout(timer);
        const others = watched.get(userId);
        others?.delete(one);
        if (others?.size === 0) watched.delete(userId);
      }
      function end(reason: string): void {
        if (!watched.get(userId)?.has(one)) return;
        forget();
        onEnd(reason);
      }
      function waitForExpiry(): void {
        const leftMs = session.expiresAt.getTime() - clock().getTime();
        if (leftMs <= 0) end(EXPIRED);
        else timer = setTimeout(waitForExpiry, Math.min(leftMs, LONGEST_TIMER_MS)).unref();
      }

      const one: Watched = { session, end, forget };
      const all = watched.get(userId) ?? new Set();
      watched.set(userId, all.add(one));
      waitForExpiry();
      // What changed between the sign-in and now, nobody has told.
      void check(one);
      return forget;
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
      for (const sessions of watched.values()) for (const one of sessions) one.forget();
    },
  };
}

/** The user whose sessions an event may end. */
function whoseAccess({ type, payload }: LoggedEvent): string | null {
  const changes = type === 'USER_CHANGED' || type === 'API_TOKEN_REVOKED';
  return changes && typeof payload.userId === 'string' ? payload.userId : null;
}

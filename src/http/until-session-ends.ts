import type { Operation } from '../api/kit/context.js';
import type { LiveSessions } from '../features/sign-in/live-sessions.js';

/**
 * An operation over SSE whose signal also aborts when its session ends. A WebSocket does that itself, once for all its
 * operations, and closes.
 */
export function untilSessionEnds(
  sessions: LiveSessions,
  operation: Operation,
): { operation: Operation; release: () => void } {
  const { session, signal, outlet } = operation;
  if (session === null || outlet) return { operation, release: NOTHING };
  const ends = new AbortController();
  const watcher = { onSessionEnd: () => ends.abort() };
  const leave = () => {
    sessions.unwatch(session, watcher);
    ends.abort();
  };
  sessions.watch(session, watcher);
  signal?.addEventListener('abort', leave, { once: true });
  if (signal?.aborted) leave();
  return {
    operation: { ...operation, signal: ends.signal },
    release() {
      sessions.unwatch(session, watcher);
      signal?.removeEventListener('abort', leave);
    },
  };
}

const NOTHING = () => {};

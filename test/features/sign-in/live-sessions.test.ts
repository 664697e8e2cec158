import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import type { LoggedEvent } from '../../../src/domain/events.js';
import {
  createLiveSessions,
  type LiveSessions,
} from '../../../src/features/sign-in/live-sessions.js';
import type { LogObserver } from '../../../src/platform/events/hub.js';
import type { Session } from '../../../src/platform/identity/session.js';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-03-01T09:00:00Z');

let observer: LogObserver | undefined;
let ended: string[];
let check: (session: Session) => Promise<typeof SYSTEM_ACTOR | null>;
let sessions: LiveSessions;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  ended = [];
  check = async ({ actor }) => actor;
  sessions = createLiveSessions({
    hub: {
      observe(given) {
        observer = given;
        return () => {
          observer = undefined;
        };
      },
    },
    reauthorize: (session) => check(session),
    clock: () => new Date(),
    log: pino({ level: 'silent' }),
  });
});

afterEach(() => vi.useRealTimers());

const session = (id: string, days: number): Session => ({
  actor: { ...SYSTEM_ACTOR, id, role: 'REP' },
  expiresAt: new Date(NOW.getTime() + days * DAY_MS),
  apiTokenId: null,
});

function watch(id: string, days = 1): () => void {
  const watched = session(id, days);
  const watcher = { onSessionEnd: (reason: string) => void ended.push(`${id}: ${reason}`) };
  sessions.watch(watched, watcher);
  return () => sessions.unwatch(watched, watcher);
}

const userChanged = (userId: string) =>
  observer?.onEvent({ type: 'USER_CHANGED', payload: { userId } } as unknown as LoggedEvent);

test('a session ends when its token expires, also one that outlives every timer', async () => {
  watch('short', 1);
  watch('long', 365);
  await vi.advanceTimersByTimeAsync(DAY_MS - 1);
  expect(ended).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toEqual(['short: The token has expired']);
  await vi.advanceTimersByTimeAsync(364 * DAY_MS - 1);
  expect(ended).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toEqual(['short: The token has expired', 'long: The token has expired']);
  expect(sessions.size).toBe(0);
});

test('one that nobody watches any more is left alone', async () => {
  watch('gone')();
  userChanged('gone');
  await vi.advanceTimersByTimeAsync(2 * DAY_MS);
  expect([ended, sessions.size, vi.getTimerCount()]).toEqual([[], 0, 0]);
});

test('of a user who changed, those sessions end that count no longer, once', async () => {
  watch('anna');
  watch('bert');
  await vi.advanceTimersByTimeAsync(0);
  check = async () => null;
  userChanged('anna');
  userChanged('anna');
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toEqual(['anna: The token was revoked or the user changed']);
});

test('what changed between sign-in and watching is not missed', async () => {
  check = async () => null;
  watch('anna');
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toHaveLength(1);
});

test('after a gap in the log all are checked', async () => {
  watch('anna');
  watch('bert');
  await vi.advanceTimersByTimeAsync(0);
  check = async ({ actor }) => (actor.id === 'bert' ? null : actor);
  observer?.onMissed();
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toEqual(['bert: The token was revoked or the user changed']);
});

test('a session that cannot be checked ends', async () => {
  watch('anna');
  await vi.advanceTimersByTimeAsync(0);
  check = async () => {
    throw new Error('the database is away');
  };
  userChanged('anna');
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toEqual(['anna: The session cannot be checked']);
});

test('stopping tells nobody and leaves no timer', () => {
  watch('anna');
  sessions.stop();
  expect([ended, sessions.size, vi.getTimerCount(), observer]).toEqual([[], 0, 0, undefined]);
});

test('whoever comes is asked about alone, however many of the same user are there', async () => {
  const asked: Session[] = [];
  check = async (one) => {
    asked.push(one);
    return one.actor;
  };
  for (let nth = 0; nth < 10; nth += 1) watch('wall');
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(10);
  userChanged('wall');
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(20);
});

import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { type Rendered, resultFlow } from '../../../src/api/kit/result-flow.js';
import { type Actor, AS_SYSTEM, SYSTEM_ACTOR } from '../../../src/domain/actor.js';
import type { EventPayload, EventType, LoggedEvent } from '../../../src/domain/events.js';
import { newId } from '../../../src/platform/db/ids.js';
import type { Database, Tx } from '../../../src/platform/db/open.js';
import { appendEvents } from '../../../src/platform/events/append-event.js';
import { createChannels } from '../../../src/platform/events/channels.js';
import type { Hub } from '../../../src/platform/events/hub.js';
import type { LogPlace } from '../../../src/platform/events/log-reader.js';
import type { EventFilter } from '../../../src/platform/events/read-log.js';
import type { Session } from '../../../src/platform/identity/session.js';
import { locating } from '../../support/cursors.js';
import type { TestDatabase } from '../../support/database.js';
import { leadRow, makeUser } from '../../support/factories.js';

export const quiet = pino({ level: 'silent' });

/** Longer than any test: nothing is found by a timer. */
export const NEVER_MS = 3_600_000;

const NEVER = '9999-01-01T00:00:00Z';

export const occurredAt = new Date('2026-03-01T09:00:00Z');

export interface EventLead {
  id: string;
  ownerId: string;
  territory: string | null;
}

export async function makeEventLead(
  db: TestDatabase,
  territory: string | null = null,
): Promise<EventLead> {
  const { id: ownerId } = await makeUser(db, { name: 'Anna' });
  const lead = await db.prisma.lead.create({
    data: leadRow({ registeredAt: occurredAt, ownerId, territory }),
  });
  return { id: lead.id, ownerId, territory };
}

export interface Happening {
  type?: EventType;
  lead?: EventLead;
  /** Of an event about no lead. */
  ownerId?: string;
  payload?: EventPayload;
}

export function append(tx: Tx, happenings: readonly Happening[]): Promise<string[]> {
  return appendEvents(
    tx,
    happenings.map(({ type = 'ACTIVITY_LOGGED', lead, ownerId, payload = {} }) => ({
      type,
      ...(lead ? { lead } : {}),
      ...(ownerId ? { ownerId } : {}),
      payload,
      occurredAt,
      actorId: null,
    })),
  );
}

/** Commits events that carry `n` = from … to in their payloads. */
export async function commitNumbered(
  db: Database,
  from: number,
  to: number,
  happening: Happening = {},
): Promise<void> {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const happenings = numbers.map((n) => ({ ...happening, payload: { n } }));
  await db.transaction((tx) => append(tx, happenings), AS_SYSTEM);
}

export function actor(role: Actor['role'], overrides: Partial<Actor> = {}): Actor {
  return { ...SYSTEM_ACTOR, id: newId(), role, ...overrides };
}

export const admin = actor('ADMIN');

export interface FollowOptions extends EventFilter {
  actor: Actor;
  after?: string | null;
  reauthorize?: () => Promise<Actor | null>;
  /** Those with the same one share a channel; each has its own if left out. */
  channel?: string;
  signal?: AbortSignal;
}

export interface EventFlow {
  next(): Promise<IteratorResult<LoggedEvent, undefined>>;
  return(): Promise<unknown>;
}

export interface Followed {
  /** Follows the hub as a subscription does, and gets the events themselves. */
  follow(wanted: FollowOptions): EventFlow;
  /** Flows that have not ended. */
  readonly subscribers: number;
  /** How often an event was rendered. */
  readonly rendered: number;
}

export function following(hub: Hub): Followed {
  const whoIs = new Map<Session, () => Promise<Actor | null>>();
  let rendered = 0;
  const channels = createChannels<Rendered>({
    hub,
    reauthorize: async (session) => (await whoIs.get(session)?.()) ?? null,
    clock: () => occurredAt,
    log: quiet,
    retryPausesMs: [],
  });
  const render = async (event: LoggedEvent): Promise<Rendered> => {
    rendered += 1;
    return { result: { data: { event } }, text: '', cursor: '' };
  };

  return {
    follow({ actor, after, reauthorize, channel: key = newId(), signal, ...filter }) {
      const session: Session = { actor, expiresAt: new Date(NEVER), apiTokenId: null };
      whoIs.set(session, reauthorize ?? (async () => actor));
      const flow = resultFlow({
        session,
        signal: signal ?? new AbortController().signal,
        toPublic: (error) => new GraphQLError('', { originalError: error as Error }),
        onEnd: () => {},
      });
      const join = (from: LogPlace) =>
        flow.leaveWith(channels.join({ key, filter, render }, flow.subscriber, from));
      const end = hub.end();
      const joined = after == null ? join(end) : hub.locate(locating(after, actor)).then(join);
      return {
        async next() {
          await joined;
          const { done, value } = await flow.results.next();
          if (done) return { done, value: undefined };
          if (value.errors) throw value.errors[0]?.originalError;
          return { done: false, value: value.data?.event as LoggedEvent };
        },
        return: async () => flow.results.return?.(),
      };
    },
    get subscribers() {
      return channels.subscribers;
    },
    get rendered() {
      return rendered;
    },
  };
}

/** The next `count` events of a flow, which stays open. */
export async function take(flow: EventFlow, count: number): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  while (events.length < count) {
    const { value, done } = await flow.next();
    if (done) throw new Error(`The flow ended after ${events.length} of ${count} events.`);
    events.push(value);
  }
  return events;
}

export function numbersOf(events: readonly LoggedEvent[]): unknown[] {
  return events.map(({ payload }) => payload.n);
}

export function positionsOf(events: readonly LoggedEvent[]): number[] {
  return events.map(({ position }) => position);
}

/** from, from + 1, … to */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

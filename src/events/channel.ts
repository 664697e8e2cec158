import { setImmediate as breathe } from 'node:timers/promises';
import type { Actor } from '../auth/actor.js';
import type { Session } from '../auth/session.js';
import type { EventType, LoggedEvent } from '../domain/events.js';
import type { LogReader } from './log-reader.js';
import { maySee } from './may-see.js';
import type { EventFilter } from './read-log.js';

/** Somebody who is told events, in the form that the channel gives them. */
export interface Subscriber<Rendered> {
  readonly session: Session;
  /** Takes one; false if it wants no more for now. */
  take(rendered: Rendered): boolean;
  /** Resolves when it wants one, or has left. */
  ready(): Promise<void>;
  /** Nothing more comes: because of the error, or because it may not be told any more. Called at most once. */
  end(error?: unknown): void;
}

export interface ChannelOptions<Rendered> {
  readonly reader: LogReader;
  readonly filter: EventFilter;
  /** Who a subscriber is now; null once it may hear nothing more. */
  reauthorize(session: Session): Promise<Actor | null>;
  /** The same for all who share the channel, whichever of them the actor is. */
  render(event: LoggedEvent, actor: Actor, attempt: number): Promise<Rendered>;
  /** Tries again while the database is away; rejects when it gives up. */
  patiently<T>(work: () => Promise<T>): Promise<T>;
  clock(): Date;
  onEmpty(): void;
}

export interface Channel<Rendered> {
  readonly start: LogReader['start'];
  /** Tells everything behind the position, until the returned function is called. */
  join(subscriber: Subscriber<Rendered>, position: number): () => void;
}

interface Member<Rendered> {
  readonly subscriber: Subscriber<Rendered>;
  /** Everything up to here was told, or passed over. While it is told live, at least what the channel has told. */
  position: number;
  left: boolean;
}

type Actors<Rendered> = Map<Member<Rendered>, Actor | null>;

/** With fewer members, and where the last events were not wanted, asking early saves less than it costs. */
const EARLY_FROM = 100;

/** How long it counts who somebody was: who has lost the right to an event is told nothing more after that. */
const ACTORS_COUNT_MS = 20;

/** How long, and of how many events, what was rendered serves those who come a little later. */
const REMEMBERED_MS = 1_000;
const REMEMBERED_EVENTS = 64;

/**
 * Tells events to subscribers who all see the same of the same document, rendering each event once. Who keeps up is told
 * live, all in one go. Who is behind (it came with a cursor, or took its time) reads the log by itself until it has
 * caught up, and costs a position meanwhile.
 */
export function createChannel<Rendered>(options: ChannelOptions<Rendered>): Channel<Rendered> {
  const { reader, filter, reauthorize, patiently, clock } = options;
  const types = filter.types ? new Set<EventType>(filter.types) : null;
  const members = new Set<Member<Rendered>>();
  const live = new Set<Member<Rendered>>();
  /** How often rendering an event has failed. */
  const failures = new Map<number, number>();
  const remembered = new Map<number, { rendered: Promise<Rendered>; at: number }>();
  /** Everything up to here was told live. */
  let position = reader.start.position;
  let closed = false;
  /** Whether somebody wanted what came last. */
  let isBusy = true;
  /** Who those are that are live, asked when everything up to a position had been committed. */
  let known: { actors: Promise<Actors<Rendered>>; upTo: number; at: number } | null = null;

  reader.onGrowth((upTo) => {
    if (live.size < EARLY_FROM || !isBusy || !Number.isFinite(upTo)) return;
    ask(upTo).catch(() => {}); // whoever needs it asks again
  });
  void tellLive();

  async function tellLive(): Promise<void> {
    try {
      while (!closed) {
        const stretch = await patiently(() => reader.next(position, filter, anyActor));
        if (stretch === null) break;
        isBusy = stretch.events.some(isWanted);
        for (const event of stretch.events) {
          if (isWanted(event)) await patiently(() => tell(event, stretch.upTo));
          position = event.position;
        }
        position = stretch.upTo;
        // Promises alone would let a long stretch of foreign events hold up everybody else.
        if (stretch.more) await breathe();
      }
      for (const member of members) finish(member);
    } catch (error) {
      for (const member of members) finish(member, error);
    }
  }

  /** Rejects before anybody is told, or never. */
  async function tell(event: LoggedEvent, committed: number): Promise<void> {
    const actors = await actorsFor(event, committed);
    const seeing = [...actors].flatMap(([member, actor]) =>
      actor && member.position < event.position && maySee(actor, event) ? member : [],
    );
    const [first] = seeing;
    const actor = first && actors.get(first);
    const rendered = actor ? await renderOnce(event, actor) : null;

    // From here on everything happens at once.
    position = event.position;
    const told = new Set(seeing);
    for (const member of live) {
      if (member.position >= event.position) continue;
      if (told.has(member) && rendered !== null) {
        member.position = event.position;
        if (!member.subscriber.take(rendered)) fallBehind(member);
      } else if (!actors.has(member)) {
        fallBehind(member); // It joined meanwhile, and nobody asked who it is.
      }
    }
    for (const [member, now] of actors) if (now === null) finish(member);
  }

  /** Who was somebody after an event had been committed may be told of it; who has lost it since, is not for long. */
  async function actorsFor(event: LoggedEvent, committed: number): Promise<Actors<Rendered>> {
    if (known && event.position <= known.upTo && isFresh(known.at)) {
      const actors = await known.actors.catch(() => null);
      if (actors) return actors;
    }
    return ask(committed);
  }

  function ask(upTo: number): Promise<Actors<Rendered>> {
    const actors = actorsOf([...live]);
    known = { actors, upTo, at: clock().getTime() };
    return actors;
  }

  function isFresh(at: number): boolean {
    return clock().getTime() - at < ACTORS_COUNT_MS;
  }

  /** Those who count as one are asked about once. */
  async function actorsOf(asked: readonly Member<Rendered>[]): Promise<Actors<Rendered>> {
    const now = clock();
    const known = new Map<string, Promise<Actor | null>>();
    const actors: Actors<Rendered> = new Map();
    for (const { subscriber } of asked) {
      const { session } = subscriber;
      if (session.expiresAt > now && !known.has(keyOf(session))) {
        known.set(keyOf(session), reauthorize(session));
      }
    }
    const found = new Map<string, Actor | null>();
    await Promise.all([...known].map(async ([key, actor]) => found.set(key, await actor)));
    for (const member of asked) {
      const { session } = member.subscriber;
      const isOver = session.expiresAt <= now;
      actors.set(member, isOver ? null : (found.get(keyOf(session)) ?? null));
    }
    return actors;
  }

  async function anyActor(): Promise<Actor | null> {
    for (const { subscriber } of live.size > 0 ? live : members) {
      const actor = await reauthorize(subscriber.session);
      if (actor) return actor;
    }
    return null;
  }

  function fallBehind(member: Member<Rendered>): void {
    live.delete(member);
    void catchUp(member);
  }

  async function catchUp(member: Member<Rendered>): Promise<void> {
    const { subscriber } = member;
    try {
      while (!member.left) {
        await subscriber.ready();
        if (member.left) return;
        if (member.position >= position) {
          live.add(member);
          return;
        }
        await readOn(member);
      }
    } catch (error) {
      finish(member, error);
    }
  }

  async function readOn(member: Member<Rendered>): Promise<void> {
    const { session, ready, take } = member.subscriber;
    const whoNow = () => reauthorize(session);
    const stretch = await patiently(() => reader.next(member.position, filter, whoNow));
    if (stretch === null) return finish(member);
    let now: Actor | null = null;
    let askedAt = Number.NEGATIVE_INFINITY;
    for (const event of stretch.events) {
      if (!isWanted(event)) continue;
      await ready();
      if (!isFresh(askedAt)) {
        askedAt = clock().getTime();
        now = await patiently(whoNow);
      }
      const actor = now;
      if (actor === null) return finish(member);
      if (!maySee(actor, event)) continue;
      const rendered = await patiently(() => renderOnce(event, actor));
      if (member.left) return;
      member.position = event.position;
      take(rendered);
    }
    member.position = stretch.upTo;
    if (stretch.more) await breathe();
  }

  function isWanted(event: LoggedEvent): boolean {
    return (!types || types.has(event.type)) && (!filter.leadId || event.leadId === filter.leadId);
  }

  function renderOnce(event: LoggedEvent, actor: Actor): Promise<Rendered> {
    const at = performance.now();
    const known = remembered.get(event.position);
    if (known && at - known.at < REMEMBERED_MS) return known.rendered;
    const attempt = (failures.get(event.position) ?? 0) + 1;
    const rendered = options.render(event, actor, attempt);
    remembered.delete(event.position);
    remembered.set(event.position, { rendered, at });
    rendered.then(
      () => failures.delete(event.position),
      () => {
        failures.set(event.position, attempt);
        remembered.delete(event.position);
      },
    );
    if (remembered.size > REMEMBERED_EVENTS) {
      const [oldest] = remembered.keys();
      if (oldest !== undefined) remembered.delete(oldest);
    }
    return rendered;
  }

  function finish(member: Member<Rendered>, error?: unknown): void {
    if (member.left) return;
    leave(member);
    member.subscriber.end(error);
  }

  function leave(member: Member<Rendered>): void {
    member.left = true;
    live.delete(member);
    members.delete(member);
    if (members.size > 0 || closed) return;
    closed = true;
    reader.close();
    options.onEmpty();
  }

  return {
    start: reader.start,
    join(subscriber, from) {
      const member = { subscriber, position: from, left: false };
      members.add(member);
      void catchUp(member);
      return () => {
        if (!member.left) leave(member);
      };
    },
  };
}

function keyOf({ actor, apiTokenId }: Session): string {
  return `${actor.id} ${apiTokenId}`;
}

import { setImmediate as breathe } from 'node:timers/promises';
import type { Actor } from '../../domain/actor.js';
import type { EventType, LoggedEvent } from '../../domain/events.js';
import type { Session } from '../identity/session.js';
import type { LogReader } from './log-reader.js';
import { maySee } from './may-see.js';
import { ACTORS_COUNT_MS, createParties, type Party } from './parties.js';
import type { EventFilter } from './read-log.js';
import { type Render, rememberRendered } from './remember-rendered.js';

/** A subscriber that gets events in the form of the channel. */
export interface Subscriber<Rendered> {
  readonly session: Session;
  /** Takes an event; false if the subscriber can take no more for now. */
  take(rendered: Rendered): boolean;
  /** Resolves when the subscriber can take more, or has left. */
  ready(): Promise<void>;
  /** Ends the subscriber: because of the error, or because it may no longer get events. Called at most once. */
  end(error?: unknown): void;
}

export interface ChannelOptions<Rendered> {
  readonly reader: LogReader;
  readonly filter: EventFilter;
  /** The present actor of a subscriber; null once it may no longer get events. */
  reauthorize(session: Session): Promise<Actor | null>;
  /** The same text for all subscribers of the channel, for any of them as the actor. */
  readonly render: Render<Rendered>;
  /** Tries again while the database is away; rejects when it gives up. */
  patiently<T>(work: () => Promise<T>): Promise<T>;
  clock(): Date;
  onEmpty(): void;
}

export interface Channel<Rendered> {
  readonly start: LogReader['start'];
  /** Sends all events behind the position, until the returned function is called. */
  join(subscriber: Subscriber<Rendered>, position: number): () => void;
  /** Subscribers that have not ended. */
  readonly size: number;
}

interface Member<Rendered> {
  readonly subscriber: Subscriber<Rendered>;
  readonly party: Party<Member<Rendered>>;
  /** In milliseconds: dates are slow to compare. */
  readonly expiresAt: number;
  /**
   * All events up to here were sent, or passed over. While the subscriber is live, the position of the channel counts
   * if it is higher.
   */
  position: number;
  isLive: boolean;
  left: boolean;
}

/**
 * Sends events to subscribers with the same sight and document, rendering each event once. Subscribers that keep up
 * are live and get an event in one go. A subscriber that is behind (it began with a cursor, or is slow) reads the log
 * by itself until it has caught up, and costs only a stored position meanwhile.
 */
export function createChannel<Rendered>(options: ChannelOptions<Rendered>): Channel<Rendered> {
  const { reader, filter, reauthorize, patiently, clock } = options;
  const parties = createParties<Member<Rendered>>({ reader, reauthorize, clock });
  const types = filter.types ? new Set<EventType>(filter.types) : null;
  let size = 0;
  const renderOnce = rememberRendered(options.render);
  /** All events up to here were sent live. */
  let position = reader.start.position;
  let closed = false;

  void tellLive();

  async function tellLive(): Promise<void> {
    try {
      while (!closed) {
        const stretch = await patiently(() => reader.next(position, filter, parties.anyActor));
        if (stretch === null) break;
        for (const event of stretch.events) {
          if (isWanted(event)) await patiently(() => tell(event, stretch.upTo));
          position = event.position;
        }
        position = stretch.upTo;
        // Promises alone would let a long stretch of foreign events hold up the other subscribers.
        if (stretch.more) await breathe();
      }
      finishAll();
    } catch (error) {
      finishAll(error);
    }
  }

  /** Rejects before any subscriber gets the event, or never. */
  async function tell(event: LoggedEvent, committed: number): Promise<void> {
    const actors = await parties.actorsFor(event.position, committed);
    const seeing = new Map<Party<Member<Rendered>>, Actor>();
    for (const [party, actor] of actors) {
      if (actor && maySee(actor, event)) seeing.set(party, actor);
    }
    const [reader] = seeing.values();
    const rendered = reader ? await renderOnce(event, reader) : null;

    // From here on all steps are synchronous.
    position = event.position;
    const now = clock().getTime();
    for (const party of parties) {
      const isTold = seeing.has(party);
      // They joined meanwhile, and their actors were not checked.
      const isUnknown = !actors.has(party);
      for (const member of party.members) {
        if (!member.isLive || member.position >= event.position) continue;
        if (member.expiresAt <= now) finish(member);
        else if (isUnknown) fallBehind(member);
        else if (isTold && rendered !== null) {
          member.position = event.position;
          if (!member.subscriber.take(rendered)) fallBehind(member);
        }
      }
    }
    for (const [party, actor] of actors) {
      if (actor !== null) continue;
      for (const member of party.members) if (member.isLive) finish(member);
    }
  }

  function setLive(member: Member<Rendered>, isLive: boolean): void {
    if (member.isLive === isLive) return;
    member.isLive = isLive;
    member.party.live += isLive ? 1 : -1;
  }

  function fallBehind(member: Member<Rendered>): void {
    setLive(member, false);
    void catchUp(member);
  }

  async function catchUp(member: Member<Rendered>): Promise<void> {
    const { subscriber } = member;
    try {
      while (!member.left) {
        await subscriber.ready();
        if (member.left) return;
        if (member.position >= position) {
          setLive(member, true);
          return;
        }
        await readOn(member);
      }
    } catch (error) {
      finish(member, error);
    }
  }

  async function readOn(member: Member<Rendered>): Promise<void> {
    const { subscriber } = member;
    const whoNow = () => reauthorize(subscriber.session);
    const stretch = await patiently(() => reader.next(member.position, filter, whoNow));
    if (stretch === null) return finish(member);
    let now: Actor | null = null;
    let askedAt = Number.NEGATIVE_INFINITY;
    for (const event of stretch.events) {
      if (!isWanted(event)) continue;
      await subscriber.ready();
      if (clock().getTime() - askedAt >= ACTORS_COUNT_MS) {
        askedAt = clock().getTime();
        now = await patiently(whoNow);
      }
      const actor = now;
      if (actor === null) return finish(member);
      if (!maySee(actor, event)) continue;
      const rendered = await patiently(() => renderOnce(event, actor));
      if (member.left) return;
      member.position = event.position;
      subscriber.take(rendered);
    }
    member.position = stretch.upTo;
    if (stretch.more) await breathe();
  }

  function isWanted(event: LoggedEvent): boolean {
    if (types && !types.has(event.type)) return false;
    return !filter.leadIds || filter.leadIds.some((id) => id === event.leadId);
  }

  function finish(member: Member<Rendered>, error?: unknown): void {
    if (member.left) return;
    leave(member);
    member.subscriber.end(error);
  }

  function finishAll(error?: unknown): void {
    for (const { members } of parties) for (const member of members) finish(member, error);
  }

  function leave(member: Member<Rendered>): void {
    const { party, subscriber } = member;
    member.left = true;
    setLive(member, false);
    party.members.delete(member);
    size -= 1;
    if (party.members.size > 0) return;
    parties.forget(subscriber.session);
    if (!parties.isEmpty || closed) return;
    closed = true;
    reader.close();
    options.onEmpty();
  }

  return {
    start: reader.start,
    join(subscriber, from) {
      const party = parties.of(subscriber.session);
      const member: Member<Rendered> = {
        subscriber,
        party,
        expiresAt: subscriber.session.expiresAt.getTime(),
        position: from,
        isLive: false,
        left: false,
      };
      party.members.add(member);
      size += 1;
      void catchUp(member);
      return () => {
        if (!member.left) leave(member);
      };
    },
    get size() {
      return size;
    },
  };
}

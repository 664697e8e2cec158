import type { Actor } from '../../domain/actor.js';
import type { Session } from '../identity/session.js';
import type { LogReader } from './log-reader.js';

/** Members of a channel that are re-authorised together. */
export interface Party<Member> {
  readonly members: Set<Member>;
  /** Number of live members. */
  live: number;
}

/** Null for members that may no longer get events. Members that joined after the check are missing. */
export type Actors<Member> = ReadonlyMap<Party<Member>, Actor | null>;

export interface Parties<Member> extends Iterable<Party<Member>> {
  /** The party of a session. */
  of(session: Session): Party<Member>;
  /** Removes a party without members. */
  forget(session: Session): void;
  /** Whether there is none. */
  readonly isEmpty: boolean;
  /**
   * The actors that may get an event: as of its commit or later, given that everything up to `committed` has been
   * committed. A member that has lost the right since then still gets the event, but no later ones after the time
   * below.
   */
  actorsFor(position: number, committed: number): Promise<Actors<Member>>;
  /** A member that may get events; null if there is none. */
  anyActor(): Promise<Actor | null>;
}

export interface PartiesOptions {
  readonly reader: Pick<LogReader, 'accessUnchanged'>;
  /** The present actor of a session; null once it may no longer get events. */
  reauthorize(session: Session): Promise<Actor | null>;
  clock(): Date;
}

/** How long a check of an actor stays valid: a member that has lost its rights gets no events after that. */
export const ACTORS_COUNT_MS = 20;

/** The same while the log shows no change of access; bounded, as access may be changed directly in the database. */
const UNCHANGED_ACTORS_COUNT_MS = 1_000;

/** The members of a channel by their parties. */
export function createParties<
  Member extends { readonly subscriber: { readonly session: Session } },
>(options: PartiesOptions): Parties<Member> {
  const { reader, reauthorize, clock } = options;
  const parties = new Map<string, Party<Member>>();
  let known: { actors: Promise<Actors<Member>>; upTo: number; at: number } | null = null;

  /** The sessions of a party differ in when they expire. */
  async function actorOf({ members }: Party<Member>): Promise<Actor | null> {
    const now = clock();
    for (const { subscriber } of members) {
      if (subscriber.session.expiresAt > now) return reauthorize(subscriber.session);
    }
    return null;
  }

  function live(): Party<Member>[] {
    return [...parties.values()].filter((party) => party.live > 0);
  }

  async function actorsOfLive(): Promise<Actors<Member>> {
    return new Map(
      await Promise.all(live().map(async (party) => [party, await actorOf(party)] as const)),
    );
  }

  function ask(upTo: number): Promise<Actors<Member>> {
    const actors = actorsOfLive();
    known = { actors, upTo, at: clock().getTime() };
    return actors;
  }

  /** The former answer, if it is valid for the event at a position. */
  async function actorsKnown(position: number): Promise<Actors<Member> | null> {
    if (known === null) return null;
    const { upTo, at } = known;
    const ageMs = clock().getTime() - at;
    const isNew = ageMs < ACTORS_COUNT_MS && position <= upTo;
    const isUnchanged = ageMs < UNCHANGED_ACTORS_COUNT_MS && reader.accessUnchanged(upTo, position);
    if (!isNew && !isUnchanged) return null;
    const actors = await known.actors.catch(() => null);
    // Agents see the leads that they collaborate on, and not every change of those has an event.
    const isMissing = (party: Party<Member>) => {
      const actor = actors?.get(party);
      return actor === undefined || (actor?.role === 'REP' && !isNew);
    };
    return live().some(isMissing) ? null : actors;
  }

  return {
    [Symbol.iterator]: () => parties.values(),
    of(session) {
      const key = keyOf(session);
      const there = parties.get(key);
      if (there) return there;
      const party: Party<Member> = { members: new Set(), live: 0 };
      parties.set(key, party);
      return party;
    },
    forget(session) {
      parties.delete(keyOf(session));
    },
    get isEmpty() {
      return parties.size === 0;
    },
    actorsFor: async (position, committed) => (await actorsKnown(position)) ?? ask(committed),
    async anyActor() {
      for (const party of parties.values()) {
        const actor = await actorOf(party);
        if (actor) return actor;
      }
      return null;
    },
  };
}

function keyOf({ actor, apiTokenId }: Session): string {
  return JSON.stringify([actor.id, actor.role, actor.territory, apiTokenId]);
}

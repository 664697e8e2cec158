import type { Actor } from '../auth/actor.js';
import type { Session } from '../auth/session.js';

/** Members of a channel who count as one: it is asked about them once. */
export interface Party<Member> {
  readonly members: Set<Member>;
  /** How many of them are told live. */
  live: number;
}

/** Null for those who may hear nothing more. Those who came after it was asked are missing. */
export type Actors<Member> = ReadonlyMap<Party<Member>, Actor | null>;

export interface Parties<Member> extends Iterable<Party<Member>> {
  /** The party of those with such a session. */
  of(session: Session): Party<Member>;
  /** Forgets a party that has nobody. */
  forget(session: Session): void;
  /** Whether there is none. */
  readonly isEmpty: boolean;
  /** Asks who those are that are live, now that everything up to a position has been committed. */
  ask(upTo: number): Promise<Actors<Member>>;
  /** Whether it was asked just now, after everything up to a position had been committed. */
  isKnown(committed: number): boolean;
  /**
   * Who those are that may be told of an event: asked after it had been committed, for which everything up to `committed`
   * was. Who has lost the right to it since then is told it, but nothing for long.
   */
  actorsFor(position: number, committed: number): Promise<Actors<Member>>;
  /** One that may hear something; null if there is none. */
  anyActor(): Promise<Actor | null>;
}

export interface PartiesOptions {
  /** Who somebody is now; null once they may hear nothing more. */
  reauthorize(session: Session): Promise<Actor | null>;
  clock(): Date;
}

/** How long it counts who somebody was: who has lost the right to an event is told nothing more after that. */
export const ACTORS_COUNT_MS = 20;

/** The members of a channel, and who they are. */
export function createParties<
  Member extends { readonly subscriber: { readonly session: Session } },
>(options: PartiesOptions): Parties<Member> {
  const { reauthorize, clock } = options;
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

  async function actorsOfLive(): Promise<Actors<Member>> {
    const asked = [...parties.values()].filter((party) => party.live > 0);
    return new Map(
      await Promise.all(asked.map(async (party) => [party, await actorOf(party)] as const)),
    );
  }

  function ask(upTo: number): Promise<Actors<Member>> {
    const actors = actorsOfLive();
    known = { actors, upTo, at: clock().getTime() };
    return actors;
  }

  function isKnown(committed: number): boolean {
    if (known === null || committed > known.upTo) return false;
    return clock().getTime() - known.at < ACTORS_COUNT_MS;
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
    ask,
    isKnown,
    async actorsFor(position, committed) {
      const actors = isKnown(position) ? await known?.actors.catch(() => null) : null;
      return actors ?? ask(committed);
    },
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

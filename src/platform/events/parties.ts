import type { Actor } from '../../domain/actor.js';
import type { Session } from '../identity/session.js';
import type { LogReader } from './log-reader.js';

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
  /**
   * Who those are that may be told of an event: as of its commit or later, and everything up to `committed` has been
   * committed. Who has lost the right to it since then is told it, but nothing for long.
   */
  actorsFor(position: number, committed: number): Promise<Actors<Member>>;
  /** One that may hear something; null if there is none. */
  anyActor(): Promise<Actor | null>;
}

export interface PartiesOptions {
  readonly reader: Pick<LogReader, 'accessUnchanged'>;
  /** Who somebody is now; null once they may hear nothing more. */
  reauthorize(session: Session): Promise<Actor | null>;
  clock(): Date;
}

/** How long it counts who somebody was: who has lost the right to an event is told nothing more after that. */
export const ACTORS_COUNT_MS = 20;

/** The same as long as the log says that nobody's access has changed: somebody may change it past the programs. */
const UNCHANGED_ACTORS_COUNT_MS = 1_000;

/** The members of a channel, and who they are. */
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

  /** What was answered before, if it counts for the event at a position. */
  async function actorsKnown(position: number): Promise<Actors<Member> | null> {
    if (known === null) return null;
    const { upTo, at } = known;
    const ageMs = clock().getTime() - at;
    const isNew = ageMs < ACTORS_COUNT_MS && position <= upTo;
    const isUnchanged = ageMs < UNCHANGED_ACTORS_COUNT_MS && reader.accessUnchanged(upTo, position);
    if (!isNew && !isUnchanged) return null;
    const actors = await known.actors.catch(() => null);
    // Agents see what they collaborate on, of which the log does not tell everything.
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

import type { Actor } from '../../src/domain/actor.js';
import type { EventType } from '../../src/domain/events.js';

/** Something that the API said was done. */
export interface Acknowledged {
  /** The event that tells of it. */
  readonly type: EventType;
  /** Local id of the lead. */
  readonly leadId: string;
  /** Local id of what the event is about: the activity, the hold, the reminder, or the lead itself. */
  readonly about: string;
  /** Whether it happened when it was acknowledged; a reminder falls due by itself, later. */
  readonly ordered: boolean;
}

/** An event as it stands in the log in the end. */
export interface LoggedFact {
  readonly id: string;
  readonly position: number | null;
  readonly type: EventType;
  readonly leadId: string | null;
  readonly ownerId: string | null;
  readonly territory: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Following {
  readonly name: string;
  readonly actor: Actor;
  /** Began behind this position. */
  readonly after: number;
  readonly told: readonly { readonly id: string; readonly position: number }[];
  readonly complaints: readonly string[];
}

export interface Mail {
  readonly messageId: string;
  readonly recipient: string;
}

/** All that happened, as those saw it whom it concerned. */
export interface History {
  /** In the order of the acknowledgements. */
  readonly acknowledged: readonly Acknowledged[];
  readonly log: readonly LoggedFact[];
  readonly followings: readonly Following[];
  readonly outbox: readonly (Mail & { readonly status: string })[];
  /** What arrived at the mail server, in this order. */
  readonly delivered: readonly Mail[];
  /** How many dispatchers may have been stopped between sending a mail and writing it down. */
  readonly crashes: number;
}

/** Something that must not be, with the part of the history that shows it. */
export interface Problem {
  readonly rule: Rule;
  readonly what: string;
  readonly shown: readonly string[];
}

export type Rule =
  | 'nothing acknowledged is lost'
  | 'no fact is told twice'
  | 'positions have no gap and no repetition'
  | 'everybody is told exactly what they may see, once and in order'
  | 'the events of a lead are in the order of its facts'
  | 'a mail is repeated at most once per crash, under the same Message-ID'
  | 'nobody is told that a flow is complete';

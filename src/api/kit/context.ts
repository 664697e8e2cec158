import type { ExecutionResult } from 'graphql';
import type { Actor } from '../../domain/actor.js';
import { type FieldProblem, UnauthenticatedError } from '../../domain/errors.js';
import type { Locale } from '../../domain/locales.js';
import type { JobRunner } from '../../features/jobs/runner.js';
import type { LiveKpis } from '../../features/kpis/live-kpis.js';
import type { LiveSessions } from '../../features/sign-in/live-sessions.js';
import type { Database } from '../../platform/db/open.js';
import type { Channels } from '../../platform/events/channels.js';
import type { Hub } from '../../platform/events/hub.js';
import type { Pulse } from '../../platform/events/pulse.js';
import type { Verb } from '../../platform/identity/may.js';
import type { Session } from '../../platform/identity/session.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import { tombstone } from '../../platform/keys/tombstone.js';
import type { OutboundGuard } from '../../platform/outbound/outbound-guard.js';
import type { KeyedRequest } from '../../platform/verbs/answer-once.js';
import type { VerbContext } from '../../platform/verbs/context.js';
import type { BatchLoaders } from './batch-loaders.js';
import { createReads, type Reads } from './reads.js';
import type { Rendered } from './result-flow.js';

/** The services of the API, the same for all requests. */
export interface Services {
  readonly db: Database;
  readonly hub: Hub;
  readonly channels: Channels<Rendered>;
  readonly pulse: Pulse;
  readonly runner: JobRunner;
  readonly keyRing: KeyRing;
  readonly clock: () => Date;
  /** The public address of the application; null if none was configured. */
  readonly publicUrl: string | null;
  /** Wakes the importer: there is an import to process. */
  readonly kickImports: () => void;
  readonly kickHandOvers: () => void;
  /** Decides which addresses endpoints may have. */
  readonly outbound: OutboundGuard;
  /** Wakes the sender of webhooks: there may be a delivery to send. */
  readonly kickWebhooks: () => void;
  readonly sessions: LiveSessions;
  readonly kpis: LiveKpis;
}

/** The context of resolvers: a verb's context and the fields that only the API needs. */
export interface GraphQLContext extends VerbContext {
  readonly requestId: string;
  readonly services: Services;
  /** Null for a client without a token. */
  readonly session: Session | null;
  /** The language of messages. */
  readonly locale: Locale;
  readonly loaders: BatchLoaders;
  /** All reads of resolvers; the creator of the context closes it. */
  readonly reads: Reads;
  /**
   * Aborts when the client disconnects; null over transports that return the flows of their operations themselves.
   */
  readonly signal: AbortSignal | null;
  /** The cursor of the last event that the client has seen, as its `Last-Event-ID` header over SSE says. */
  readonly lastEventId: string | null;
}

/** One operation received over any transport. */
export interface Operation {
  readonly requestId: string;
  /** The client address as far as limits distinguish clients by it. */
  readonly address: string;
  readonly session: Session | null;
  /** The error of a token that was sent and refused. */
  readonly refused: UnauthenticatedError | null;
  /** Aborts when the client disconnects. Null over a WebSocket, which returns the flows of its operations itself. */
  readonly signal: AbortSignal | null;
  readonly lastEventId: string | null;
  /** The language that the client asks for; left out if it asks for none. */
  readonly wantedLocale?: Locale | null;
  /** Over a WebSocket, which also ends its operations when the session ends. */
  readonly outlet: Outlet | null;
}

/** The outlet that results of a subscription are written to as text, past the layers in between. */
export interface Outlet {
  /** Announces the writer of all further results; its callbacks are called once when the client has gone. */
  attach(...onOver: (() => void)[]): void;
  /** Takes a result as JSON; false if it is to be the last before `drained`. */
  write(result: string): boolean;
  /** Resolves when the client has taken most of what was written, or has gone. */
  drained(): Promise<void>;
  /** Ends the flow, with this last result if there is one. */
  end(last?: ExecutionResult): void;
}

/**
 * The context of one query or mutation, or of one event of a subscription: one instant, one set of
 * loaders.
 */
export function createContext(services: Services, operation: Operation): GraphQLContext {
  const { requestId, session, signal, lastEventId } = operation;
  const actorOf = (): Actor => {
    if (session === null) throw new UnauthenticatedError('Send a token: Authorization: Bearer …');
    return session.actor;
  };
  const reads = createReads(services.db, actorOf);
  return {
    db: afterReads(services.db, reads),
    reads,
    now: services.clock(),
    requestId,
    services,
    session,
    locale: localeFor(operation),
    signal,
    lastEventId,
    loaders: new WeakMap(),
    get actor(): Actor {
      return actorOf();
    },
  };
}

/** The language of an operation's messages: programs, and clients of whom nothing is known, read English. */
export function localeFor({
  wantedLocale,
  session,
}: Pick<Operation, 'wantedLocale' | 'session'>): Locale {
  return wantedLocale ?? session?.actor.locale ?? 'en';
}

/** The context of a mutation, which knows its verb, and what is wrong with its input so far. Getters stay getters. */
export function contextOfVerb(
  ctx: GraphQLContext,
  verb: Verb,
  inputProblems: readonly FieldProblem[],
  keyed?: KeyedRequest | null,
): GraphQLContext {
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(ctx),
      verb: { value: verb, enumerable: true },
      inputProblems: { value: inputProblems, enumerable: true },
      ...(keyed ? { keyed: { value: keyed, enumerable: true } } : {}),
      hashRequest: {
        value: (request: string) => tombstone(ctx.services.keyRing.current, `request ${request}`),
        enumerable: true,
      },
    },
  ) as GraphQLContext;
}

/** The context of a rehearsal: its reads and its transactions are those of `db`, nothing is woken by it, and `keep` takes what is done for good. */
export function contextOn(
  ctx: GraphQLContext,
  db: Database,
  keep: GraphQLContext['keep'],
): GraphQLContext {
  const reads = createReads(db, () => ctx.actor);
  const nothing = () => {};
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(ctx),
      db: { value: afterReads(db, reads), enumerable: true },
      reads: { value: reads, enumerable: true },
      keep: { value: keep, enumerable: true },
      services: {
        value: {
          ...ctx.services,
          db,
          kickImports: nothing,
          kickHandOvers: nothing,
          kickWebhooks: nothing,
        } satisfies Services,
        enumerable: true,
      },
    },
  ) as GraphQLContext;
}

/** A verb's transaction begins when the operation's own has ended: on one connection both would wait for ever. */
function afterReads(db: Database, reads: Reads): Database {
  return {
    ...db,
    async transaction(work, options) {
      await reads.settle();
      return db.transaction(work, options);
    },
  };
}

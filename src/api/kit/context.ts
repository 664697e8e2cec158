import type { ExecutionResult } from 'graphql';
import type { Actor } from '../../domain/actor.js';
import { type FieldProblem, UnauthenticatedError } from '../../domain/errors.js';
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
import type { VerbContext } from '../../platform/verbs/context.js';
import type { BatchLoaders } from './batch-loaders.js';
import { createReads, type Reads } from './reads.js';
import type { Rendered } from './result-flow.js';

/** What the API works with, the same for all requests. */
export interface Services {
  readonly db: Database;
  readonly hub: Hub;
  readonly channels: Channels<Rendered>;
  readonly pulse: Pulse;
  readonly runner: JobRunner;
  readonly keyRing: KeyRing;
  readonly clock: () => Date;
  /** The address that people use; null if none was configured. */
  readonly publicUrl: string | null;
  /** Says that there is an import to do. */
  readonly kickImports: () => void;
  readonly kickHandOvers: () => void;
  /** Decides where endpoints may lead. */
  readonly outbound: OutboundGuard;
  /** Says that there may be something to send to an endpoint. */
  readonly kickWebhooks: () => void;
  readonly sessions: LiveSessions;
  readonly kpis: LiveKpis;
}

/** What resolvers get: a verb's context and what only the API needs. */
export interface GraphQLContext extends VerbContext {
  readonly requestId: string;
  readonly services: Services;
  /** Null for a client without a token. */
  readonly session: Session | null;
  readonly loaders: BatchLoaders;
  /** All that resolvers read; whoever made the context closes it. */
  readonly reads: Reads;
  /** Ends when the client goes; null where its flows are returned then. */
  readonly signal: AbortSignal | null;
  /** The cursor of the last event that the client has seen, as it says over SSE. */
  readonly lastEventId: string | null;
}

/** One operation that came in, over whichever transport. */
export interface Operation {
  readonly requestId: string;
  /** Where it comes from, as far as clients are told apart by it. */
  readonly address: string;
  readonly session: Session | null;
  /** Why a token that was sent does not count. */
  readonly refused: UnauthenticatedError | null;
  /** Ends when the client goes. Null over a WebSocket, which returns the flows of its operations. */
  readonly signal: AbortSignal | null;
  readonly lastEventId: string | null;
  /** Over a WebSocket, which also sees to it that nothing goes on when the session ends. */
  readonly outlet: Outlet | null;
}

/** Where results of a subscription are written to as they are, past everything in between. */
export interface Outlet {
  /** Says who writes all that comes from now on; these are called once when there is nobody to write to any more. */
  attach(...onOver: (() => void)[]): void;
  /** Takes a result as JSON; false if it is to be the last before `drained`. */
  write(result: string): boolean;
  /** Resolves when the client has taken most of what was written, or has gone. */
  drained(): Promise<void>;
  /** Nothing more comes but this, if anything. */
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
    signal,
    lastEventId,
    loaders: new WeakMap(),
    get actor(): Actor {
      return actorOf();
    },
  };
}

/** The context of a mutation, which knows its verb, and what is wrong with its input so far. Getters stay getters. */
export function contextOfVerb(
  ctx: GraphQLContext,
  verb: Verb,
  inputProblems: readonly FieldProblem[],
): GraphQLContext {
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(ctx),
      verb: { value: verb, enumerable: true },
      inputProblems: { value: inputProblems, enumerable: true },
      hashRequest: {
        value: (request: string) => tombstone(ctx.services.keyRing.current, `request ${request}`),
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

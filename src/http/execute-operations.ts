import { type ExecutionArgs, type ExecutionResult, execute, type GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import {
  createContext,
  type GraphQLContext,
  localeFor,
  type Operation,
  type Services,
} from '../api/kit/context.js';
import { inLanguage, publicError } from '../api/kit/errors.js';
import { executeSubscription } from '../api/kit/execute-subscription.js';
import { withoutSuggestion } from '../api/kit/hide-suggestions.js';
import { limitSubscriptions } from '../api/kit/limit-subscriptions.js';
import type { Asked, DocumentLimits } from '../api/kit/limits.js';
import { readsData } from '../api/kit/reads-data.js';
import { needsActor } from '../api/kit/require-actor.js';
import { withStatus } from '../api/kit/result-status.js';
import { keptBytes, onlyDeclared } from '../api/kit/sent-variables.js';
import { startFrame } from '../api/kit/start-frame.js';
import type { Actor } from '../domain/actor.js';
import { ForbiddenError, type LeadwardenError, UnauthenticatedError } from '../domain/errors.js';
import { READ_SCOPE } from '../platform/identity/scopes.js';
import type { Session } from '../platform/identity/session.js';
import type { Limits } from '../platform/input/limits.js';
import type { Throttle } from '../platform/limits/throttle.js';
import type { ArrivalCount } from './count-arrivals.js';
import { untilSessionEnds } from './until-session-ends.js';
import type { YogaContext } from './yoga.js';

export interface ExecutionOptions {
  readonly services: Services;
  readonly documents: DocumentLimits;
  readonly throttle: Throttle;
  readonly arrivals: ArrivalCount;
  readonly limits: Limits;
  readonly production: boolean;
  readonly log: Logger;
}

/**
 * Sign-in, limits, the context of resolvers, the execution of events and the form of errors: alike over HTTP, SSE and
 * WebSocket.
 */
export function executeOperations(options: ExecutionOptions): Plugin<YogaContext> {
  const { services, documents, throttle, arrivals, limits, production, log } = options;
  const countSubscription = limitSubscriptions(limits.subscriptions);
  const toPublicLater = tellingOf(null);
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn((all: ExecutionArgs) => {
        const given = onlyDeclared(all);
        return admitted(given, async () => {
          const contextValue = createContext(services, operationIn(given));
          try {
            const result = await execute({ ...given, contextValue });
            const errors = result.errors?.map(telling(given));
            return errors ? { ...result, errors } : result;
          } finally {
            await contextValue.reads.close();
          }
        });
      });
    },
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn((all: ExecutionArgs) => {
        const given = onlyDeclared(all);
        return admitted(given, async () => {
          const identity = identityOf(operationIn(given).session);
          const countOff = countSubscription(identity, keptBytes(given));
          const { operation, release } = untilSessionEnds(services.sessions, operationIn(given));
          return executeSubscription(given, {
            channels: services.channels,
            operation,
            createContext: () => createContext(services, operation),
            createSharedContext: createSharedContexts(services, operation),
            startFrame: (actor, from) => startFrame(services, actor, from),
            toPublic: telling(given),
            toPublicLater,
            onEnd: bothOf(countOff, release),
          });
        });
      });
    },
  };

  /** A result reports its cost and the limit; the events of a subscription do not. */
  async function admitted<Result extends ExecutionResult | AsyncIterable<ExecutionResult>>(
    args: ExecutionArgs,
    run: () => Promise<Result>,
  ): Promise<Result | ExecutionResult> {
    const refusal = refuse(args);
    if (refusal) return withStatus({ errors: [telling(args)(refusal)] });
    const asked = documents.asked(args);
    const extensions = { cost: { requested: asked.cost, limit: limits.query.cost } };
    try {
      await admit(args, asked);
      const result = await run();
      return Symbol.asyncIterator in result ? result : { ...withStatus(result), extensions };
    } catch (error) {
      return withStatus({ errors: [telling(args)(error)], extensions });
    }
  }

  function refuse(args: ExecutionArgs): LeadwardenError | null {
    const { session, refused } = operationIn(args);
    if (session) return mayAsk(session, args) ? null : new ForbiddenError(NO_READ);
    if (!needsActor(args.document, args.operationName)) return null;
    return refused ?? new UnauthenticatedError('Send a token: Authorization: Bearer <token>');
  }

  async function admit(args: ExecutionArgs, asked: Asked): Promise<void> {
    const { session, address } = operationIn(args);
    const { request } = args.contextValue as YogaContext;
    documents.admit(asked);
    if (asked.guesses > 0) await throttle.guess(address, asked.guesses);
    if (!session) return;
    const rate = await throttle.operation(identityOf(session), asked.cost);
    if (request) arrivals.note(request, rate);
  }

  function telling(args: ExecutionArgs): (error: unknown) => GraphQLError {
    const operation = operationIn(args);
    const tell = tellingOf(operation.requestId);
    return (error) => inLanguage(tell(error), localeFor(operation));
  }

  /** With null, each error gets an id of its own. */
  function tellingOf(requestId: string | null): (error: unknown) => GraphQLError {
    return (error) => {
      const told = publicError(error, requestId, log);
      return production ? withoutSuggestion(told) : told;
    };
  }
}

/** Kept for as long as a subscription lasts, so it is made where nothing else can be kept with it. */
function bothOf(first: () => void, second: () => void): () => void {
  return () => {
    first();
    second();
  };
}

/**
 * A read for all subscribers with the same sight belongs to none of them. The first of them may be gone long before
 * the last, so nothing of its connection is kept.
 */
function createSharedContexts(
  services: Services,
  operation: Operation,
): (actor: Actor) => GraphQLContext {
  const { requestId, address, refused, lastEventId, wantedLocale = null } = operation;
  const unshared = { lastEventId, wantedLocale, signal: null, outlet: null };
  const shared = { requestId, address, refused, ...unshared };
  const session = operation.session && { ...operation.session };
  return (actor) =>
    createContext(services, { ...shared, session: session && { ...session, actor } });
}

const NO_READ =
  'The token has no scope `read`: it may ask for `me`, use the verbs in its scopes, and ask for the ids of what those change.';

function mayAsk({ actor: { scopes } }: Session, args: ExecutionArgs): boolean {
  return scopes === null || scopes.includes(READ_SCOPE) || !readsData(args);
}

/** The identity or address that an operation counts against. */
export function identityOf(session: Pick<Session, 'actor'> | null): string {
  return session?.actor.id ?? 'nobody';
}

function operationIn({ contextValue }: ExecutionArgs): Operation {
  return (contextValue as YogaContext).operation;
}

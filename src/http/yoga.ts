import { randomUUID } from 'node:crypto';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Session } from '../auth/authenticate.js';
import { UnauthenticatedError } from '../errors.js';
import {
  contextOfEvent,
  createContext,
  type GraphQLContext,
  type Services,
} from '../graphql/context.js';
import { publicError } from '../graphql/errors.js';
import { executeSubscription } from '../graphql/execute-subscription.js';
import { needsActor } from '../graphql/require-actor.js';
import { PLAYGROUND } from './playground.js';
import { answerRoutes, type Routes } from './routes.js';

/** What a WebSocket knows of an operation; over HTTP it stands in the request. */
export interface SocketOperation {
  readonly authorization: string | null;
  readonly signal: AbortSignal;
}

export interface YogaOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly routes: Routes;
  readonly production: boolean;
  readonly authenticate: (authorization: string) => Promise<Session>;
  readonly log: Logger;
}

export type Yoga = YogaServerInstance<object, GraphQLContext>;

/** GraphQL over HTTP and SSE, with the other routes beside it. */
export function createGraphQLServer(options: YogaOptions): Yoga {
  const { schema, routes, production, log } = options;
  return createYoga<object, GraphQLContext>({
    schema,
    graphqlEndpoint: '/graphql',
    context: (initial) => contextFor(options, initial),
    plugins: [answerRoutes(routes), execution(log)],
    maskedErrors: { maskError: (error) => publicError(error, null, log) },
    graphiql: production ? false : PLAYGROUND,
    renderGraphiQL,
    landingPage: false,
    healthCheckEndpoint: '/health/live',
    cors: false,
    logging: {
      debug: () => {},
      info: (...args) => log.debug(args),
      warn: (...args) => log.warn(args),
      error: (...args) => log.error(args),
    },
  }) as Yoga;
}

async function contextFor(
  { services, authenticate }: YogaOptions,
  initial: { request?: Request } & Partial<SocketOperation>,
): Promise<GraphQLContext> {
  const { request } = initial;
  const authorization = initial.authorization ?? request?.headers.get('authorization') ?? null;
  return createContext(services, {
    requestId: request?.headers.get('x-request-id')?.slice(0, 64) || randomUUID(),
    session: authorization === null ? null : await authenticate(authorization),
    signal: initial.signal ?? request?.signal ?? new AbortController().signal,
  });
}

/** Who may ask, how events are executed, and what is told of errors: alike over HTTP, SSE and WebSocket. */
function execution(log: Logger): Plugin<GraphQLContext> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const refusal = refuse(args);
      if (refusal) setResultAndStopExecution({ errors: [refusal] });
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result || !result.errors) return;
          setResult({ ...result, errors: result.errors.map((error) => shown(error, args)) });
        },
      };
    },
    onSubscribe({ args, setSubscribeFn, setResultAndStopExecution }) {
      const refusal = refuse(args);
      if (refusal) return setResultAndStopExecution({ errors: [refusal] });
      setSubscribeFn(async (given: ExecutionArgs) => {
        const tell = (error: unknown) => shown(error, given);
        const result = await executeSubscription(given, contextOfEvent, tell);
        if (Symbol.asyncIterator in result || !result.errors) return result;
        return { ...result, errors: result.errors.map(tell) };
      });
    },
  };

  function shown(error: unknown, args: Pick<ExecutionArgs, 'contextValue'>) {
    return publicError(error, contextIn(args)?.requestId ?? null, log);
  }

  function refuse(args: ExecutionArgs) {
    if (contextIn(args)?.session || !needsActor(args.document, args.operationName)) return null;
    return shown(new UnauthenticatedError('Send a token: Authorization: Bearer <token>'), args);
  }
}

function contextIn({ contextValue }: Pick<ExecutionArgs, 'contextValue'>) {
  return contextValue as GraphQLContext | undefined;
}

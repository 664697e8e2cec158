import { randomUUID } from 'node:crypto';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { type ExecutionArgs, execute, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Session } from '../auth/authenticate.js';
import { UnauthenticatedError } from '../errors.js';
import { createContext, type Operation, type Services } from '../graphql/context.js';
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

export type Yoga = YogaServerInstance<object, YogaContext>;

/** What Yoga carries from the request to the execution; the resolvers' context is made there. */
interface YogaContext {
  operation: Operation;
}

/** GraphQL over HTTP and SSE, with the other routes beside it. */
export function createGraphQLServer(options: YogaOptions): Yoga {
  const { schema, routes, production, log } = options;
  return createYoga<object, YogaContext>({
    schema,
    graphqlEndpoint: '/graphql',
    context: async (initial) => ({ operation: await operationFor(options, initial) }),
    plugins: [answerRoutes(routes), execution(options)],
    maskedErrors: { maskError: (error) => publicError(error, null, log) },
    graphiql: production ? false : PLAYGROUND,
    renderGraphiQL,
    landingPage: false,
    cors: false,
    // What is unexpected, publicError logs.
    logging: false,
  }) as Yoga;
}

async function operationFor(
  { authenticate }: YogaOptions,
  initial: { request?: Request } & Partial<SocketOperation>,
): Promise<Operation> {
  const { request } = initial;
  const authorization = initial.authorization ?? request?.headers.get('authorization') ?? null;
  return {
    requestId: requestIdOf(request) ?? randomUUID(),
    ...(await signIn(authorization, authenticate)),
    signal: initial.signal ?? request?.signal ?? new AbortController().signal,
  };
}

/** An id given by a proxy. It is kept in the audit trail for good, so free text is not taken for one. */
function requestIdOf(request: Request | undefined): string | null {
  const given = request?.headers.get('x-request-id') ?? '';
  return /^[\w.:-]{1,64}$/.test(given) ? given : null;
}

/** A token that does not count is told where one is needed: the schema can be read without. */
async function signIn(
  authorization: string | null,
  authenticate: YogaOptions['authenticate'],
): Promise<Pick<Operation, 'session' | 'refused'>> {
  if (authorization === null) return { session: null, refused: null };
  try {
    return { session: await authenticate(authorization), refused: null };
  } catch (error) {
    if (!(error instanceof UnauthenticatedError)) throw error;
    return { session: null, refused: error };
  }
}

/**
 * Who may ask, what resolvers get, how events are executed and what is told of errors: alike over
 * HTTP, SSE and WebSocket.
 */
function execution({ services, log }: YogaOptions): Plugin<YogaContext> {
  return {
    onExecute({ args, setExecuteFn, setResultAndStopExecution }) {
      const refusal = refuse(args);
      if (refusal) return setResultAndStopExecution({ errors: [refusal] });
      setExecuteFn(async (given: ExecutionArgs) => {
        const contextValue = createContext(services, operationIn(given));
        try {
          const result = await execute({ ...given, contextValue });
          return result.errors ? { ...result, errors: result.errors.map(telling(given)) } : result;
        } finally {
          await contextValue.reads.close();
        }
      });
    },
    onSubscribe({ args, setSubscribeFn, setResultAndStopExecution }) {
      const refusal = refuse(args);
      if (refusal) return setResultAndStopExecution({ errors: [refusal] });
      setSubscribeFn((given: ExecutionArgs) =>
        executeSubscription(
          given,
          () => createContext(services, operationIn(given)),
          telling(given),
        ),
      );
    },
  };

  function telling(args: ExecutionArgs) {
    const { requestId } = operationIn(args);
    return (error: unknown) => publicError(error, requestId, log);
  }

  function refuse(args: ExecutionArgs) {
    const { session, refused } = operationIn(args);
    if (session || !needsActor(args.document, args.operationName)) return null;
    const missing = new UnauthenticatedError('Send a token: Authorization: Bearer <token>');
    return telling(args)(refused ?? missing);
  }
}

function operationIn({ contextValue }: ExecutionArgs): Operation {
  return (contextValue as YogaContext).operation;
}

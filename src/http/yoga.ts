import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createFetch } from '@whatwg-node/fetch';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import { createBoundedMap } from '../bounded-map.js';
import type { Config } from '../config.js';
import { UnauthenticatedError } from '../errors.js';
import type { Operation, Services } from '../graphql/context.js';
import { publicError } from '../graphql/errors.js';
import { hideSuggestions } from '../graphql/hide-suggestions.js';
import { limitDocuments } from '../graphql/limits.js';
import { MAX_IMPORT_BYTES } from '../imports/import-leads.js';
import type { Throttle } from '../rate-limits/throttle.js';
import type { Authenticate } from '../rate-limits/throttle-sign-in.js';
import { answerBareRefusals } from './bare-refusals.js';
import { type ClientAddress, createClientAddress } from './client-address.js';
import { countArrivals } from './count-arrivals.js';
import { refuseCrossSite } from './cross-site.js';
import { answerEventStreams } from './event-stream.js';
import { executeOperations } from './execute-operations.js';
import { limitBody } from './limit-body.js';
import { answerCors } from './origins.js';
import { PLAYGROUND } from './playground.js';
import { answerPlaygroundPolicy, playgroundPage } from './playground-page.js';
import { answerRequestId, requestIdOf } from './request-id.js';
import { answerRoutes, type Routes } from './routes.js';
import { answerSecurityHeaders } from './security-headers.js';

export interface YogaOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly routes: Routes;
  readonly config: Pick<
    Config,
    'production' | 'publicUrl' | 'corsOrigins' | 'trustedProxies' | 'limits'
  >;
  readonly throttle: Throttle;
  readonly authenticate: Authenticate;
  readonly log: Logger;
}

export type Yoga = YogaServerInstance<object, YogaContext>;

/** What Yoga carries from the request to the execution; the resolvers' context is made there. */
export interface YogaContext {
  operation: Operation;
  /** Over HTTP. */
  request?: Request;
}

/** Documents that are kept parsed; each is at most as long as the limits let it be. */
const MAX_DOCUMENTS = 500;

/** GraphQL over HTTP and SSE, with the other routes beside it. */
export function createGraphQLServer(options: YogaOptions): Yoga {
  const { schema, services, routes, config, throttle, log } = options;
  const { production, limits } = config;
  const clientAddress = createClientAddress(config.trustedProxies);
  const documents = limitDocuments(schema, limits.query, { introspection: !production });
  const comesFrom = (request: Request, { req }: Incoming) => addressOf(clientAddress, request, req);
  const arrivals = countArrivals(throttle, comesFrom);
  return createYoga<object, YogaContext>({
    schema,
    graphqlEndpoint: '/graphql',
    context: async (initial) => ({
      operation: await operationFor({ ...options, clientAddress }, initial),
    }),
    plugins: [
      answerPlaygroundPolicy,
      answerSecurityHeaders({ https: config.publicUrl?.startsWith('https:') ?? false }),
      answerRequestId,
      answerBareRefusals,
      answerCors(config),
      answerRoutes(routes, (request, context: Incoming) => {
        const { res } = context;
        return { address: comesFrom(request, context), cut: res ? () => void res.destroy() : null };
      }),
      arrivals.plugin,
      refuseCrossSite({ production }),
      limitBody({ bytes: limits.bodyBytes, uploadBytes: limits.bodyBytes + MAX_IMPORT_BYTES }),
      documents.plugin,
      ...(production ? [hideSuggestions] : []),
      answerEventStreams,
      executeOperations({ services, documents, throttle, arrivals, limits, production, log }),
    ],
    // One that does not parse is not worth remembering.
    parserAndValidationCache: {
      documentCache: createBoundedMap<string, DocumentNode>(MAX_DOCUMENTS),
      errorCache: { get: () => undefined, set: () => {} },
    },
    fetchAPI: createFetch({
      formDataLimits: {
        files: 1,
        fileSize: MAX_IMPORT_BYTES,
        // The operations and the map.
        fields: 2,
        fieldSize: limits.bodyBytes,
      },
    }),
    maxRequestBodySize: false,
    maskedErrors: { maskError: (error) => publicError(error, null, log) },
    graphiql: production ? false : PLAYGROUND,
    renderGraphiQL: () => playgroundPage().html,
    landingPage: false,
    cors: false,
    // What is unexpected, publicError logs.
    logging: false,
  }) as Yoga;
}

/** What Node's server adds to a request; nothing where `fetch` was called. */
interface Incoming {
  req?: IncomingMessage;
  res?: ServerResponse;
}

function addressOf(clientAddress: ClientAddress, request?: Request, req?: IncomingMessage) {
  return clientAddress({
    remoteAddress: req?.socket.remoteAddress,
    forwardedFor: request?.headers.get('x-forwarded-for'),
  });
}

/** What a WebSocket knows of an operation; over HTTP it stands in the request. */
type OverSocket = Pick<Operation, 'session' | 'address' | 'outlet'>;

async function operationFor(
  { authenticate, clientAddress, log }: YogaOptions & { clientAddress: ClientAddress },
  initial: { request?: Request; socket?: OverSocket } & Incoming,
): Promise<Operation> {
  const { request, socket } = initial;
  if (socket) {
    const requestId = randomUUID();
    return { requestId, refused: null, signal: null, lastEventId: null, ...socket };
  }
  const authorization = request?.headers.get('authorization') ?? null;
  const address = addressOf(clientAddress, request, initial.req);
  const requestId = request ? requestIdOf(request) : randomUUID();
  try {
    return {
      requestId,
      address,
      ...(await signIn(authorization, (header) => authenticate(header, address))),
      signal: request?.signal ?? null,
      lastEventId: request?.headers.get('last-event-id') || null,
      outlet: null,
    };
  } catch (error) {
    throw publicError(error, requestId, log);
  }
}

/** A token that does not count is told where one is needed: the schema can be read without. */
async function signIn(
  authorization: string | null,
  authenticate: (authorization: string) => ReturnType<Authenticate>,
): Promise<Pick<Operation, 'session' | 'refused'>> {
  if (authorization === null) return { session: null, refused: null };
  try {
    return { session: await authenticate(authorization), refused: null };
  } catch (error) {
    if (!(error instanceof UnauthenticatedError)) throw error;
    return { session: null, refused: error };
  }
}

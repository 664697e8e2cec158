import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createFetch } from '@whatwg-node/fetch';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Operation, Services } from '../api/kit/context.js';
import { inLanguage, publicError } from '../api/kit/errors.js';
import { hideSuggestions } from '../api/kit/hide-suggestions.js';
import { limitDocuments } from '../api/kit/limits.js';
import { MAX_IMPORT_BYTES } from '../features/imports/import-input.js';
import { createBoundedMap } from '../platform/input/bounded-map.js';
import type { Throttle } from '../platform/limits/throttle.js';
import type { Authenticate } from '../platform/limits/throttle-sign-in.js';
import { wantedLocale } from './accept-language.js';
import { answerBareRefusals } from './bare-refusals.js';
import { type ClientAddress, createClientAddress } from './client-address.js';
import { compressAnswers } from './compress.js';
import { countArrivals } from './count-arrivals.js';
import { refuseCrossSite } from './cross-site.js';
import { answerEventStreams } from './event-stream.js';
import { executeOperations } from './execute-operations.js';
import type { HttpConfig } from './http-config.js';
import { answerCors } from './origins.js';
import { answerPlayground } from './playground/page.js';
import { receiveBodies } from './receive-body.js';
import { answerRequestId, requestIdOf } from './request-id.js';
import { answerRoutes, type Routes } from './routes.js';
import { answerSecurityHeaders } from './security-headers.js';
import { createRequestSignIn, type SignInRequest } from './sign-in-request.js';

export interface YogaOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly routes: Routes;
  readonly config: Pick<
    HttpConfig,
    'production' | 'publicUrl' | 'corsOrigins' | 'trustedProxies' | 'limits'
  >;
  readonly throttle: Throttle;
  readonly authenticate: Authenticate;
  readonly log: Logger;
}

export type Yoga = YogaServerInstance<object, YogaContext>;

/** The context that Yoga carries from the request to the execution, where the resolvers' context is made. */
export interface YogaContext {
  operation: Operation;
  /** Over HTTP. */
  request?: Request;
}

/** Documents that are kept parsed. Each letter takes some hundred bytes when parsed. */
const MAX_DOCUMENTS = 500;
const documentWeight = { most: 500_000, of: (text: string) => text.length };

/** GraphQL over HTTP and SSE, with the other routes beside it. */
export function createGraphQLServer(options: YogaOptions): Yoga {
  const { schema, services, routes, config, throttle, log } = options;
  const { production, limits } = config;
  const clientAddress = createClientAddress(config.trustedProxies);
  const documents = limitDocuments(schema, limits.query, { introspection: !production });
  const comesFrom = (request: Request, { req }: Incoming) => addressOf(clientAddress, request, req);
  const callerOf = (request: Request, context: Incoming) => {
    const { res } = context;
    return { address: comesFrom(request, context), cut: res ? () => void res.destroy() : null };
  };
  const arrivals = countArrivals(throttle, comesFrom);
  const signIn = createRequestSignIn(options.authenticate);
  return createYoga<object, YogaContext>({
    schema,
    graphqlEndpoint: '/graphql',
    context: async (initial) => ({
      operation: await operationFor({ clientAddress, signIn, log }, initial),
    }),
    plugins: [
      answerSecurityHeaders({ https: config.publicUrl?.startsWith('https:') ?? false }),
      answerRequestId,
      answerBareRefusals,
      answerCors(config),
      answerRoutes(routes, callerOf, log),
      ...(production ? [] : [answerPlayground]),
      arrivals.plugin,
      refuseCrossSite({ production }),
      receiveBodies({ limits, fileBytes: MAX_IMPORT_BYTES, signIn, addressOf: comesFrom }),
      documents.plugin,
      ...(production ? [hideSuggestions] : []),
      answerEventStreams,
      compressAnswers,
      executeOperations({ services, documents, throttle, arrivals, limits, production, log }),
    ],
    // One that does not parse is not worth remembering.
    parserAndValidationCache: {
      documentCache: createBoundedMap<string, DocumentNode>(MAX_DOCUMENTS, documentWeight),
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
    // Ours is compressed, cached and asks for the token once.
    graphiql: false,
    landingPage: false,
    cors: false,
    // publicError logs unexpected errors.
    logging: false,
  }) as Yoga;
}

/** The additions of Node's server to a request; empty if `fetch` was called. */
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

/** Data of an operation that a WebSocket supplies; over HTTP they are in the request. */
type OverSocket = Pick<Operation, 'session' | 'address' | 'outlet'>;

interface OperationOptions {
  readonly clientAddress: ClientAddress;
  readonly signIn: SignInRequest;
  readonly log: Logger;
}

const NOBODY = { session: null, refused: null };

async function operationFor(
  { clientAddress, signIn, log }: OperationOptions,
  initial: { request?: Request; socket?: OverSocket } & Incoming,
): Promise<Operation> {
  const { request, socket } = initial;
  if (socket) {
    const requestId = randomUUID();
    return { requestId, refused: null, signal: null, lastEventId: null, ...socket };
  }
  const address = addressOf(clientAddress, request, initial.req);
  const requestId = request ? requestIdOf(request) : randomUUID();
  const wanted = wantedLocale(request?.headers.get('accept-language') ?? null);
  try {
    return {
      requestId,
      address,
      ...(request ? await signIn(request, address) : NOBODY),
      signal: request?.signal ?? null,
      lastEventId: request?.headers.get('last-event-id') || null,
      wantedLocale: wanted,
      outlet: null,
    };
  } catch (error) {
    throw inLanguage(publicError(error, requestId, log), wanted ?? 'en');
  }
}

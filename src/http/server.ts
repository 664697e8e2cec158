import { createServer, type Server, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { LiveSessions } from '../features/sign-in/live-sessions.js';
import type { Limits } from '../platform/input/limits.js';
import type { Throttle } from '../platform/limits/throttle.js';
import type { Authenticate } from '../platform/limits/throttle-sign-in.js';
import { closingOf } from './closing.js';
import { discardRest } from './discard-rest.js';
import type { HttpConfig } from './http-config.js';
import { limitConnections } from './limit-connections.js';
import { listen } from './listen.js';
import { refuseMalformed } from './refuse-malformed.js';
import { guardSockets } from './websocket/guard-sockets.js';
import { serveWebSocket } from './websocket/serve-websocket.js';
import type { Yoga } from './yoga.js';

export interface HttpServerOptions {
  readonly config: Pick<
    HttpConfig,
    'host' | 'port' | 'publicUrl' | 'corsOrigins' | 'trustedProxies' | 'limits'
  >;
  readonly yoga: Yoga;
  readonly authenticate: Authenticate;
  readonly throttle: Throttle;
  readonly sessions: LiveSessions;
  readonly log: Logger;
}

export interface HttpServer {
  /** Resolves with the address listened on, such as `http://127.0.0.1:4000`. */
  start(): Promise<string>;
  /** Takes no more requests, gives those under way a moment, then cuts them off. Subscribers are cut off at once. */
  stop(): Promise<void>;
}

/** How long requests may take to end when the server stops. */
const DRAIN_MS = 2_500;

export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { config, yoga, authenticate, throttle, sessions, log } = options;
  const { host, port, limits } = config;
  const server = createServer(timeouts(limits), (request, response) => {
    discardRest(request, response);
    if (!refuseMalformed(request, response)) void yoga(request, response);
  });
  const closing = closingOf(server);
  limitConnections(server, {
    perAddress: limits.connectionsPerAddress,
    trustedProxies: config.trustedProxies,
  });
  const guard = guardSockets(config, limits.sockets, throttle);
  const socketOptions = { server, yoga, authenticate, guard, throttle, limits };
  const webSocket = serveWebSocket({ ...socketOptions, sessions, log });
  return {
    async start() {
      await listen(server, { host, port });
      return addressOf(server, host);
    },
    async stop() {
      await Promise.all([closing.close(DRAIN_MS), webSocket.stop(DRAIN_MS)]);
    },
  };
}

/** The limits of bodies apply first: these are for connections that never send a request. */
function timeouts({ requestTimeoutMs, uploadTimeoutMs }: Limits): ServerOptions {
  return {
    headersTimeout: requestTimeoutMs,
    requestTimeout: Math.max(requestTimeoutMs, uploadTimeoutMs) + CHECK_MS,
    connectionsCheckingInterval: CHECK_MS,
  };
}

/** How often Node looks for requests that take too long. */
const CHECK_MS = 5_000;

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
